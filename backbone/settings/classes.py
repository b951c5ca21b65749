"""The shapes that the annotations of settings classes describe."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from backbone.settings.constraints import Choice, Constraint
from backbone.settings.field import Scalar, Setting
from backbone.settings.shape import Alternatives, Kind, Leaf, Member, Record, Sequence, Shape, Table

_KINDS = {str: Kind.TEXT, bool: Kind.BOOLEAN, int: Kind.WHOLE, float: Kind.NUMBER}


_RECORDS: dict[type, Record] = {}


def record(cls: type) -> Record:
    """The shape of a settings class; classes do not change, so each is looked at once."""
    if cls not in _RECORDS:
        hints = get_type_hints(cls, include_extras=True)
        members = tuple(_member(field, hints[field.name]) for field in dataclasses.fields(cls))
        _RECORDS[cls] = Record(cls=cls, members=members)
    return _RECORDS[cls]


def _member(field: dataclasses.Field[Any], annotation: Any) -> Member:
    setting = next(mark for mark in annotation.__metadata__ if isinstance(mark, Setting))
    default = field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
    head, *tail = field.name.split("_")
    return Member(
        name=field.name,
        key=setting.key or head + "".join(word.capitalize() for word in tail),
        shape=shape_of(annotation),
        setting=setting,
        default=default,
        optional=type(None) in get_args(annotation.__origin__),
    )


def shape_of(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """The shape that a type annotation describes.

    Raises:
        TypeError: The annotation is none that a stack file could hold.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    constraints = tuple(mark for mark in marks if isinstance(mark, Constraint))
    if origin is Annotated:
        return shape_of(arguments[0], (*marks, *annotation.__metadata__))
    if origin in {Union, types.UnionType}:
        shapes = tuple(shape_of(argument, marks) for argument in arguments if argument is not type(None))
        return shapes[0] if len(shapes) == 1 else Alternatives(shapes=shapes)
    if origin is tuple:
        return Sequence(item=shape_of(arguments[0]), constraints=constraints)
    if origin is Mapping:
        key = shape_of(arguments[0])
        if isinstance(key, Leaf):
            return Table(key=key, value=shape_of(arguments[1]), constraints=constraints)
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type) and not constraints:
        short = next((mark.field for mark in marks if isinstance(mark, Scalar)), "")
        whole = record(annotation)
        return dataclasses.replace(whole, scalar=next((m for m in whole.members if m.name == short), None))
    if annotation in _KINDS:
        return Leaf(kind=_KINDS[annotation], constraints=constraints)
    if constraints:
        kind = (
            Kind.WHOLE if isinstance(constraints[0], Choice) and isinstance(constraints[0].example, int) else Kind.TEXT
        )
        return Leaf(kind=kind, constraints=constraints)
    raise TypeError(f"{annotation!r} is no type of a setting.")
