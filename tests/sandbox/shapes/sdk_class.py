"""What an SDK class says of its members, read by the tests' own introspection."""

from __future__ import annotations

import enum
import functools
import importlib
import inspect
import sys
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pulumi
from pulumi._types import _py_properties, is_input_type

if typing.TYPE_CHECKING:
    from tests.sandbox.shapes.sdk_types import SdkType

VERSION = "azureApiVersion"
SCALARS: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}


@dataclass(frozen=True, kw_only=True)
class Member:
    """A member of an SDK class: its names in Python and on the wire, and what it may hold.

    Attributes:
        kinds: The JSON types of plain values.
        enum: The values that the SDK's enumeration names; empty where there is none.
        classes: The classes of objects; of an array's or a map's elements where it is one.
        is_array: Whether it is an array.
        is_map: Whether it is a map with free keys.
    """

    python: str
    wire: str
    required: bool
    kinds: frozenset[str]
    enum: frozenset[str]
    classes: tuple[type, ...]
    is_array: bool
    is_map: bool


@functools.cache
def args_class(described: SdkType) -> type:
    """The class of a resource's inputs; XInitArgs is its name where a nested class is called XArgs."""
    own = vars(sys.modules[resource_class(described).__module__])
    name = described.class_name
    found: type = own.get(f"{name}InitArgs") or own[f"{name}Args"]
    return found


@functools.cache
def resource_class(described: SdkType) -> type:
    """The class of a resource, which has its outputs."""
    module = importlib.import_module(f"pulumi_azure_native.{described.module}")
    found: type = getattr(module, described.class_name)
    return found


@functools.cache
def members(cls: type) -> Mapping[str, Member]:
    """The members of a class by their names on the wire."""
    signature = inspect.signature(cls).parameters if is_input_type(cls) else {}
    found = {}
    for python, wire, prop in _py_properties(cls):
        if wire == VERSION:
            continue
        required = python in signature and signature[python].default is inspect.Parameter.empty
        found[wire] = _member(python, wire, _hint(cls, prop), required=required)
    return found


@functools.cache
def always_answered(cls: type) -> frozenset[str]:
    """The members of an output class that the SDK says are never missing."""
    return frozenset(wire for _, wire, prop in _py_properties(cls) if not _may_be_none(_hint(cls, prop)))


def _may_be_none(hint: Any) -> bool:
    if typing.get_origin(hint) is pulumi.Output:
        return _may_be_none(typing.get_args(hint)[0])
    return type(None) in typing.get_args(hint)


def _hint(cls: type, prop: Any) -> Any:
    getter = vars(prop.fget).get("_pulumi_deprecated_callable", prop.fget)
    names = {"Output": pulumi.Output, "T": type(None)}
    return typing.get_type_hints(getter, vars(sys.modules[cls.__module__]), names)["return"]


def _member(python: str, wire: str, hint: Any, *, required: bool) -> Member:
    plain, classes, enumerated = set[str](), list[type](), set[str]()
    is_array = is_map = False
    for each in _leaves(hint):
        origin = typing.get_origin(each)
        if origin in {list, Sequence} or origin in {dict, Mapping}:
            is_array, is_map = is_array or origin in {list, Sequence}, is_map or origin in {dict, Mapping}
            inner = _member(python, wire, typing.get_args(each)[-1], required=False)
            classes += inner.classes
            enumerated |= inner.enum
        elif isinstance(each, type) and issubclass(each, enum.Enum):
            enumerated |= {str(member.value) for member in each}
        elif each in SCALARS:
            plain.add(SCALARS[each])
        elif isinstance(each, type) and _py_properties(each):
            classes.append(each)
    return Member(
        python=python,
        wire=wire,
        required=required,
        kinds=frozenset(plain),
        enum=frozenset(enumerated),
        classes=tuple(classes),
        is_array=is_array,
        is_map=is_map,
    )


def _leaves(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a type, without what Pulumi wraps around them."""
    origin = typing.get_origin(hint)
    if origin is pulumi.Output:
        return _leaves(typing.get_args(hint)[0])
    if origin is typing.Union:
        parts = (each for each in typing.get_args(hint) if typing.get_origin(each) is not pulumi.Output)
        return tuple(dict.fromkeys(leaf for each in parts for leaf in _leaves(each)))
    if hint is type(None) or typing.is_typeddict(hint) or getattr(origin, "__name__", "") == "Awaitable":
        return ()
    return (hint,)
