"""The evaluator: whether a principal may do an action at a scope, by the roles that it holds there and above.

Sources: learn.microsoft.com/azure/role-based-access-control/overview and …/conditions-format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.azure.authorization import condition
from sandbox.azure.authorization.assigned import assignments_at
from sandbox.azure.authorization.circumstances import circumstances_of
from sandbox.azure.authorization.data_action import reaches
from sandbox.azure.authorization.role_definition import definition_of, permissions_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.azure.authorization.condition.attribute import Attribute
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import Resource, View


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Whether something is allowed, and the id of the role assignment that allows it."""

    allowed: bool
    assignment: str | None = None
    unfulfilled: str | None = None
    """The id of an assignment that would allow it if a condition were fulfilled, where nothing allows it."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked: an action at a scope, and what the request says."""

    action: str
    scope: ResourceId
    data: bool
    """Whether the action is one about data."""
    attributes: Mapping[Attribute, str] = field(default_factory=dict)
    """Attributes of the request."""
    is_whole: bool = True
    """Whether these are all attributes of the request. If not, what they leave open is not allowed."""


def decide(principal: str, asked: Question, view: View) -> Decision:
    """Decide for a principal's object id; the nearest assignment that allows the action is named."""
    unfulfilled = None
    for assignment in _held(principal, asked, view):
        verdicts = set(_verdicts(assignment, asked, view))
        if True in verdicts:
            return Decision(allowed=True, assignment=assignment.id.text)
        if verdicts:
            unfulfilled = unfulfilled or assignment.id.text
    return Decision(allowed=False, unfulfilled=unfulfilled)


def _held(principal: str, asked: Question, view: View) -> Iterator[Resource]:
    """The assignments to the principal and to its groups that reach the scope, nearest first."""
    holders = {principal.lower(), *view.groups_of(principal)}
    place: ResourceId | None = asked.scope
    while place is not None:
        if reaches(place, asked.scope, data=asked.data):
            for assignment in assignments_at(place, view):
                if assignment.properties["principalId"].lower() in holders:
                    yield assignment
        place = place.parent


def _verdicts(assignment: Resource, asked: Question, view: View) -> Iterator[bool]:
    """For each permission that covers the action: whether the conditions on it are fulfilled."""
    definition = definition_of(assignment.properties["roleDefinitionId"], view)
    for permission in permissions_of(definition) if definition else ():
        if permission.allows(asked.action, data=asked.data):
            texts = (assignment.properties.get("condition"), permission.condition)
            yield all(_is_fulfilled(text, asked, view) for text in texts if text)


def _is_fulfilled(text: str, asked: Question, view: View) -> bool:
    """Whether a condition is known to hold."""
    found = circumstances_of(asked.action, asked.scope, view, attributes=asked.attributes, is_whole=asked.is_whole)
    return condition.parse(text).holds(found) is True
