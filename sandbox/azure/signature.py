"""Who made a resource and who changed it last, as Azure tells it.

Source: learn.microsoft.com/azure/azure-resource-manager/management/manage-resources-portal (systemData).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import timestamp
from sandbox.azure.principal import PrincipalType
from sandbox.azure.property import Access, Kind, Property

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View


def sign(proposal: Proposal) -> None:
    """Remember who made a resource, and who changed it last."""
    proposal.private.setdefault("createdBy", proposal.caller)
    proposal.private["updatedBy"] = proposal.caller


def _person(role: str, object_id: str, moment: datetime, view: View) -> dict[str, str]:
    principal = view.principal(object_id)
    if principal is None or principal.type is PrincipalType.USER:
        kind = "User"
    else:
        kind = "ManagedIdentity" if principal.resource else "Application"
    name = (principal.client_id or principal.name) if principal else object_id
    return {f"{role}By": name, f"{role}ByType": kind, f"{role}At": timestamp.render(moment)}


def _system_data(resource: Resource, view: View) -> dict[str, Any]:
    return {
        **_person("created", resource.private["createdBy"], resource.created_at, view),
        **_person("lastModified", resource.private["updatedBy"], resource.updated_at, view),
    }


SYSTEM_DATA = Property(kind=Kind.OBJECT, access=Access.READ_ONLY, computed=_system_data)
"""The `systemData` of a body whose type signs what it keeps."""
