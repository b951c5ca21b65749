"""Inputs that the provider fills in for Azure's sake: lists of sub-resources, and defaults that Azure would keep.

Source: pulumi-azure-native provider/pkg/provider/crud/crud.go and provider/pkg/provider/provider.go.
"""

from collections.abc import Mapping
from typing import Any

from sandbox.provider.schema import ResourceType


def unset(resource: ResourceType, inputs: Mapping[str, Any]) -> list[str]:
    """The lists of sub-resources that a program leaves to resources of their own."""
    return [name for name in resource.arm.maintained if name not in inputs]


def copy(resource: ResourceType, names: list[str], answer: Mapping[str, Any], body: dict[str, Any]) -> None:
    """Put lists of sub-resources into a request body as Azure has them now."""
    for name in names:
        *containers, last = resource.inputs[name].place
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
    return {name: value for name, value in outputs.items() if name not in unset(resource, inputs)}
