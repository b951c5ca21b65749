"""Roles that are given on a condition, and what they let through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sandbox.azure.authorization.condition import parse
from sandbox.world import AzureError, PrincipalType, UnknownAttributeError, UnknownRoleError
from tests.sandbox.world.condition_cases import ROLE_ADMINISTRATOR, only
from tests.sandbox.world.role_cases import (
    FIRST,
    IDENTITIES,
    INBOX,
    RECEIVER,
    SECOND,
    SENDER,
    SOMEBODY_ELSE,
    assignment,
    definition,
    role_of,
)
from tests.sandbox.world.scenery import GROUP, STANDARD, SUBSCRIPTION, properties, queue
from tests.sandbox.world.vault_cases import VAULT, vault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sandbox.world.scenery import Scenery

SECURITY = Path(__file__).resolve().parents[3] / "docs" / "security.md"
PORTAL = "77777777-0000-0000-0000-000000000001"
OWNER_ROLE = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
DATA_OWNER = "090c5cfd-751d-490a-894a-3ce6f1109419"
ASSIGN = "Microsoft.Authorization/roleAssignments/write"
TAKE = "Microsoft.Authorization/roleAssignments/delete"
READ_SECRET = "Microsoft.KeyVault/vaults/secrets/getSecret/action"  # noqa: S105
SECRETS_OFFICER = "Key Vault Secrets Officer"


@pytest.fixture
def function(azure: Scenery) -> str:
    """The function's identity, to which the portal may give Data Sender on the namespace's entities; its object id."""
    azure.world.add_principal("portal", PORTAL, PrincipalType.SERVICE_PRINCIPAL)
    made = azure.put(f"{IDENTITIES}/function", {"location": "westeurope"})
    found: str = made["properties"]["principalId"]
    azure.world.grant("portal", ROLE_ADMINISTRATOR, STANDARD, condition=only(SENDER, found))
    return found


def test_the_documented_condition_is_the_one_that_is_tried_here() -> None:
    text = SECURITY.read_text(encoding="utf-8")
    condition = text.partition("## Giving away")[2].split("```")[1].strip()

    documented = condition.replace("<object id of the function's identity>", SOMEBODY_ELSE)

    assert parse(documented) == parse(only(SENDER, SOMEBODY_ELSE))


def _assign(azure: Scenery, id: str, body: Mapping[str, object], method: str = "PUT") -> int:
    return azure.world.call(method, id, "2022-04-01", body, principal="portal").status


def test_the_portal_lets_the_function_send_to_a_queue_and_stops_it_again(azure: Scenery, function: str) -> None:
    assert _assign(azure, assignment(FIRST), role_of(function)) == 201
    assert azure.world.may("function", "Microsoft.ServiceBus/namespaces/messages/send/action", INBOX).allowed
    assert _assign(azure, assignment(FIRST), role_of(function, description="for orders")) == 200
    assert _assign(azure, assignment(FIRST), {}, "DELETE") == 200


@pytest.mark.parametrize(
    ("scope", "role", "to_the_function"),
    [
        (INBOX, RECEIVER, True),
        (INBOX, DATA_OWNER, True),
        (INBOX, OWNER_ROLE, True),
        (INBOX, SENDER, False),
        (GROUP, SENDER, True),
        (SUBSCRIPTION, SENDER, True),
        (STANDARD.replace("standard", "premium"), SENDER, True),
    ],
)
def test_the_portal_gives_no_other_role_nobody_else_and_nowhere_else(
    azure: Scenery, function: str, scope: str, role: str, *, to_the_function: bool
) -> None:
    body = role_of(function if to_the_function else SOMEBODY_ELSE, role)

    with pytest.raises(AzureError) as refused:
        _assign(azure, assignment(FIRST, scope), body)

    assert (refused.value.status, refused.value.code) == (403, "AuthorizationFailed")
    within = scope == INBOX
    assert ("or an ABAC condition not fulfilled" in refused.value.message) is within


@pytest.mark.parametrize(("role", "to_the_function"), [(RECEIVER, True), (SENDER, False)])
def test_the_portal_takes_no_role_that_it_could_not_give(
    azure: Scenery, function: str, role: str, *, to_the_function: bool
) -> None:
    azure.put(assignment(FIRST), role_of(function if to_the_function else SOMEBODY_ELSE, role))

    with pytest.raises(AzureError, match="an ABAC condition not fulfilled"):
        _assign(azure, assignment(FIRST), {}, "DELETE")


def test_the_portal_turns_no_other_assignment_into_one_that_it_could_give(azure: Scenery, function: str) -> None:
    azure.put(assignment(FIRST), role_of(function, RECEIVER))

    with pytest.raises(AzureError, match="RoleAssignmentUpdateNotPermitted"):
        _assign(azure, assignment(FIRST), role_of(function))


def test_the_portal_cannot_lift_its_own_condition(azure: Scenery, function: str) -> None:
    (own,) = (each for each in azure.world.resources() if each["body"].get("properties", {}).get("condition"))
    body = {"properties": {**own["body"]["properties"], "condition": None, "conditionVersion": None}}

    with pytest.raises(AzureError, match="an ABAC condition not fulfilled"):
        _assign(azure, own["id"], body)
    assert not azure.world.may("portal", ASSIGN, INBOX, request={"roleDefinitionId": OWNER_ROLE}).allowed
    assert function


@pytest.mark.parametrize("body", [{}, {"properties": []}, {"properties": {"roleDefinitionId": 1, "principalId": None}}])
def test_a_body_that_says_nothing_of_use_fulfils_no_condition(
    azure: Scenery, function: str, body: Mapping[str, object]
) -> None:
    with pytest.raises(AzureError, match="an ABAC condition not fulfilled"):
        _assign(azure, assignment(FIRST), body)
    assert function


def test_what_the_condition_does_not_name_is_allowed_by_the_role(azure: Scenery, function: str) -> None:
    azure.put(assignment(FIRST), role_of(function))

    assert azure.world.call("GET", assignment(FIRST), "2022-04-01", principal="portal").status == 200
    assert not azure.world.may("portal", READ_SECRET, GROUP).allowed


@pytest.mark.parametrize(
    ("request_", "allowed"),
    [
        ({"roleDefinitionId": SENDER, "principalId": "function"}, True),
        ({"roleDefinitionId": "Azure Service Bus Data Sender", "principalId": "function"}, True),
        ({"roleDefinitionId": definition(SENDER), "principalId": "function", "principalType": "User"}, True),
        ({"roleDefinitionId": RECEIVER, "principalId": "function"}, False),
        ({"roleDefinitionId": SENDER, "principalId": "portal"}, False),
        ({"roleDefinitionId": SENDER}, False),
        ({}, False),
    ],
)
@pytest.mark.usefixtures("function")
def test_a_question_tells_the_assignment_that_it_is_about(
    azure: Scenery, request_: Mapping[str, str], *, allowed: bool
) -> None:
    decision = azure.world.may("portal", ASSIGN, INBOX, request=request_)

    assert decision.allowed is allowed
    assert (decision.assignment is None) is not allowed


def test_whether_an_assignment_may_be_taken_follows_from_the_assignment(azure: Scenery, function: str) -> None:
    azure.put(assignment(FIRST), role_of(function))
    azure.put(assignment(SECOND), role_of(function, RECEIVER))

    assert azure.world.may("portal", TAKE, assignment(FIRST)).allowed
    assert not azure.world.may("portal", TAKE, assignment(SECOND)).allowed
    assert not azure.world.may("portal", TAKE, INBOX).allowed


@pytest.mark.parametrize(
    ("request_", "error", "text"),
    [
        ({"role": SENDER}, UnknownAttributeError, "A request has no attribute 'role'; it may have"),
        ({"roleDefinitionId": "Sender"}, UnknownRoleError, "There is no role 'Sender'"),
    ],
)
@pytest.mark.usefixtures("function")
def test_a_question_about_what_no_request_says_is_a_mistake(
    azure: Scenery, request_: Mapping[str, str], error: type[Exception], text: str
) -> None:
    with pytest.raises(error, match=text):
        azure.world.may("portal", ASSIGN, INBOX, request=request_)


def test_any_of_several_assignments_is_enough_and_a_condition_denies_nothing(azure: Scenery, function: str) -> None:
    azure.world.grant("portal", "User Access Administrator", INBOX)

    assert _assign(azure, assignment(FIRST), role_of(SOMEBODY_ELSE, RECEIVER)) == 201
    with pytest.raises(AzureError, match="an ABAC condition not fulfilled"):
        _assign(azure, assignment(SECOND, queue("other")), role_of(function, RECEIVER))


def test_a_principal_type_must_be_said_where_a_condition_asks_for_it(azure: Scenery, function: str) -> None:
    condition = "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'group'"
    azure.world.grant("portal", ROLE_ADMINISTRATOR, queue("inbox"), condition=f"NOT {condition}")

    with pytest.raises(AzureError, match="an ABAC condition not fulfilled"):
        _assign(azure, assignment(FIRST), role_of(function, RECEIVER, principalType=None))
    assert _assign(azure, assignment(FIRST), role_of(function, RECEIVER)) == 201


def test_a_condition_is_kept_changed_and_taken_away(azure: Scenery, function: str) -> None:
    condition = only(SENDER, function)
    given = role_of(SOMEBODY_ELSE, ROLE_ADMINISTRATOR, condition=condition)

    kept = azure.put(assignment(FIRST), given)["properties"]
    assert (kept["condition"], kept["conditionVersion"]) == (condition, "2.0")
    assert not azure.world.may(SOMEBODY_ELSE, ASSIGN, INBOX).allowed

    for nothing in ("", None):
        bare = azure.put(assignment(FIRST), role_of(SOMEBODY_ELSE, ROLE_ADMINISTRATOR, condition=nothing))["properties"]
        assert {"condition", "conditionVersion"}.isdisjoint(bare)
    assert azure.world.may(SOMEBODY_ELSE, ASSIGN, INBOX).allowed


def test_a_vault_s_access_administrator_gives_the_roles_for_its_data_and_no_others(azure: Scenery) -> None:
    azure.put(VAULT, vault())
    azure.world.add_principal("portal", PORTAL, PrincipalType.SERVICE_PRINCIPAL)
    azure.world.grant("portal", "Key Vault Data Access Administrator", VAULT)
    secrets_user = "4633458b-17de-408a-b874-0445c86b69e6"

    assert _assign(azure, assignment(FIRST, VAULT), role_of(SOMEBODY_ELSE, secrets_user)) == 201
    with pytest.raises(AzureError, match="an ABAC condition not fulfilled"):
        _assign(azure, assignment(SECOND, VAULT), role_of(SOMEBODY_ELSE, OWNER_ROLE))


def _secret_reader(azure: Scenery, condition: str) -> None:
    azure.put(VAULT, vault(publicNetworkAccess="Enabled"))
    for name in ("app-one", "db-one"):
        azure.put(f"{VAULT}/secrets/{name}", properties(value=name))
    azure.world.add_principal("portal", PORTAL, PrincipalType.SERVICE_PRINCIPAL)
    azure.world.grant("portal", SECRETS_OFFICER, VAULT, condition=condition)


@pytest.mark.parametrize(("name", "reads"), [("app-one", True), ("App-one", False), ("db-one", False)])
def test_secrets_are_read_by_name_where_a_condition_says_so(azure: Scenery, name: str, *, reads: bool) -> None:
    _secret_reader(
        azure,
        f"!(ActionMatches{{'{READ_SECRET}'}}) OR @Resource[Microsoft.KeyVault/vaults/secrets:name] "
        "StringStartsWith 'app-'",
    )
    door = azure.world.vault(VAULT.rpartition("/")[2], principal="portal")

    assert azure.world.may("portal", READ_SECRET, f"{VAULT}/secrets/{name}").allowed is reads
    if reads:
        assert door.get_secret(name) == name
    else:
        with pytest.raises(AzureError) as refused:
            door.get_secret(name)
        assert refused.value.inner_code == "ForbiddenByRbac"
    assert not azure.world.may("portal", READ_SECRET, VAULT).allowed, "which secret is not told"
    assert azure.world.may("portal", "Microsoft.KeyVault/vaults/secrets/delete", f"{VAULT}/secrets/{name}").allowed


@pytest.mark.parametrize(("name", "sets"), [("app-two", True), ("db-two", False)])
def test_the_name_of_a_secret_to_be_set_is_an_attribute_of_the_request(
    azure: Scenery, name: str, *, sets: bool
) -> None:
    set_secret = "Microsoft.KeyVault/vaults/secrets/setSecret/action"  # noqa: S105
    _secret_reader(
        azure,
        f"!(ActionMatches{{'{set_secret}'}}) OR @Request[Microsoft.KeyVault/vaults/secrets:name] StringLike 'app-*'",
    )

    assert azure.world.may("portal", set_secret, f"{VAULT}/secrets/{name}").allowed is sets


def test_secrets_are_read_by_their_vault_s_name_where_a_condition_says_so(azure: Scenery) -> None:
    name = VAULT.rpartition("/")[2]
    _secret_reader(azure, f"@Resource[Microsoft.KeyVault/vaults:name] StringEquals '{name}'")

    assert azure.world.may("portal", READ_SECRET, f"{VAULT}/secrets/db-one").allowed
    assert azure.world.vault(name, principal="portal").get_secret("db-one") == "db-one"
