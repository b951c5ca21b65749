"""What the installed azure-native SDK says about its types: properties, kinds, constants, defaults and API versions."""

import enum
import functools
import importlib
import inspect
import re
import sys
import threading
import types
import typing
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pulumi import Output
from pulumi._types import _py_properties, is_input_type

PACKAGE = "azure-native"
_REST_VERSION = re.compile(r"Uses Azure REST API version ([\w-]+)\.")
_PLACEHOLDER = "?"
_LOADING = threading.Lock()


class Kind(StrEnum):
    """The kind of a value, in the words of JSON schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ARRAY = "array"
    OBJECT = "object"
    ANY = "any"


# bool before int: Python's bool is an int.
_SCALARS: tuple[tuple[type, Kind], ...] = (
    (bool, Kind.BOOLEAN),
    (int, Kind.INTEGER),
    (float, Kind.NUMBER),
    (str, Kind.STRING),
)


@dataclass(frozen=True, kw_only=True)
class Type:
    """The type of a value: an array's or a map's items, or the SDK classes that describe an object."""

    kind: Kind
    items: "Type | None" = None
    shapes: tuple[type, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Property:
    """A property of an SDK class, under the name that it has on the wire between engine and provider."""

    name: str
    type: Type
    required: bool = False
    constant: Any = None
    default: Any = None


@dataclass(frozen=True, kw_only=True)
class SdkResource:
    """A resource type as the SDK describes it; `api_version` is None where the SDK names none."""

    inputs: type
    outputs: type
    api_version: str | None


class UnknownTypeError(LookupError):
    """The SDK has no type or function of that token."""


@functools.cache
def resource(token: str) -> SdkResource:
    """The resource type `azure-native:module:Name`."""
    module, name = _split(token)
    outputs = _member(module, name)
    if not inspect.isclass(outputs) or getattr(outputs, "pulumi_type", None) != token:
        raise UnknownTypeError(f"Resource type {token} not found")
    own = vars(sys.modules[outputs.__module__])
    # XInitArgs is the name where a nested type of the same module is called XArgs.
    inputs = next(own[name + suffix] for suffix in ("InitArgs", "Args") if name + suffix in own)
    return SdkResource(inputs=inputs, outputs=outputs, api_version=_api_version(outputs))


@functools.cache
def result(token: str) -> type:
    """The result class of the function `azure-native:module:getName` or `...:listName`."""
    module, name = _split(token)
    found = _member(module, f"{name[:1].upper()}{name[1:]}Result")
    if not inspect.isclass(found):
        raise UnknownTypeError(f"Invoke type {token} not found")
    return found


@functools.cache
def properties(shape: type) -> Mapping[str, Property]:
    """The properties of an input class, a resource class or a result class, by wire name."""
    signature = inspect.signature(shape).parameters if is_input_type(shape) else {}
    defaults = _constructed(shape) if is_input_type(shape) else {}
    found = {}
    for python_name, name, prop in _py_properties(shape):
        required = python_name in signature and signature[python_name].default is inspect.Parameter.empty
        filled = defaults.get(python_name)
        value = None if filled == _PLACEHOLDER else filled
        found[name] = Property(
            name=name,
            type=_type(_hint(shape, prop)),
            required=required,
            constant=value if required else None,
            default=None if required else value,
        )
    return types.MappingProxyType(found)


def shape_name(shape: type) -> tuple[str, str]:
    """The SDK module of a nested class, and its name without what tells arguments from their typed dictionaries."""
    return shape.__module__.split(".")[1], shape.__name__.removesuffix("Args")


def _split(token: str) -> tuple[str, str]:
    """The SDK module and the name of a token."""
    package, _, rest = token.partition(":")
    module, _, name = rest.partition(":")
    if package != PACKAGE or not module.isidentifier() or not name.isidentifier():
        raise UnknownTypeError(f"Resource type {token} not found")
    return f"pulumi_azure_native.{module}", name


def _member(module: str, name: str) -> Any:
    """A member of an SDK module, None where there is none.

    The SDK loads its modules when a member is first asked for, and a second thread that asks meanwhile finds the module
    half empty: hence one at a time.
    """
    with _LOADING:
        try:
            return getattr(importlib.import_module(module), name, None)
        except ModuleNotFoundError:
            return None


def _api_version(shape: type) -> str | None:
    texts = (overload.__doc__ or "" for overload in typing.get_overloads(vars(shape)["__init__"]))
    return next((found[1] for text in texts if (found := _REST_VERSION.search(text))), None)


def _constructed(shape: type) -> dict[str, Any]:
    """What the constructor fills in: defaults, and the constants that overwrite whatever they are given."""
    parameters = inspect.signature(shape).parameters.values()
    needed = {each.name: _PLACEHOLDER for each in parameters if each.default is inspect.Parameter.empty}
    return dict(vars(shape(**needed)))


def _hint(shape: type, prop: property) -> Any:
    getter = typing.cast("types.FunctionType", prop.fget)
    getter = getattr(getter, "_pulumi_deprecated_callable", getter)
    # A local name space of its own: typing would else cache one module's 'SkuArgs' for all modules.
    names = {"Output": Output, "T": type(None)}
    hint = typing.get_type_hints(getter, globalns=vars(sys.modules[shape.__module__]), localns=names)["return"]
    return typing.get_args(hint)[0] if typing.get_origin(hint) is Output else hint


def _alternatives(hint: Any) -> tuple[Any, ...]:
    """The types left when Optional, Awaitable, Output and the typed dictionaries are taken away."""
    if typing.get_origin(hint) is typing.Union:
        return tuple(dict.fromkeys(each for part in typing.get_args(hint) for each in _alternatives(part)))
    if hint is type(None) or typing.get_origin(hint) in (Output, Awaitable) or typing.is_typeddict(hint):
        return ()
    return (hint,)


def _type(hint: Any) -> Type:
    found = [_single_type(each) for each in _alternatives(hint)]
    shapes = tuple(shape for each in found for shape in each.shapes)
    if shapes and len(shapes) == len(found):
        return Type(kind=Kind.OBJECT, shapes=shapes)
    return found[0] if len({each.kind for each in found}) == 1 else Type(kind=Kind.ANY)


def _single_type(hint: Any) -> Type:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (list, Sequence):
        return Type(kind=Kind.ARRAY, items=_type(arguments[0]))
    if origin in (dict, Mapping):
        return Type(kind=Kind.OBJECT, items=_type(arguments[1]))
    if not inspect.isclass(hint):
        return Type(kind=Kind.ANY)
    if issubclass(hint, enum.Enum) or hint in dict(_SCALARS):
        return Type(kind=next((kind for scalar, kind in _SCALARS if issubclass(hint, scalar)), Kind.ANY))
    shape = typing.cast("type", hint)
    return Type(kind=Kind.OBJECT, shapes=(shape,)) if _py_properties(shape) else Type(kind=Kind.ANY)
