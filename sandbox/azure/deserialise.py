"""Request bodies read against a type's table: unknown members and wrong types refused, values in normal form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.azure import duration, location, manager
from sandbox.azure.property import Access, Kind, Property

if TYPE_CHECKING:
    from sandbox.azure.error import AzureError

_NET_TYPES = {
    Kind.STRING: "System.String",
    Kind.BOOLEAN: "System.Boolean",
    Kind.INTEGER: "System.Int32",
    Kind.NUMBER: "System.Double",
    Kind.DURATION: "System.TimeSpan",
    Kind.LOCATION: "System.String",
    Kind.OBJECT: "System.Object",
    Kind.ARRAY: "System.Collections.Generic.IList",
    Kind.MAP: "System.Collections.Generic.IDictionary",
}
"""The names by which error messages call the kinds (learn.microsoft.com/dotnet/api/system)."""

_INT32 = range(-(2**31), 2**31)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a body is read: for which type, and whether required members must be there."""

    type: str
    partial: bool = False
    """A PATCH may leave out what is required."""

    def members(self, table: Mapping[str, Property], body: Any, path: str = "") -> dict[str, Any]:
        """The writable members of an object, in normal form and in the table's order."""
        if not isinstance(body, Mapping):
            raise _wrong_type(Kind.OBJECT, body, path)
        for member in body:
            if member not in table:
                raise manager.UNKNOWN_PROPERTY.refusal(member=member, type=self.type, path=_join(path, member))
        return {
            member: self.value(described, body[member], _join(path, member))
            for member, described in table.items()
            if self._is_read(member, described, body, path)
        }

    def _is_read(self, member: str, property: Property, body: Mapping[str, Any], path: str) -> bool:
        given = body.get(member) is not None
        if property.required and not given and not self.partial:
            raise manager.REQUIRED_PROPERTY.refusal(member=member, path=path)
        return given and property.access in {Access.READ_WRITE, Access.WRITE_ONLY}

    def value(self, property: Property, value: Any, path: str) -> Any:
        """One value in normal form."""
        match property.kind:
            case Kind.OBJECT:
                return self.members(property.properties, value, path)
            case Kind.ARRAY if isinstance(value, list) and property.items:
                return [self.value(property.items, item, f"{path}[{index}]") for index, item in enumerate(value)]
            case Kind.MAP if isinstance(value, Mapping) and property.items:
                return {str(name): self.value(property.items, item, _join(path, name)) for name, item in value.items()}
            case Kind.ARRAY | Kind.MAP:
                raise _wrong_type(property.kind, value, path)
        return _scalar(property, value, path)


def _scalar(property: Property, value: Any, path: str) -> Any:
    try:
        normal = _SCALARS[property.kind](value)
    except (TypeError, ValueError):
        raise _wrong_type(property.kind, value, path) from None
    return _as_allowed(property, normal, path) if property.allowed else normal


def _as_allowed(property: Property, value: str, path: str) -> str:
    for allowed in property.allowed:
        if allowed.lower() == value.lower():
            return allowed
    raise manager.UNKNOWN_VALUE.refusal(value=value, path=path, allowed=", ".join(property.allowed))


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise TypeError


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError


def _integer(value: Any) -> int:
    """A whole number of 32 bits; protocol buffers deliver all numbers as floats."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise TypeError
    if int(value) not in _INT32:
        raise ValueError
    return int(value)


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return value


_SCALARS: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.STRING: _string,
    Kind.BOOLEAN: _boolean,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.DURATION: lambda value: duration.normalise(_string(value)),
    Kind.LOCATION: lambda value: location.normalise(_string(value)),
}


def _wrong_type(kind: Kind, value: Any, path: str) -> AzureError:
    return manager.WRONG_TYPE.refusal(value=json.dumps(value, default=str), type=_NET_TYPES[kind], path=path)


def _join(path: str, member: str) -> str:
    return f"{path}.{member}" if path else member
