"""The attributes by which conditions judge a request: those of its body, and those of what it is about.

Sources: learn.microsoft.com/azure/role-based-access-control/conditions-authorization-actions-attributes and
learn.microsoft.com/azure/key-vault/general/rbac-abac.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.authorization.condition import Circumstances
from sandbox.azure.authorization.condition.attribute import (
    ASSIGNMENTS,
    PRINCIPAL_ID,
    PRINCIPAL_TYPE,
    ROLE_DEFINITION_ID,
    Source,
    named,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.authorization.condition.attribute import Attribute
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import View

NAMES = {"roleDefinitionId": ROLE_DEFINITION_ID, "principalId": PRINCIPAL_ID, "principalType": PRINCIPAL_TYPE}
"""The attributes of role assignments, by the properties that hold them."""
_DELETE = f"{ASSIGNMENTS}/delete"
_MAKING = frozenset(
    {"microsoft.keyvault/vaults/secrets/setsecret/action", "microsoft.keyvault/vaults/secrets/restore/action"}
)
"""Actions on what need not exist yet: its name is an attribute of the request."""


def attributes_of_assignment(properties: Mapping[str, Any], source: Source) -> dict[Attribute, str]:
    """What a role assignment's properties say, as attributes; a role is named by its GUID."""
    given = {member: properties[member] for member in NAMES if isinstance(properties.get(member), str)}
    return {named(source, NAMES[member]): value.rpartition("/")[2] for member, value in given.items()}


def circumstances_of(
    action: str, scope: ResourceId, view: View, *, attributes: Mapping[Attribute, str], is_whole: bool
) -> Circumstances:
    """What is known of a request: its own attributes, those of an assignment to delete, and names from the scope."""
    found = {**_names(action, scope), **attributes}
    existing = view.find(scope) if action.lower() == _DELETE.lower() else None
    if existing and existing.type == ASSIGNMENTS:
        found |= attributes_of_assignment(existing.properties, Source.RESOURCE)
    return Circumstances(action=action, attributes=found, is_whole=is_whole)


def _names(action: str, scope: ResourceId) -> dict[Attribute, str]:
    """The name of the resource that is asked for, and of each that encloses it."""
    found = {}
    for depth, name in enumerate(scope.names, 1):
        is_made = action.lower() in _MAKING and depth == len(scope.names) > 1
        source = Source.REQUEST if is_made else Source.RESOURCE
        found[named(source, f"{'/'.join((scope.provider, *scope.types[:depth]))}:name")] = name
    return found
