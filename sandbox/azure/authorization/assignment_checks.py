"""What a role assignment is held against: the directory, the roles, and the other assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.authorization.assigned import assignments_at, scope_of
from sandbox.azure.authorization.built_in import BY_NAME
from sandbox.azure.authorization.documents import bare
from sandbox.azure.authorization.role_definition import definition_of, is_under
from sandbox.azure.property import UNSET
from sandbox.azure.resource_id import SUBSCRIPTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View


def full_role_id(proposal: Proposal) -> str:
    """The role's id in its normal form: below the subscription of the assignment."""
    guid = proposal.properties["roleDefinitionId"].rpartition("/")[2]
    return f"/subscriptions/{proposal.id.subscription}/providers/Microsoft.Authorization/roleDefinitions/{guid.lower()}"


def known_type(proposal: Proposal) -> Any:
    """The principal's type, where the directory knows the principal."""
    known = proposal.view.principal(str(proposal.given_properties.get("principalId", "")))
    return known.type.value if known else UNSET


def is_known_or_typed(proposal: Proposal) -> bool:
    """Whether it is clear what kind of principal gets the role."""
    return "principalType" in proposal.properties


def type_matches(proposal: Proposal) -> bool:
    """Whether the type that is given is the one that the directory knows."""
    known = proposal.view.principal(proposal.properties["principalId"])
    return known is None or known.type.value == proposal.properties["principalType"]


def principal_facts(proposal: Proposal) -> Mapping[str, object]:
    """What the messages say of the principal."""
    principal = proposal.properties["principalId"]
    known = proposal.view.principal(principal)
    return {
        "principal": bare(principal),
        "tenant": proposal.view.tenant,
        "actual": known.type.value if known else "",
        "given": proposal.properties.get("principalType", ""),
    }


def role_facts(proposal: Proposal) -> Mapping[str, object]:
    """What the messages say of the role."""
    guid = proposal.properties["roleDefinitionId"].rpartition("/")[2]
    return {"role": bare(guid), "scope": scope_of(proposal.id).text}


def role_exists(proposal: Proposal) -> bool:
    """Whether there is such a role."""
    return definition_of(proposal.properties["roleDefinitionId"], proposal.view) is not None


def is_assignable(proposal: Proposal) -> bool:
    """Whether the role can be assigned at the scope."""
    definition = definition_of(proposal.properties["roleDefinitionId"], proposal.view)
    return definition is not None and is_under(scope_of(proposal.id), definition.properties["assignableScopes"])


def twin(proposal: Proposal) -> Resource | None:
    """Another assignment of the same role to the same principal at the same scope."""
    wanted = full_role_id(proposal), proposal.properties["principalId"].lower()
    for other in assignments_at(scope_of(proposal.id), proposal.view):
        found = other.properties["roleDefinitionId"], other.properties["principalId"].lower()
        if found == wanted and other.id.key != proposal.id.key:
            return other
    return None


def twin_facts(proposal: Proposal) -> Mapping[str, object]:
    """What the message says of the other assignment."""
    other = twin(proposal)
    return {"existing": bare(other.id.name) if other else ""}


def stays(proposal: Proposal) -> bool:
    """Whether an update leaves role, principal and type as they are."""
    if proposal.existing is None:
        return True
    before, after = proposal.existing.properties, proposal.properties
    return before["roleDefinitionId"] == full_role_id(proposal) and all(
        before[member].lower() == after[member].lower() for member in ("principalId", "principalType")
    )


def last_owner(assignment: Resource, view: View) -> Mapping[str, object] | None:
    """Whether the assignment is the only one that makes somebody the subscription's Owner."""
    scope = scope_of(assignment.id)
    if scope.type.lower() != SUBSCRIPTIONS.lower():
        return None
    owners = [each.id.key for each in assignments_at(scope, view) if _is_owner(each)]
    return {} if owners == [assignment.id.key] else None


def _is_owner(assignment: Resource) -> bool:
    role: str = assignment.properties["roleDefinitionId"]
    return role.lower().endswith(BY_NAME["owner"].id)
