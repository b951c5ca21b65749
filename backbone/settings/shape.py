"""The shapes that settings classes describe: texts, numbers, lists, mappings and records."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from backbone.settings.constraints import Choice, Constraint
from backbone.settings.field import Scalar, Setting
from backbone.settings.gathering import LetterCase


class Kind(Enum):
    """What a single value is in JSON, and how a finding calls it."""

    TEXT = "a text"
    BOOLEAN = "true or false"
    WHOLE = "a whole number"
    NUMBER = "a number"


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A single value."""

    kind: Kind
    constraints: tuple[Constraint, ...] = ()

    @property
    def expected(self) -> str:
        """What the first constraint expects, or the kind."""
        return self.constraints[0].expected if self.constraints else self.kind.value


@dataclass(frozen=True, kw_only=True)
class Sequence:
    """A list of values of one shape."""

    item: Shape
    constraints: tuple[Constraint, ...] = ()

    @property
    def expected(self) -> str:
        """What the list holds."""
        return f"a list, each item {self.item.expected}"


@dataclass(frozen=True, kw_only=True)
class Table:
    """A mapping from names that the user chooses to values of one shape."""

    key: Leaf
    value: Shape
    constraints: tuple[Constraint, ...] = ()

    @property
    def expected(self) -> str:
        """What the mapping's keys are."""
        return f"a mapping, each key {self.key.expected}"

    @property
    def letter_case(self) -> tuple[LetterCase, ...]:
        """The constraints on keys that differ in letter case only: at most one."""
        return tuple(constraint for constraint in self.constraints if isinstance(constraint, LetterCase))


@dataclass(frozen=True, kw_only=True)
class Member:
    """A key of a record.

    Attributes:
        name: The field's name in the settings class.
        key: The key in the file.
        shape: What may stand there.
        setting: What it means.
        default: The value without one in the file; MISSING where there is none.
        optional: Whether null means that nothing is said, rather than the default.
    """

    name: str
    key: str
    shape: Shape
    setting: Setting
    default: Any
    optional: bool

    @cached_property
    def required(self) -> bool:
        """Whether the file has to say it."""
        if self.default is not dataclasses.MISSING or self.setting.inherited or self.setting.from_key:
            return False
        return not (isinstance(self.shape, Record) and self.shape.may_be_empty)


@dataclass(frozen=True, kw_only=True)
class Record:
    """A mapping with known keys, which becomes an instance of a settings class.

    Attributes:
        cls: The settings class.
        members: Its keys.
        scalar: The member that a single value in the record's place stands for, if that is allowed.
    """

    cls: type
    members: tuple[Member, ...]
    scalar: Member | None = None

    @property
    def written(self) -> tuple[Member, ...]:
        """The members that stand in a file."""
        return tuple(member for member in self.members if not member.setting.from_key)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of these."""
        return frozenset(member.key for member in self.written)

    @property
    def may_be_empty(self) -> bool:
        """Whether none of the keys has to be said."""
        return not any(member.required for member in self.members)

    @property
    def expected(self) -> str:
        """Which keys the record has, and the short form if there is one."""
        keys = ", ".join(member.key for member in self.written)
        mapping = f"a mapping (keys: {keys})"
        return f"{self.scalar.shape.expected}, or {mapping}" if self.scalar else mapping


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """One of several shapes, told apart by what stands in the file: a single value, a list or a mapping."""

    shapes: tuple[Shape, ...]

    @property
    def expected(self) -> str:
        """All that is possible."""
        return ", or ".join(shape.expected for shape in self.shapes)


Shape: TypeAlias = Leaf | Sequence | Table | Record | Alternatives

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
