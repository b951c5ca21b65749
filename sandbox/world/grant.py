"""Roles given and taken by the subscriptions' owner, behind the back of whoever deploys."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.azure.authorization.assigned import assignments_at
from sandbox.azure.authorization.built_in import ROLE_ASSIGNMENTS, ROLE_DEFINITIONS
from sandbox.azure.resource_id import ResourceId
from sandbox.world import access
from sandbox.world.principal import OWNER
from sandbox.world.role_name import UnknownRoleError, guid_of

if TYPE_CHECKING:
    from sandbox.azure.view import Resource
    from sandbox.world.transaction import Transaction
    from sandbox.world.world import World

_API_VERSION = "2022-04-01"


def grant(world: World, principal: str, role: str, scope: str, condition: str | None) -> str:
    """Give a principal a role, named as people name it or by its GUID, at a scope; returns the assignment's id."""
    guid = guid_of(role)
    with world.reading() as view:
        holder = access.resolve(principal, view)
    place = ResourceId.parse(scope)
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{place.key}|{holder.object_id}|{guid}")
    given = {
        "principalId": holder.object_id,
        "principalType": holder.type,
        "roleDefinitionId": f"/providers/{ROLE_DEFINITIONS}/{guid}",
        **({"condition": condition, "conditionVersion": "2.0"} if condition else {}),
    }
    answer = world.call(
        "PUT", f"{place.text}/providers/{ROLE_ASSIGNMENTS}/{name}", _API_VERSION, {"properties": given}, principal=OWNER
    )
    return str((answer.body or {})["id"])


def revoke(world: World, principal: str, role: str, scope: str) -> None:
    """Take a role away from a principal where it was given."""
    with world.reading() as view:
        assignment = _held(access.resolve(principal, view).object_id, guid_of(role), ResourceId.parse(scope), view)
    if assignment is None:
        raise UnknownRoleError(f"{principal} does not hold the role {role} at {scope}.")
    world.call("DELETE", assignment.id.text, _API_VERSION, principal=OWNER)


def _held(object_id: str, guid: str, scope: ResourceId, view: Transaction) -> Resource | None:
    for each in assignments_at(scope, view):
        of_the_role = each.properties["roleDefinitionId"].lower().endswith(guid)
        if of_the_role and each.properties["principalId"].lower() == object_id.lower():
            return each
    return None
