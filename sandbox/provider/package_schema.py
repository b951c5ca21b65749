"""The package's schema, as far as the simulated Azure knows its types: what `pulumi import` needs to write code.

The shapes are the installed SDK's; the format is https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema.
"""

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sandbox.provider.schema import ResourceType, fields, resource_type
from sandbox.provider.sdk import Kind, Property, Type, shape_name
from sandbox.provider.tables import TYPES

_ANY = {"$ref": "pulumi.json#/Any"}
_STRING = {"type": Kind.STRING.value}


@functools.cache
def package_schema(version: str) -> str:
    """The schema as JSON."""
    known = [resource_type(token) for token in TYPES]
    return json.dumps(
        {
            "name": "azure-native",
            "version": version,
            "description": "The resource types of azure-native that the simulated Azure knows.",
            "language": {"python": {"usesIOClasses": True, "inputTypes": "classes-and-dicts"}},
            "resources": {each.token: _resource(each) for each in known},
            "types": {_token(shape): _object(_members(shape)) for shape in _shapes(known)},
        }
    )


def _resource(resource: ResourceType) -> dict[str, Any]:
    described = {name: each.property for name, each in resource.inputs.items()}
    required = [*resource.parameters, *(name for name, each in described.items() if each.required)]
    # The provider fills in a resource's own name.
    needed = sorted({*required} - {resource.name_parameter})
    path = dict.fromkeys(resource.parameters, _STRING)
    outputs = _object({name: each.property for name, each in resource.outputs.items() if name != "id"})
    return {
        **outputs,
        "inputProperties": {**path, **{name: _property(each) for name, each in described.items() if name != "id"}},
        "requiredInputs": needed,
    }


def _object(members: Mapping[str, Property]) -> dict[str, Any]:
    required = sorted(name for name, each in members.items() if each.required)
    return {
        "type": Kind.OBJECT.value,
        "properties": {name: _property(each) for name, each in members.items()},
        "required": required,
    }


def _members(shape: type) -> dict[str, Property]:
    return {name: each.property for name, each in fields(shape).items()}


def _property(described: Property) -> dict[str, Any]:
    constant = {} if described.constant is None else {"const": described.constant}
    return {**_type(described.type), **constant}


def _type(type_: Type) -> dict[str, Any]:
    match type_.kind:
        case Kind.ARRAY:
            return {"type": "array", "items": _type(type_.items) if type_.items else _ANY}
        case Kind.OBJECT if type_.items:
            return {"type": "object", "additionalProperties": _type(type_.items)}
        case Kind.OBJECT if type_.shapes:
            found = [{"$ref": f"#/types/{_token(shape)}"} for shape in type_.shapes]
            return found[0] if len(found) == 1 else {"oneOf": found}
        case Kind.OBJECT | Kind.ANY:
            return dict(_ANY)
        case simple:
            return {"type": simple.value}


def _token(shape: type) -> str:
    module, name = shape_name(shape)
    return f"azure-native:{module}:{name}"


def _shapes(resources: list[ResourceType]) -> Iterator[type]:
    """Every SDK class that a property of a resource leads to, once."""
    waiting = [
        shape
        for resource in resources
        for table in (resource.inputs, resource.outputs)
        for each in table.values()
        for shape in _inside(each.property.type)
    ]
    seen: dict[str, type] = {}
    while waiting:
        shape = waiting.pop()
        if seen.setdefault(_token(shape), shape) is shape:
            yield shape
            waiting += [
                found
                for each in fields(shape).values()
                for found in _inside(each.property.type)
                if _token(found) not in seen
            ]


def _inside(type_: Type) -> Iterator[type]:
    yield from type_.shapes
    if type_.items:
        yield from _inside(type_.items)
