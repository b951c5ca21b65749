"""Inputs that the provider fills in for Azure's sake: lists of sub-resources, and defaults that Azure would keep.

Source: pulumi-azure-native provider/pkg/provider/crud/crud.go and provider/pkg/provider/provider.go.
"""

from collections.abc import Mapping
from typing import Any

from sandbox.provider.schema import ResourceType


def unset(resource: ResourceType, inputs: Mapping[str, Any]) -> list[str]:
    """The lists of sub-resources that a program leaves to resources of their own."""
    return [path for path in resource.arm.maintained if not _has(inputs, path.split("."))]


def emptied(resource: ResourceType, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs with an empty list for each list of sub-resources that they leave out: a new resource has none yet."""
    found = dict(inputs)
    for path in unset(resource, inputs):
        *containers, last = path.split(".")
        target = found
        for each in containers:
            target[each] = dict(target.get(each, {}))
            target = target[each]
        target[last] = []
    return found


def copy(resource: ResourceType, names: list[str], answer: Mapping[str, Any], body: dict[str, Any]) -> None:
    """Put lists of sub-resources into a request body as Azure has them now."""
    for path in names:
        top, *rest = path.split(".")
        *containers, last = (*resource.inputs[top].place, *rest)
        source, target = answer, body
        for each in containers:
            source, target = source.get(each, {}), target.setdefault(each, {})
        if last in source:
            target[last] = source[last]


def restored(resource: ResourceType, inputs: Mapping[str, Any], old_outputs: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs with the defaults of those that are no longer named but have a value in Azure."""
    defaults = resource.arm.restored
    return {**{name: value for name, value in defaults.items() if name in old_outputs}, **inputs}


def before(resource: ResourceType, inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> dict[str, Any]:
    """The recorded outputs that a refresh compares with: without inputs that were put back to their default."""
    defaults = resource.arm.restored
    return {name: value for name, value in outputs.items() if name not in inputs or defaults.get(name) != value}


def after(resource: ResourceType, inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> dict[str, Any]:
    """The outputs that a refresh compares with: without lists of sub-resources that the program does not name."""
    found = dict(outputs)
    for path in unset(resource, inputs):
        found = _without(found, path.split("."))
    return found


def _has(values: Any, path: list[str]) -> bool:
    for each in path:
        if not isinstance(values, dict) or each not in values:
            return False
        values = values[each]
    return True


def _without(values: Mapping[str, Any], path: list[str]) -> dict[str, Any]:
    first, *rest = path
    if not rest:
        return {name: value for name, value in values.items() if name != first}
    inner = values.get(first)
    return {**values, first: _without(inner, rest)} if isinstance(inner, dict) else dict(values)
