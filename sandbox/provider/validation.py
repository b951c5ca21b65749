"""Check's findings about a program's inputs, in the azure-native provider's words.

Stricter than the real provider in two things: a property that the SDK does not know, which that provider drops
silently, and a boolean or an object in the place of another kind, which it leaves for Azure to refuse. Values of
enumerations are Azure's to judge, as there.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sandbox.provider.convert import shape_of
from sandbox.provider.schema import API_VERSION, Field, ResourceType
from sandbox.provider.sdk import Kind, Type
from sandbox.provider.tables import PARAMETER_LIMITS
from sandbox.provider.wire import UNKNOWN

_LOCATION_HINT = ". Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'."
_ARTICLES = {"array": "an array", "object": "an object"}


def failures(resource: ResourceType, inputs: Mapping[str, Any]) -> list[str]:
    """One sentence for each thing that is wrong with checked inputs (defaults already applied)."""
    return [*_parameters(resource, inputs), *_body(resource, inputs), *_unknown(resource, inputs)]


def _parameters(resource: ResourceType, inputs: Mapping[str, Any]) -> Iterator[str]:
    for name in resource.parameters:
        value = inputs.get(name)
        if value is None:
            yield f"missing required property '{name}'"
        elif not isinstance(value, str):
            yield _mismatch(name, Kind.STRING, value)
        elif value != UNKNOWN:
            yield from _bounds(resource, name, value)


def _bounds(resource: ResourceType, name: str, value: str) -> Iterator[str]:
    own = f"{resource.token.partition(':')[2]}.{name}"
    limits = PARAMETER_LIMITS.get(own) or PARAMETER_LIMITS.get(name)
    if limits is None:
        return
    if len(value) < limits.shortest:
        yield f"'{name}' is too short ({len(value)}): at least {limits.shortest} characters required"
    if limits.longest is not None and len(value) > limits.longest:
        yield f"'{name}' is too long ({len(value)}): at most {limits.longest} characters allowed"
    if limits.pattern is not None and not re.search(limits.pattern, value):
        yield f"'{name}' does not match expression '{limits.pattern}'"


def _body(resource: ResourceType, inputs: Mapping[str, Any]) -> Iterator[str]:
    if "location" in resource.inputs and "location" not in inputs:
        yield f"missing required property 'location'{_LOCATION_HINT}"
    yield from _object("", resource.inputs, inputs)


def _unknown(resource: ResourceType, inputs: Mapping[str, Any]) -> Iterator[str]:
    known = {*resource.inputs, *resource.parameters, API_VERSION}
    yield from _unexpected("", known, inputs)


def _object(context: str, shape: Mapping[str, Field], values: Mapping[str, Any]) -> Iterator[str]:
    for name, each in shape.items():
        path = f"{context}.{name}" if context else name
        if name in values:
            yield from _value(path, each.property.type, values[name])
        elif each.property.required:
            yield f"missing required property '{path}'"


def _value(path: str, type_: Type, value: Any) -> Iterator[str]:
    found = _kind_of(value)
    if value is None or value == UNKNOWN or type_.kind is Kind.ANY:
        return
    if found is not type_.kind and not (found is Kind.NUMBER and type_.kind is Kind.INTEGER):
        yield _mismatch(path, type_.kind, value)
    elif type_.kind is Kind.INTEGER and not float(value).is_integer():
        yield f"'{path}' must be an integer but got {value:f}"
    elif isinstance(value, list) and type_.items:
        for index, item in enumerate(value):
            yield from _value(f"{path}[{index}]", type_.items, item)
    elif isinstance(value, dict):
        yield from _members(path, type_, value)


def _members(path: str, type_: Type, value: Mapping[str, Any]) -> Iterator[str]:
    if type_.items:
        for key, item in value.items():
            yield from _value(f"{path}.{key}", type_.items, item)
        return
    shape = shape_of(type_.shapes, value)
    if shape is not None:
        yield from _object(path, shape, value)
        yield from _unexpected(path, set(shape), value)


def _unexpected(context: str, known: set[str], values: Mapping[str, Any]) -> Iterator[str]:
    for name in values:
        if name not in known and not name.startswith("__"):
            yield f"unknown property '{context}.{name}'" if context else f"unknown property '{name}'"


def _mismatch(path: str, wanted: Kind, value: Any) -> str:
    found = _kind_of(value)
    return f"'{path}' should be of type '{wanted}' but got {_ARTICLES.get(found, f'a {found}')}"


def _kind_of(value: Any) -> Kind:
    match value:
        case bool():
            return Kind.BOOLEAN
        case int() | float():
            return Kind.NUMBER
        case str():
            return Kind.STRING
        case list():
            return Kind.ARRAY
        case _:
            return Kind.OBJECT
