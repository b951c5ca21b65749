"""The shapes that a stack file has: texts, numbers, lists, mappings and records."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from backbone.settings.gathering import LetterCase
from backbone.settings.masking import masked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from backbone.settings.constraints import Constraint
    from backbone.settings.field import Setting


class Kind(Enum):
    """What a single value is in JSON, and how a finding calls it."""

    TEXT = "a text"
    BOOLEAN = "true or false"
    WHOLE = "a whole number"
    NUMBER = "a number"


TYPES: Mapping[Kind, tuple[type, ...]] = {
    Kind.TEXT: (str,),
    Kind.BOOLEAN: (bool,),
    Kind.WHOLE: (int,),
    Kind.NUMBER: (int, float),
}
"""What single values are in Python; a boolean is a whole number there, and none in a stack file."""


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A single value."""

    kind: Kind
    constraints: tuple[Constraint, ...] = ()

    @cached_property
    def types(self) -> tuple[type, ...]:
        """What the value is in Python."""
        return TYPES[self.kind]

    @property
    def expected(self) -> str:
        """What the first constraint expects, or the kind."""
        return self.constraints[0].expected if self.constraints else self.kind.value

    def stand_in(self, value: Any) -> Any:
        """What a refused value is taken for, fit to be shown: a text as it is written, None for all else."""
        text = masked(value) if isinstance(value, str) else ""
        if self.constraints:
            return self.constraints[0].stand_in(text)
        return text if self.kind is Kind.TEXT else None


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

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """What the fields are of which a file says nothing, where a default tells."""
        return {member.name: member.default for member in self.members if member.default is not dataclasses.MISSING}

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {member.key: position for position, member in enumerate(self.members)}

    @cached_property
    def _without_default(self) -> frozenset[int]:
        return frozenset(
            place
            for place, member in enumerate(self.members)
            if member.name not in self.defaults or member.setting.from_key
        )

    def to_read(self, value: Mapping[str, Any]) -> Iterator[Member]:
        """The members that a mapping says something about, and those without a default, in the class's order."""
        said = {self._positions[key] for key, item in value.items() if item is not None and key in self._positions}
        return (self.members[position] for position in sorted(said | self._without_default))

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
