"""What Azure reports of an entity by itself: times and message counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import timestamp
from sandbox.azure.property import Access, Kind, Property

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.azure.view import Resource, View


def _never_used(_resource: Resource, _view: View) -> str:
    return timestamp.NEVER


CREATED_AT = Property(
    kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda resource, _: timestamp.render(resource.created_at)
)
UPDATED_AT = Property(
    kind=Kind.STRING, access=Access.READ_ONLY, computed=lambda resource, _: timestamp.render(resource.updated_at)
)


def times(accessed: Callable[[Resource, View], str] = _never_used) -> dict[str, Property]:
    """When an entity was created, last changed and last used."""
    return {
        "createdAt": CREATED_AT,
        "updatedAt": UPDATED_AT,
        "accessedAt": Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=accessed),
    }


NO_MESSAGES = {
    "activeMessageCount": 0,
    "deadLetterMessageCount": 0,
    "scheduledMessageCount": 0,
    "transferMessageCount": 0,
    "transferDeadLetterMessageCount": 0,
}


def gauge(kind: Kind, read: Callable[[Resource, View], Any]) -> Property:
    """A value that Azure reports."""
    return Property(kind=kind, access=Access.READ_ONLY, computed=read)


COUNT_DETAILS = gauge(Kind.OBJECT, lambda _, __: dict(NO_MESSAGES))
MESSAGE_COUNT = gauge(Kind.INTEGER, lambda _, __: 0)
SIZE_IN_BYTES = gauge(Kind.INTEGER, lambda _, __: 0)
"""No messages move through the control plane: these gauges stand at zero."""
