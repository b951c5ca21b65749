"""Security principals: who can hold a role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.azure.resource_id import ResourceId


class PrincipalType(StrEnum):
    """The kinds of principals that a directory holds (learn.microsoft.com/azure/role-based-access-control/overview)."""

    USER = "User"
    GROUP = "Group"
    SERVICE_PRINCIPAL = "ServicePrincipal"


@dataclass(frozen=True, kw_only=True)
class SecurityPrincipal:
    """A principal of the tenant's directory."""

    object_id: str
    name: str
    """The name by which people call it; a managed identity has its resource's."""
    type: PrincipalType
    client_id: str = ""
    """The application's id; empty for users and groups."""
    resource: ResourceId | None = None
    """The resource whose managed identity this is: the principal goes when the resource goes."""
