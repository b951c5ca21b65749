"""Resource Manager ids: made from a type's path and inputs, and read back into path parameters."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from sandbox.provider.errors import ProviderError
from sandbox.provider.schema import ResourceType

# What Go's url.PathEscape leaves alone besides letters, digits and "-._~".
_UNESCAPED = "$&+=:@"
_PARAMETER = re.compile(r"\{(\w+)\}")


def resource_id(resource: ResourceType, inputs: Mapping[str, Any], subscription_id: str) -> str:
    """The id of the resource that these inputs describe; ProviderError where a path parameter is missing."""
    path = resource.arm.path.replace("{subscriptionId}", quote(subscription_id, safe=_UNESCAPED))
    for name in resource.parameters:
        if _is_scope(resource, name):
            path = path.replace(f"/{{{name}}}", f"/{_text(inputs, name).strip('/')}")
    return completed(path, inputs)


def completed(path: str, inputs: Mapping[str, Any]) -> str:
    """A path with the inputs that it names, escaped; ProviderError where one is missing."""
    return _PARAMETER.sub(lambda found: quote(_text(inputs, found[1]), safe=_UNESCAPED), path)


def _text(inputs: Mapping[str, Any], name: str) -> str:
    value = inputs.get(name)
    if value is None:
        raise ProviderError(f"missing required property '{name}'")
    if not isinstance(value, str):
        raise ProviderError(f"expected string value for path parameter '{name}', got {type(value).__name__}")
    return value


def path_parameters(resource: ResourceType, id: str) -> dict[str, str]:
    """The path parameters in an id, ignoring the letter case of its fixed segments; ProviderError for another type."""
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(resource.arm.path))
    for name in resource.parameters:
        if _is_scope(resource, name):
            pattern = pattern.replace(f"/(?P<{name}>[^/]+)", f"(?P<{name}>/.+)")
    found = re.fullmatch(pattern, id, re.IGNORECASE)
    if found is None:
        raise ProviderError(f"The id '{id}' is not one of {resource.token}: expected '{resource.arm.path}'.")
    return {name: unquote(found[name]) for name in resource.parameters}


def _is_scope(resource: ResourceType, parameter: str) -> bool:
    """Whether a parameter is the id of the resource that this one extends: it begins the path."""
    return resource.arm.path.startswith(f"/{{{parameter}}}/")
