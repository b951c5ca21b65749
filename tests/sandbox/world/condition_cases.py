"""Cases of the rules about roles that are given on a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.role_cases import (
    CUSTOM,
    FIRST,
    INBOX,
    SECOND,
    SENDER,
    SOMEBODY,
    SOMEBODY_ELSE,
    assignment,
    role_of,
)
from tests.sandbox.world.scenery import GROUP, STANDARD

if TYPE_CHECKING:
    from tests.sandbox.world.case import Call
    from tests.sandbox.world.scenery import Scenery

ROLE_ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168"
CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c"
SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6"
ROLE = "Microsoft.Authorization/roleAssignments:RoleDefinitionId"
PRINCIPAL = "Microsoft.Authorization/roleAssignments:PrincipalId"
TYPE = "Microsoft.Authorization/roleAssignments:PrincipalType"
SECRET = "Microsoft.KeyVault/vaults/secrets:name"  # noqa: S105
INVALID = "The given role assignment condition is invalid."
LONGEST = 8 * 1024


def only(role: str, principal: str) -> str:
    """A condition under which one role may be given to and taken from one principal, and no other."""
    clauses = (
        f"((!(ActionMatches{{'Microsoft.Authorization/roleAssignments/{verb}'}})) OR "
        f"(@{source}[{ROLE}] ForAnyOfAnyValues:GuidEquals {{{role}}} AND "
        f"@{source}[{PRINCIPAL}] ForAnyOfAnyValues:GuidEquals {{{principal}}}))"
        for verb, source in (("write", "Request"), ("delete", "Resource"))
    )
    return " AND ".join(clauses)


def on(condition: str | None, version: str | None = "2.0", role: str = ROLE_ADMINISTRATOR, name: str = FIRST) -> Call:
    """Give somebody a role on a condition."""
    body = role_of(SOMEBODY, role, condition=condition, conditionVersion=version)
    return put(assignment(name, GROUP if name == FIRST else STANDARD), body)


def of_length(length: int) -> str:
    """A condition of that many characters."""
    text = f"@Request[{TYPE}] StringEquals ''"
    return f"{text[:-1]}{'x' * (length - len(text))}'"


def _portal(scenery: Scenery) -> None:
    scenery.world.grant(SOMEBODY, ROLE_ADMINISTRATOR, INBOX, condition=only(SENDER, SOMEBODY_ELSE))


VALID = (
    f"@Request[{ROLE}] GuidEquals {SENDER}",
    f"@request[{ROLE.lower()}] guidEquals {SENDER.upper()}",
    f"@Request[{ROLE}] ForAnyOfAllValues:GuidNotEquals {{{SENDER}, {CONTRIBUTOR}}}",
    f"@Request[{TYPE}] StringEqualsIgnoreCase 'user' && !(@Request[{TYPE}] StringNotEquals 'User')",
    f"NOT @Request[{TYPE}] StringLike 'U*' || Exists @Request[{TYPE}]",
    f"Not Exists @Resource[{PRINCIPAL}]",
    f"((({'!' * 60}(@Request[{TYPE}] StringContains 'x'))))",
    f"{{'User', 'Group'}} ForAnyOfAnyValues:StringEquals {{'User'}} AND @Resource[{SECRET}] StringStartsWith 'a'",
    f"@Request[{PRINCIPAL}] GuidEquals @Request[{ROLE}]",
    "!(ActionMatches{'Microsoft.Authorization/*'} AND NOT SubOperationMatches{'Blob.List'})",
)
"""Conditions that are well-formed."""
MALFORMED = (
    "x",
    "(",
    "ActionMatches{Microsoft.Authorization/roleAssignments/write}",
    "ActionMatches'*'",
    f"@Request[{ROLE}] GuidEquals",
    f"@Request[{ROLE}] GuidEquals {{{SENDER}, {CONTRIBUTOR}}}",
    f"@Request[{ROLE}] StringEquals '{SENDER}'",
    f"@Request[{ROLE}] GuidEquals '{SENDER}'",
    f'@Request[{TYPE}] StringEquals "User"',
    f"@Request[{TYPE}] NumericEquals 'User'",
    f"@Request[{TYPE}] ForEachOfAnyValues:StringEquals {{'User'}}",
    f"@Request[{TYPE}] ForAnyOfAnyValues:StringEquals {{'User', {SENDER}}}",
    f"@Request[{TYPE}] ForAnyOfAnyValues:StringEquals {{}}",
    f"@Request[{TYPE}] StringEquals 'a' AND Exists @Request[{TYPE}] OR Exists @Request[{ROLE}]",
    f"@Request[{TYPE}] StringEquals 'a' Exists @Request[{TYPE}]",
    f"@Principal[{TYPE}] StringEquals 'User'",
    "@Request[Microsoft.KeyVault/vaults:name] StringEquals 'kv'",
    "@Resource[Microsoft.ServiceBus/namespaces/queues:name] StringEquals 'inbox'",
    "Exists 'User'",
    f"{'(' * 80}Exists @Request[{TYPE}]{')' * 80}",
    f"{'!' * 80}Exists @Request[{TYPE}]",
)
"""Texts that are no conditions, and conditions with what the simulated Azure does not know."""

CASES = (
    Case(
        rule="arm/authorization-condition",
        accepted=(),
        prepare=_portal,
        refused=put(assignment(SECOND), role_of(SOMEBODY)).by(SOMEBODY),
        message=f"The client '{SOMEBODY}' with object id '{SOMEBODY}' does not have authorization or an ABAC condition "
        "not fulfilled to perform action 'Microsoft.Authorization/roleAssignments/write' over scope "
        f"'{assignment(SECOND)}' or the scope is invalid. If access was recently granted, please refresh your "
        "credentials.",
    ),
    Case(
        rule="authorization/role-assignment-condition-version",
        accepted=(on(VALID[0]), on(VALID[0], None)),
        refused=on(VALID[0], "1.0", name=SECOND),
        message=INVALID,
    ),
    Case(
        rule="authorization/role-assignment-condition-length",
        accepted=(on(of_length(LONGEST)),),
        refused=on(of_length(LONGEST + 1), name=SECOND),
        message=INVALID,
    ),
    Case(
        rule="authorization/role-assignment-condition-role",
        accepted=(on(VALID[0]), on(VALID[0], role=SECRETS_USER, name=CUSTOM)),
        refused=on(VALID[0], role=CONTRIBUTOR, name=SECOND),
        message=INVALID,
    ),
    *(
        Case(
            rule="authorization/role-assignment-condition",
            accepted=tuple(on(each) for each in VALID),
            refused=on(malformed, name=SECOND),
            message=INVALID,
        )
        for malformed in MALFORMED
    ),
)
