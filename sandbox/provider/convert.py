"""Shapes: SDK inputs to request bodies, answers to SDK outputs, and outputs back to inputs."""

from collections.abc import Iterable, Mapping
from typing import Any

from sandbox.provider.arm import STRING_SETS
from sandbox.provider.identity import path_parameters
from sandbox.provider.schema import API_VERSION, Field, ResourceType, fields
from sandbox.provider.sdk import Kind, Type
from sandbox.provider.wire import UNKNOWN

_MATCHES: Mapping[Kind, tuple[type, ...]] = {
    Kind.STRING: (str,),
    Kind.BOOLEAN: (bool,),
    Kind.INTEGER: (int, float),
    Kind.NUMBER: (int, float),
}


def request_body(resource: ResourceType, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The body of a PUT: path parameters left out, the rest where Resource Manager wants it."""
    return _body(resource.inputs, inputs)


def sdk_outputs(shape: Mapping[str, Field], answer: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer of Azure means as outputs; properties that the SDK does not know are dropped."""
    found = {name: _at(answer, each.place) for name, each in shape.items()}
    return {name: _output(shape[name].property.type, value) for name, value in found.items() if value is not None}


def state(resource: ResourceType, answer: Mapping[str, Any]) -> dict[str, Any]:
    """A resource's outputs as they go into the state."""
    return {**sdk_outputs(resource.outputs, answer), API_VERSION: resource.api_version}


def writable(resource: ResourceType, outputs: Mapping[str, Any]) -> dict[str, Any]:
    """The part of outputs that a program could have asked for as inputs, path parameters excepted."""
    return _projection(resource.inputs, outputs)


def imported_inputs(resource: ResourceType, id: str, answer: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs that would produce an existing resource: without empty collections and without `id`, which is Pulumi's."""
    body = _projection(resource.inputs, sdk_outputs(resource.outputs, answer))
    kept = {name: _without_empty(value) for name, value in body.items() if name != "id"}
    return path_parameters(resource, id) | {name: value for name, value in kept.items() if value is not None}


def preview(resource: ResourceType, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Outputs as far as the inputs foretell them; everything else is unknown."""
    return {**_previewed(resource.outputs, inputs), API_VERSION: resource.api_version}


def shape_of(candidates: Iterable[type], value: Mapping[str, Any]) -> Mapping[str, Field] | None:
    """The fields of the SDK class that fits an object: the first whose constants (discriminators) it has."""
    for candidate in candidates:
        found = fields(candidate)
        constants = {name: each.property.constant for name, each in found.items() if each.property.constant is not None}
        if all(value.get(name, constant) == constant for name, constant in constants.items()):
            return found
    return None


def _body(shape: Mapping[str, Field], values: Mapping[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for name, each in shape.items():
        if name not in values:
            continue
        target = body
        for segment in each.place[:-1]:
            target = target.setdefault(segment, {})
        value = _input(each.property.type, values[name])
        target[each.place[-1]] = {item: {} for item in value} if name in STRING_SETS else value
    return body


def _input(type_: Type, value: Any) -> Any:
    if isinstance(value, list):
        return [_input(type_.items, item) if type_.items else item for item in value]
    if not isinstance(value, dict):
        return value
    if type_.items:
        return {key: _input(type_.items, item) for key, item in value.items()}
    shape = shape_of(type_.shapes, value)
    return _body(shape, value) if shape is not None else value


def _output(type_: Type, value: Any) -> Any:
    if isinstance(value, list):
        return [_output(type_.items, item) if type_.items else item for item in value]
    if not isinstance(value, dict):
        return value
    if type_.items:
        return {key: _output(type_.items, item) for key, item in value.items()}
    shape = shape_of(type_.shapes, value)
    return sdk_outputs(shape, value) if shape is not None else value


def _projection(shape: Mapping[str, Field], outputs: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for name, each in shape.items():
        value = outputs.get(name)
        if value is not None:
            as_set = name in STRING_SETS and isinstance(value, dict)
            found[name] = list(value) if as_set else _projected(each.property.type, value)
    return found


def _projected(type_: Type, value: Any) -> Any:
    if isinstance(value, list):
        return [_projected(type_.items, item) if type_.items else item for item in value]
    if not isinstance(value, dict):
        return value
    if type_.items:
        return {key: _projected(type_.items, item) for key, item in value.items()}
    shape = shape_of(type_.shapes, value)
    return _projection(shape, value) if shape is not None else value


def _previewed(shape: Mapping[str, Field], inputs: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _foretold(each.property.type, inputs.get(name, UNKNOWN)) for name, each in shape.items()}


def _foretold(type_: Type, value: Any) -> Any:
    if type_.kind is Kind.ANY or isinstance(value, _MATCHES.get(type_.kind, ())):
        return value
    if type_.kind is Kind.ARRAY and isinstance(value, list) and type_.items:
        return [_foretold(type_.items, item) for item in value]
    if type_.kind is Kind.OBJECT and isinstance(value, dict):
        if type_.items:
            return {key: _foretold(type_.items, item) for key, item in value.items()}
        if len(type_.shapes) == 1:
            return _previewed(fields(type_.shapes[0]), value)
        return value
    return UNKNOWN


def _at(answer: Mapping[str, Any], place: tuple[str, ...]) -> Any:
    value: Any = answer
    for segment in place:
        if not isinstance(value, Mapping):
            return None
        value = value.get(segment)
    return value


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item is not None} or None
    if isinstance(value, list):
        return [item for item in map(_without_empty, value) if item is not None] or None
    return value
