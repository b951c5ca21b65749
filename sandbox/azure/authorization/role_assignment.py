"""Role assignments: who holds which role where.

Sources: learn.microsoft.com/azure/role-based-access-control/role-assignments and …/troubleshooting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.authorization import assignment_rules as rules
from sandbox.azure.authorization.built_in import ROLE_ASSIGNMENTS
from sandbox.azure.authorization.documents import SIGNATURE, bare, is_guid
from sandbox.azure.authorization.role_definition import definition_of
from sandbox.azure.constraint import Condition, Constraint, matching, one_of
from sandbox.azure.envelope import ENVELOPE
from sandbox.azure.property import UNSET, Access, Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import Claim, ResourceType
from sandbox.azure.signature import sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View


def claim_of(guid: str) -> str:
    """The claim under which a role assignment's GUID is taken."""
    return f"role assignment|{guid.lower()}"


def assignments_at(scope: ResourceId, view: View) -> Iterator[Resource]:
    """The role assignments of exactly that scope."""
    return view.under(ResourceId((*scope.segments, "providers", *ROLE_ASSIGNMENTS.split("/"))), ROLE_ASSIGNMENTS)


def scope_of(id: ResourceId) -> ResourceId:
    """Where an assignment holds."""
    if id.scope is None:
        raise LookupError(id.text)
    return id.scope


def _full_role_id(proposal: Proposal) -> str:
    """The role's id in its normal form: below the subscription of the assignment."""
    guid = proposal.properties["roleDefinitionId"].rpartition("/")[2]
    return f"/subscriptions/{proposal.id.subscription}/providers/Microsoft.Authorization/roleDefinitions/{guid.lower()}"


def _complete(proposal: Proposal) -> None:
    properties = proposal.properties
    properties["roleDefinitionId"] = _full_role_id(proposal)
    sign(proposal)


def _known_type(proposal: Proposal) -> Any:
    known = proposal.view.principal(str(proposal.given_properties.get("principalId", "")))
    return known.type.value if known else UNSET


def _is_known_or_typed(proposal: Proposal) -> bool:
    return "principalType" in proposal.properties


def _type_matches(proposal: Proposal) -> bool:
    known = proposal.view.principal(proposal.properties["principalId"])
    return known is None or known.type.value == proposal.properties["principalType"]


def _principal_facts(proposal: Proposal) -> Mapping[str, object]:
    principal = proposal.properties["principalId"]
    known = proposal.view.principal(principal)
    return {
        "principal": bare(principal),
        "tenant": proposal.view.tenant,
        "actual": known.type.value if known else "",
        "given": proposal.properties.get("principalType", ""),
    }


def _role_facts(proposal: Proposal) -> Mapping[str, object]:
    guid = proposal.properties["roleDefinitionId"].rpartition("/")[2]
    return {"role": bare(guid), "scope": scope_of(proposal.id).text}


def _role_exists(proposal: Proposal) -> bool:
    return definition_of(proposal.properties["roleDefinitionId"], proposal.view) is not None


def _is_assignable(proposal: Proposal) -> bool:
    definition = definition_of(proposal.properties["roleDefinitionId"], proposal.view)
    scopes = definition.properties["assignableScopes"] if definition else []
    key = f"{scope_of(proposal.id).key}/"
    return any(key.startswith(f"{scope.rstrip('/').lower()}/") for scope in scopes)


def _twin(proposal: Proposal) -> Resource | None:
    """Another assignment of the same role to the same principal at the same scope."""
    wanted = _full_role_id(proposal), proposal.properties["principalId"].lower()
    for other in assignments_at(scope_of(proposal.id), proposal.view):
        found = other.properties["roleDefinitionId"], other.properties["principalId"].lower()
        if found == wanted and other.id.key != proposal.id.key:
            return other
    return None


def _twin_facts(proposal: Proposal) -> Mapping[str, object]:
    twin = _twin(proposal)
    return {"existing": bare(twin.id.name) if twin else ""}


def _stays(proposal: Proposal) -> bool:
    if proposal.existing is None:
        return True
    before, after = proposal.existing.properties, proposal.properties
    return before["roleDefinitionId"] == _full_role_id(proposal) and all(
        before[member].lower() == after[member].lower() for member in ("principalId", "principalType")
    )


def _listing(scope: ResourceId, view: View) -> Iterator[Resource]:
    """The assignments that concern a scope: its own, those below it, and those that it inherits."""
    above = scope.parent
    while above is not None:
        yield from assignments_at(above, view)
        above = above.parent
    yield from view.under(scope, ROLE_ASSIGNMENTS)


_TEXT = Property(kind=Kind.STRING)
_ROLE_DEFINITION_ID = r"(?i:(?:/.+)?/providers/Microsoft\.Authorization/roleDefinitions/[0-9a-f-]{36})"

ROLE_ASSIGNMENT = ResourceType(
    name=ROLE_ASSIGNMENTS,
    answers_as=ROLE_ASSIGNMENTS,
    api_versions=(
        "2015-07-01",
        "2018-09-01-preview",
        "2020-04-01-preview",
        "2020-08-01-preview",
        "2020-10-01-preview",
        "2022-04-01",
    ),
    in_group=False,
    created_status=201,
    naming=(Constraint(rule=rules.ASSIGNMENT_NAME, holds=lambda name, _: is_guid(name)),),
    not_found=rules.ASSIGNMENT_NOT_FOUND,
    claim=Claim(rule=rules.UPDATE_NOT_PERMITTED, of=lambda proposal: claim_of(proposal.name)),
    listing=_listing,
    body={
        **ENVELOPE,
        "properties": Property(
            kind=Kind.OBJECT,
            required=True,
            properties={
                "roleDefinitionId": Property(
                    kind=Kind.STRING, required=True, constraints=(matching(rules.ROLE_ID, _ROLE_DEFINITION_ID),)
                ),
                "principalId": Property(
                    kind=Kind.STRING,
                    required=True,
                    constraints=(Constraint(rule=rules.PRINCIPAL_ID, holds=lambda value, _: is_guid(value)),),
                ),
                "principalType": Property(
                    kind=Kind.STRING,
                    default=_known_type,
                    keeps=True,
                    allowed=(
                        "User",
                        "Group",
                        "ServicePrincipal",
                        "ForeignGroup",
                        "Device",
                        "AgentServicePrincipal",
                        "AgentUser",
                    ),
                ),
                "scope": Property(
                    kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda it, _: scope_of(it.id).text
                ),
                "condition": _TEXT,
                "conditionVersion": Property(kind=Kind.STRING, constraints=(one_of(rules.CONDITION_VERSION, "2.0"),)),
                "description": _TEXT,
                "delegatedManagedIdentityResourceId": _TEXT,
                **SIGNATURE,
            },
        ),
    },
    conditions=(
        Condition(rule=rules.UPDATE_NOT_PERMITTED, holds=_stays),
        Condition(rule=rules.PRINCIPAL_NOT_FOUND, holds=_is_known_or_typed, fields=_principal_facts),
        Condition(rule=rules.UNMATCHED_PRINCIPAL, holds=_type_matches, fields=_principal_facts),
        Condition(rule=rules.ROLE_NOT_FOUND, holds=_role_exists, fields=_role_facts),
        Condition(rule=rules.NOT_ASSIGNABLE, holds=_is_assignable, fields=_role_facts),
        Condition(
            rule=rules.CONDITION_WHOLE,
            holds=lambda proposal: ("condition" in proposal.properties) == ("conditionVersion" in proposal.properties),
        ),
        Condition(rule=rules.ASSIGNMENT_EXISTS, holds=lambda proposal: _twin(proposal) is None, fields=_twin_facts),
    ),
    prepare=_complete,
)
