"""The evaluator: whether a principal may do an action at a scope, by the roles that it holds there and above.

Source: learn.microsoft.com/azure/role-based-access-control/overview.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.azure.authorization.role_assignment import assignments_at
from sandbox.azure.authorization.role_definition import definition_of, permissions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import Resource, View


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Whether something is allowed, and the id of the role assignment that allows it."""

    allowed: bool
    assignment: str | None = None


def decide(principal: str, action: str, scope: ResourceId, view: View, *, data: bool) -> Decision:
    """Decide for a principal's object id; the nearest assignment that allows the action is named."""
    for assignment in _held(principal, scope, view):
        if _allows(assignment, action, view, data=data):
            return Decision(allowed=True, assignment=assignment.id.text)
    return Decision(allowed=False)


def _held(principal: str, scope: ResourceId, view: View) -> Iterator[Resource]:
    """The principal's assignments at a scope and above, nearest first."""
    place: ResourceId | None = scope
    while place is not None:
        for assignment in assignments_at(place, view):
            if assignment.properties["principalId"].lower() == principal.lower():
                yield assignment
        place = place.parent


def _allows(assignment: Resource, action: str, view: View, *, data: bool) -> bool:
    """Whether an assignment's role allows an action. What a condition narrows is not granted: see `Permission`."""
    definition = definition_of(assignment.properties["roleDefinitionId"], view)
    if definition is None or "condition" in assignment.properties:
        return False
    return any(
        permission.allows(action, data=data) and permission.condition is None
        for permission in permissions_of(definition)
    )
