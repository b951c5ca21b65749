"""Managed identities of resources: what `identity` in a body asks for and what Azure makes of it.

Source: learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from sandbox.azure import linked_actions
from sandbox.azure.constraint import Condition
from sandbox.azure.principal import PrincipalType, SecurityPrincipal
from sandbox.azure.property import UNSET, Access, Kind, Property
from sandbox.azure.reference import exists
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.rule import Rule

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

_SOURCE = "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview"

UNKNOWN_IDENTITY = Rule(
    id="arm/identity-exists",
    text="A user-assigned identity must exist before a resource uses it.",
    source=_SOURCE,
    status=400,
    code="FailedIdentityOperation",
    message="Identity operation for resource '{resource}' failed with error 'Failed to perform resource identity "
    'operation. Status: \'BadRequest\'. Response: \'{{"error":{{"code":"BadRequest","message":"Resource '
    "'{identity}' was not found.\"}}}}'.'",
)


_DESCRIPTION = {member: Property(kind=Kind.STRING, access=Access.READ_ONLY) for member in ("principalId", "clientId")}


def _assigned(proposal: Proposal) -> dict[str, Any]:
    assigned: dict[str, Any] = proposal.body.get("identity", {}).get("userAssignedIdentities", {})
    return assigned


def _missing(proposal: Proposal) -> list[str]:
    return [each for each in _assigned(proposal) if not exists(each, proposal)]


def _own(resource: Resource, member: str) -> Any:
    """A value of the system-assigned identity, if the resource has one."""
    return resource.private.get(member, UNSET)


def _described(resource: Resource, view: View) -> Any:
    """Each user-assigned identity with the ids of its principal."""
    assigned = resource.body["identity"].get("userAssignedIdentities")
    if assigned is None:
        return UNSET
    found = {each: view.find(ResourceId.parse(each)) for each in assigned}
    return {
        each: {member: identity.private[member] for member in ("principalId", "clientId")} if identity else {}
        for each, identity in found.items()
    }


def _computed(member: str) -> Property:
    return Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda resource, _: _own(resource, member))


IDENTITY = Property(
    kind=Kind.OBJECT,
    properties={
        "principalId": _computed("principalId"),
        "tenantId": _computed("tenantId"),
        "type": Property(
            kind=Kind.STRING,
            default="None",
            allowed=("None", "SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"),
        ),
        "userAssignedIdentities": Property(
            kind=Kind.MAP,
            items=Property(kind=Kind.OBJECT, properties=_DESCRIPTION),
            computed=_described,
            link=linked_actions.ASSIGN_IDENTITY,
        ),
    },
)
"""The identity of a resource."""

IDENTITY_CONDITION = Condition(
    rule=UNKNOWN_IDENTITY,
    holds=lambda proposal: not _missing(proposal),
    fields=lambda proposal: {"resource": proposal.id.text, "identity": _missing(proposal)[0]},
)


def give_identity(proposal: Proposal) -> None:
    """Make the system-assigned identity that the body asks for, or take it away."""
    if "SystemAssigned" in proposal.body.get("identity", {}).get("type", ""):
        principal = proposal.private.setdefault("principalId", str(uuid.uuid4()))
        client = proposal.private.setdefault("clientId", str(uuid.uuid4()))
        proposal.private["tenantId"] = proposal.view.tenant
        proposal.view.enrol(
            SecurityPrincipal(
                object_id=principal,
                name=proposal.name,
                type=PrincipalType.SERVICE_PRINCIPAL,
                client_id=client,
                resource=proposal.id,
            )
        )
    elif "principalId" in proposal.private:
        proposal.view.withdraw(proposal.private["principalId"])
        for member in ("principalId", "clientId", "tenantId"):
            proposal.private.pop(member)
