"""What Azure answers when a resource is read: the kept body with its computed properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.property import UNSET, Access, Kind, Property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.resource_type import ResourceType
    from sandbox.azure.view import Resource, View

_HIDDEN = frozenset({Access.WRITE_ONLY, Access.IGNORED})


def render(resource: Resource, type: ResourceType, view: View) -> dict[str, Any]:
    """The body of a GET."""
    head = {"id": resource.id.text, "name": resource.id.name, "type": type.answers_as}
    return {**head, **_render(type.body, resource.body, resource, view)}


def _render(table: Mapping[str, Property], stored: Mapping[str, Any], resource: Resource, view: View) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    for member, described in table.items():
        value = _value(member, described, stored, resource, view)
        if value is not UNSET:
            answer[member] = value
    return answer


def _value(member: str, property: Property, stored: Mapping[str, Any], resource: Resource, view: View) -> Any:
    if property.access in _HIDDEN:
        return UNSET
    if property.computed:
        return property.computed(resource, view)
    value = stored.get(member, UNSET)
    return value if value is UNSET else _rendered(property, value, resource, view)


def _rendered(property: Property, value: Any, resource: Resource, view: View) -> Any:
    match property.kind:
        case Kind.OBJECT:
            return _render(property.properties, value, resource, view)
        case Kind.ARRAY if property.items:
            return [_rendered(property.items, item, resource, view) for item in value]
        case Kind.MAP if property.items:
            return {name: _rendered(property.items, item, resource, view) for name, item in value.items()}
    return value
