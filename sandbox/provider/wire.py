"""Property bags on the wire: protobuf structs to plain Python values and back."""

from collections.abc import Mapping
from typing import Any

from google.protobuf.struct_pb2 import NULL_VALUE, Struct, Value
from pulumi.runtime.rpc import UNKNOWN

__all__ = ["UNKNOWN", "from_struct", "to_struct"]


def from_struct(struct: Struct) -> dict[str, Any]:
    """A struct's properties, sorted by name; those that are null are left out, whole numbers become int."""
    values = ((name, _from_value(struct.fields[name])) for name in sorted(struct.fields))
    return {name: value for name, value in values if value is not None}


def to_struct(properties: Mapping[str, Any]) -> Struct:
    """The properties as a struct; those that are None are left out."""
    struct = Struct()
    _fill(struct, properties)
    return struct


def _from_value(value: Value) -> Any:
    match value.WhichOneof("kind"):
        case "struct_value":
            return from_struct(value.struct_value)
        case "list_value":
            return [_from_value(item) for item in value.list_value.values]
        case "number_value":
            return int(value.number_value) if value.number_value.is_integer() else value.number_value
        case "string_value":
            return value.string_value
        case "bool_value":
            return value.bool_value
        case _:
            return None


def _fill(struct: Struct, properties: Mapping[str, Any]) -> None:
    for name, value in properties.items():
        if value is not None:
            _put(struct.fields[name], value)


def _put(target: Value, value: Any) -> None:
    """Write a value in place: messages that are put together bottom up would be copied once for each level."""
    match value:
        case None:
            target.null_value = NULL_VALUE
        case bool():
            target.bool_value = value
        case int() | float():
            target.number_value = value
        case str():
            target.string_value = value
        case Mapping():
            target.struct_value.SetInParent()
            _fill(target.struct_value, value)
        case list() | tuple():
            target.list_value.SetInParent()
            for item in value:
                _put(target.list_value.values.add(), item)
        case _:
            raise TypeError(f"A property cannot hold a {type(value).__name__}.")
