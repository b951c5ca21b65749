"""Short ways to describe the properties that occur everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import timestamp
from sandbox.azure.property import Access, Kind, Property

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sandbox.azure.view import Resource, View


def text(*allowed: str, **more: Any) -> Property:
    """A text, or one of an enumeration's values."""
    return Property(kind=Kind.STRING, allowed=allowed, **more)


def flag(**more: Any) -> Property:
    """A switch, without a default unless one is given."""
    return Property(kind=Kind.BOOLEAN, **more)


def whole(**more: Any) -> Property:
    """A whole number."""
    return Property(kind=Kind.INTEGER, **more)


def record(properties: Mapping[str, Property], **more: Any) -> Property:
    """An object with named members."""
    return Property(kind=Kind.OBJECT, properties=properties, **more)


def listing(items: Property, **more: Any) -> Property:
    """A list of like elements."""
    return Property(kind=Kind.ARRAY, items=items, **more)


def mapping(items: Property, **more: Any) -> Property:
    """A map from names to like values."""
    return Property(kind=Kind.MAP, items=items, **more)


def texts(names: Iterable[str]) -> dict[str, Property]:
    """Plain texts by their names."""
    return {name: text() for name in names}


def reported(kind: Kind, read: Callable[[Resource, View], Any]) -> Property:
    """A value that Azure reports; what a request says of it is ignored."""
    return Property(kind=kind, access=Access.READ_ONLY, computed=read)


def always(value: str | bool | int) -> Property:
    """A value that Azure reports and that is the same for all resources of the type."""
    kinds = {str: Kind.STRING, bool: Kind.BOOLEAN, int: Kind.INTEGER}
    return reported(kinds[type(value)], lambda _, __: value)


SUCCEEDED = always("Succeeded")
"""The `provisioningState` of whatever stands: calls are decided at once."""
CREATED_AT = reported(Kind.STRING, lambda resource, _: timestamp.render(resource.created_at))
UPDATED_AT = reported(Kind.STRING, lambda resource, _: timestamp.render(resource.updated_at))
