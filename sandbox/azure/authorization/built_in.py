"""Azure's built-in roles, found by id and by name, in the form of the roles that people write."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from sandbox.azure.authorization.roles import ROLES
from sandbox.azure.view import Resource

if TYPE_CHECKING:
    from sandbox.azure.authorization.roles.role import BuiltInRole
    from sandbox.azure.resource_id import ResourceId

ROLE_DEFINITIONS = "Microsoft.Authorization/roleDefinitions"
ROLE_ASSIGNMENTS = "Microsoft.Authorization/roleAssignments"
_API_VERSION = "2022-04-01"
_SINCE = datetime(2015, 2, 2, tzinfo=UTC)
"""A time before any deployment; the roles' own dates differ and mean nothing here."""

BY_ID = MappingProxyType({role.id: role for role in ROLES})
"""The roles by their GUIDs."""
BY_NAME = MappingProxyType({role.name.lower(): role for role in ROLES})
"""The roles by their names in lower case."""


def id_of(role: BuiltInRole, subscription: str) -> str:
    """The id by which a subscription knows a built-in role."""
    return f"/subscriptions/{subscription}/providers/{ROLE_DEFINITIONS}/{role.id}"


def resource_of(role: BuiltInRole, id: ResourceId) -> Resource:
    """A built-in role in the form of the resources that people write."""
    return Resource(
        id=id,
        type=ROLE_DEFINITIONS,
        api_version=_API_VERSION,
        body={
            "properties": {
                "roleName": role.name,
                "type": "BuiltInRole",
                "description": role.description,
                "assignableScopes": ["/"],
                "permissions": [role.permission.body()],
            }
        },
        private={"createdBy": None, "updatedBy": None},
        created_at=_SINCE,
        updated_at=_SINCE,
    )
