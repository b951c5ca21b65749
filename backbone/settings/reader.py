"""From JSON values to settings, by shape; every error is noted and reading goes on."""

from __future__ import annotations

import dataclasses
import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from backbone.addresses import nearest
from backbone.settings.constraints import RefusalError
from backbone.settings.gathering import Count
from backbone.settings.masking import masked, shown
from backbone.settings.scalars import plain
from backbone.settings.shape import TYPES, Alternatives, Kind, Leaf, Record, Sequence, Table

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from backbone.settings.constraints import Constraint
    from backbone.settings.finding import Findings
    from backbone.settings.path import Path
    from backbone.settings.shape import Member, Shape


class Bad:
    """Stands for a value that could not be read; the error is noted."""


BAD: Final = Bad()


class Reader:
    """Reads values and notes what is wrong with them, in an order that the file's own does not change.

    Attributes:
        inherited: Values by field name for fields that take them from elsewhere if the file says nothing.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._doubts = findings.doubts
        self.inherited: dict[str, Any] = {}

    def read(self, shape: Shape, value: Any, path: Path, *, name: str = "") -> Any:
        """The value in the settings' terms, or BAD; `name` is the key of a record that keeps its key."""
        match shape:
            case Leaf():
                return self._leaf(shape, value, path)
            case Sequence():
                return self._sequence(shape, value, path)
            case Table():
                return self._table(shape, value, path)
            case Record():
                return self._record(shape, value, path, name)
            case Alternatives():
                return self._alternatives(shape, value, path)

    def _leaf(self, shape: Leaf, value: Any, path: Path) -> Any:
        if isinstance(value, float) and value.is_integer() and shape.kind is Kind.WHOLE:
            value = int(value)
        if not isinstance(value, shape.types) or (isinstance(value, bool) and shape.kind is not Kind.BOOLEAN):
            return self._refuse(path, shape.expected, value, _quoting_hint(shape.kind, value))
        read = self._constrained(shape.constraints, value, path)
        if read is BAD:
            self._doubts.value(path)
        return read

    def _constrained(self, constraints: Iterable[Constraint], value: Any, path: Path) -> Any:
        """The value as the constraints convert it; the first that refuses it is noted."""
        raw = value
        for constraint in constraints:
            try:
                value = constraint.apply(value)
            except RefusalError as refusal:
                self._findings.add(path, expected=constraint.expected, found=shown(raw), message=str(refusal))
                return BAD
        return value

    def _sequence(self, shape: Sequence, value: Any, path: Path) -> Any:
        """A list; an item that is refused keeps its place, so that the others keep theirs."""
        if not isinstance(value, list):
            return self._refuse(path, shape.expected, value)
        read = [self.read(shape.item, item, (*path, index)) for index, item in enumerate(value)]
        for constraint in shape.constraints:
            counted = value if isinstance(constraint, Count) else [item for item in read if item is not BAD]
            self._constrained((constraint,), counted, path)
        held = (
            self._stand_in(shape.item, raw, (*path, index)) if item is BAD else item
            for index, (raw, item) in enumerate(zip(value, read, strict=True))
        )
        return tuple(item for item in held if item is not None)

    def _table(self, shape: Table, value: Any, path: Path) -> Any:
        """A mapping; an entry whose key or value is refused stays in it, so that the rest of the entry is checked."""
        if not isinstance(value, dict):
            return self._refuse(path, shape.expected, value)
        entries = dict(sorted(value.items()))
        self._letter_case(shape, entries, path)
        rest = tuple(constraint for constraint in shape.constraints if constraint not in shape.letter_case)
        self._constrained(rest, entries, path)
        result: dict[Any, Any] = {}
        for key, item in entries.items():
            read_key = self._constrained(shape.key.constraints, key, (*path, key))
            name = key
            if read_key is BAD:
                name, read_key = masked(key), shape.key.stand_in(key)
                self._doubts.key((*path, name))
            read = self.read(shape.value, item, (*path, name), name=name)
            held = self._stand_in(shape.value, item, (*path, name), name) if read is BAD else read
            if held is not None:
                result[read_key] = held
        return MappingProxyType(result)

    def _letter_case(self, shape: Table, entries: Mapping[str, Any], path: Path) -> None:
        for constraint in shape.letter_case:
            for key, first in constraint.clashes(tuple(entries)):
                found = f"{shown(key)} and {shown(first)}"
                self._findings.add((*path, key), expected=constraint.expected, found=found)

    def _record(self, shape: Record, value: Any, path: Path, name: str) -> Any:
        if value is None:
            value = {}
        if not isinstance(value, dict):
            if shape.scalar is None or isinstance(value, list):
                return self._refuse(path, shape.expected, value)
            value = {shape.scalar.key: value}
            return self._build(shape, value, path, name, scalar=True)
        self._unknown_keys(shape, value, path)
        return self._build(shape, value, path, name, scalar=False)

    def _build(self, shape: Record, value: Mapping[str, Any], path: Path, name: str, *, scalar: bool) -> Any:
        said: dict[str, Any] = {}
        for member in shape.to_read(value):
            if member.setting.from_key:
                said[member.name] = name
            else:
                inner = path if scalar and member is shape.scalar else (*path, member.key)
                said[member.name] = self.member(member, value.get(member.key), inner)
        return shape.cls(**{**shape.defaults, **said})

    def member(self, member: Member, value: Any, path: Path) -> Any:
        """A record's member: the value, or what holds where the file says nothing or something wrong."""
        if value is not None:
            result = self.read(member.shape, value, path)
            if result is not BAD:
                return result
        elif member.required and not self._doubts.on_value(path):
            self._refuse(path, member.shape.expected, None, member.setting.remedy, found="nothing")
        if member.setting.inherited:
            return self.inherited[member.name]
        if member.default is dataclasses.MISSING or (member.default is None and value is not None):
            return self._stand_in(member.shape, value, path)
        return member.default

    def _stand_in(self, shape: Shape, value: Any, path: Path, name: str = "") -> Any:
        """What a refused value is taken for: said all the same; None where nothing can stand for it."""
        match shape:
            case Leaf():
                return shape.stand_in(value)
            case Record():
                return self._build(shape, {}, path, name, scalar=False)
            case Sequence():
                return ()
            case Table():
                return MappingProxyType({})
            case Alternatives():
                return None

    def _unknown_keys(self, shape: Record, value: Mapping[str, Any], path: Path) -> None:
        for key in sorted(value.keys() - shape.keys):
            self.unknown_key(key, [member.key for member in shape.written], path, said=value)

    def unknown_key(self, key: str, keys: list[str], path: Path, *, said: Container[str], prefix: str = "") -> None:
        """Note a key that does not exist, the likeliest valid ones first; all keys come without their prefix.

        If the file does not say the likeliest one, it was probably meant, and is not known.
        """
        likely = nearest(key, keys, count=len(keys))
        listed = ", ".join(prefix + name for name in (*likely, *(other for other in keys if other not in likely)))
        hint = f"Did you mean {prefix}{likely[0]}?" if likely else ""
        found = shown(prefix + key)
        self._findings.add((*path, prefix + key), expected=f"one of the keys {listed}", found=found, message=hint)
        self._doubts.names(path)
        for meant in likely[:1]:
            (self._doubts.names if meant in said else self._doubts.value)((*path, prefix + meant))

    def _alternatives(self, shape: Alternatives, value: Any, path: Path) -> Any:
        for candidate in shape.shapes:
            if isinstance(candidate, Record) and isinstance(value, dict):
                return self._record(candidate, value, path, "")
            if isinstance(candidate, Leaf) and isinstance(value, candidate.types):
                try:
                    return functools.reduce(lambda it, constraint: constraint.apply(it), candidate.constraints, value)
                except RefusalError:
                    break
        return self._refuse(path, shape.expected, value)

    def _refuse(self, path: Path, expected: str, value: Any, message: str = "", *, found: str = "") -> Bad:
        self._findings.add(path, expected=expected, found=found or shown(value), message=message)
        self._doubts.value(path)
        return BAD


def _quoting_hint(kind: Kind, value: Any) -> str:
    """What to do where only the quotes are wrong."""
    if kind is Kind.TEXT and isinstance(value, (bool, int, float)):
        return "Write it in quotes."
    if isinstance(value, str) and isinstance(plain(value), TYPES[kind]) and kind is not Kind.TEXT:
        return "Write it without quotes."
    return ""
