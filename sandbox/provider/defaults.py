"""Check's defaults: a name, a location and the API version for inputs that leave them out."""

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sandbox.provider.arm import AutoName
from sandbox.provider.diff import CREATE_BEFORE_DELETE
from sandbox.provider.schema import API_VERSION, ResourceType
from sandbox.provider.wire import UNKNOWN

_SUFFIX_LENGTH = 8


class NamingMode(StrEnum):
    """The engine's auto-naming setting (pulumi:autonaming)."""

    PROPOSE = "propose"
    ENFORCE = "enforce"
    DISABLE = "disable"


@dataclass(frozen=True, kw_only=True)
class Naming:
    """What a name is made from: the logical name, the engine's seed and its auto-naming setting, if there is one."""

    logical_name: str
    seed: bytes
    mode: NamingMode | None = None
    proposed: str = ""


@dataclass(frozen=True, kw_only=True)
class Locations:
    """Where a location comes from: the provider's configuration, else the resource group (None if not found)."""

    configured: str | None
    of_group: Callable[[str], str | None]


def with_defaults(
    resource: ResourceType,
    *,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    naming: Naming,
    locations: Locations,
) -> dict[str, Any]:
    """The program's inputs with what the provider adds; the order of preference is the azure-native provider's."""
    found = dict(new)
    parameter = resource.name_parameter
    if parameter is not None and parameter not in found:
        found |= _name(resource, parameter, old, naming)
    if "location" in resource.inputs and "location" not in found:
        location = old.get("location") or locations.configured or _group_location(found, locations)
        found |= {"location": location} if location is not None else {}
    found.setdefault(API_VERSION, resource.api_version)
    return found


def _name(resource: ResourceType, parameter: str, old: Mapping[str, Any], naming: Naming) -> dict[str, Any]:
    """The name input, and the mark that lets a resource with a random name be created before the old one goes."""
    marked = {CREATE_BEFORE_DELETE: True}
    if parameter in old:
        return {parameter: old[parameter]} | (marked if old.get(CREATE_BEFORE_DELETE) is True else {})
    match naming.mode:
        case NamingMode.DISABLE:
            return {}
        case NamingMode.ENFORCE:
            return {parameter: naming.proposed} | marked
        case NamingMode.PROPOSE if resource.auto_name is not AutoName.UUID:
            return {parameter: naming.proposed} | marked
    if resource.auto_name is AutoName.COPY:
        return {parameter: naming.logical_name}
    digest = hashlib.sha256(naming.seed + naming.logical_name.encode()).digest()
    if resource.auto_name is AutoName.UUID:
        return {parameter: str(uuid.UUID(bytes=digest[:16], version=4))} | marked
    return {parameter: naming.logical_name + digest.hex()[:_SUFFIX_LENGTH]} | marked


def _group_location(inputs: Mapping[str, Any], locations: Locations) -> str | None:
    group = inputs.get("resourceGroupName")
    if not isinstance(group, str):
        return None
    return UNKNOWN if group == UNKNOWN else locations.of_group(group)
