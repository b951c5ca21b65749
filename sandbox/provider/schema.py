"""Resource types and functions as the provider door needs them: the SDK's description joined with the ARM table."""

import functools
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.provider import sdk
from sandbox.provider.arm import ENVELOPE, ArmType, AutoName, Place
from sandbox.provider.sdk import Kind, Property, Type, UnknownTypeError
from sandbox.provider.tables import ACTIONS, FLATTENED, NESTED_RENAMES, TYPES

API_VERSION = "azureApiVersion"
_PARAMETER = re.compile(r"\{(\w+)\}")
_STRING = Type(kind=Kind.STRING)


@dataclass(frozen=True, kw_only=True)
class Field:
    """A property, and where it stands in Resource Manager's body."""

    property: Property
    place: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ResourceType:
    """A resource type: path parameters, the inputs and outputs that are part of the body, and the provider's rules."""

    token: str
    arm: ArmType
    api_version: str
    parameters: tuple[str, ...]
    inputs: Mapping[str, Field]
    outputs: Mapping[str, Field]

    @property
    def force_new(self) -> frozenset[str]:
        """Inputs whose change replaces the resource."""
        return self.arm.force_new | frozenset(self.parameters)

    @property
    def name_parameter(self) -> str | None:
        """The path parameter that names the resource itself; None where the path ends in a fixed name."""
        last = self.arm.path.rpartition("/")[2]
        return last[1:-1] if _PARAMETER.fullmatch(last) else None

    @property
    def auto_name(self) -> AutoName:
        """Random for a resource group and what stands directly under a provider, else a copy of the logical name."""
        if self.arm.auto_name is not None:
            return self.arm.auto_name
        _, provider, rest = self.arm.path.lower().rpartition("microsoft.")
        return AutoName.RANDOM if not provider or len(_PARAMETER.findall(rest)) == 1 else AutoName.COPY


@dataclass(frozen=True, kw_only=True)
class FunctionType:
    """A function: a GET of a resource, or (with `action`) a POST to it; `outputs` is the shape of its result."""

    token: str
    resource: ResourceType
    action: str | None
    outputs: Mapping[str, Field]


@functools.cache
def resource_type(token: str) -> ResourceType:
    """The resource type of a token; UnknownTypeError if the simulated Azure does not serve it."""
    row = TYPES.get(token)
    if row is None:
        raise UnknownTypeError(f"Resource type {token} not found")
    described = sdk.resource(token)
    inputs, outputs = sdk.properties(described.inputs), sdk.properties(described.outputs)
    version = described.api_version or (resource_type(row.version_of).api_version if row.version_of else None)
    if version is None:
        raise UnknownTypeError(f"The SDK names no API version of {token}.")
    parameters = tuple(name for name in _PARAMETER.findall(row.path) if name != "subscriptionId")
    flat = "properties" in outputs or "properties" in inputs
    id_ = Property(name="id", type=_STRING)
    return ResourceType(
        token=token,
        arm=row,
        api_version=version,
        parameters=parameters,
        inputs=_fields({name: each for name, each in inputs.items() if name not in parameters}, row.renames, flat=flat),
        outputs=_fields({"id": id_, **outputs}, row.renames, flat=flat),
    )


@functools.cache
def function_type(token: str) -> FunctionType:
    """The function of a token: a look-up (`getX`) or an action (`listX`); UnknownTypeError if there is none."""
    owner, action = ACTIONS.get(token, (_looked_up(token), None))
    try:
        resource = resource_type(owner)
    except UnknownTypeError as error:
        raise UnknownTypeError(f"Invoke type {token} not found") from error
    shape = sdk.properties(sdk.result(token))
    outputs = _fields(shape, resource.arm.renames, flat=action is not None or "properties" in shape)
    return FunctionType(token=token, resource=resource, action=action, outputs=outputs)


@functools.cache
def fields(shape: type) -> Mapping[str, Field]:
    """The fields of a nested SDK class."""
    module = shape.__module__.split(".")[1]
    name = re.sub(r"(Args|Response)$", "", shape.__name__)
    key = f"{module}:{name}"
    return _fields(sdk.properties(shape), NESTED_RENAMES.get(key, {}), flat=key not in FLATTENED)


def _looked_up(token: str) -> str:
    prefix, _, name = token.rpartition(":")
    return f"{prefix}:{name.removeprefix('get')}" if name.startswith("get") else ""


def _fields(properties: Mapping[str, Property], renames: Mapping[str, Place], *, flat: bool) -> Mapping[str, Field]:
    found = {}
    for name, each in properties.items():
        if name == API_VERSION:
            continue
        inside = not flat and name not in ENVELOPE
        place = renames.get(name, f"properties.{name}" if inside else name)
        found[name] = Field(property=each, place=tuple(place.split(".")) if isinstance(place, str) else place)
    return types.MappingProxyType(found)
