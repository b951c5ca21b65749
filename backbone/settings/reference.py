"""The reference of all settings: every key with its meaning, what it may be, and its default."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.durations import Duration
from backbone.settings.classes import record
from backbone.settings.keys import full_key
from backbone.settings.shape import Alternatives, Leaf, Member, Record, Sequence, Shape, Table
from backbone.settings.support import NOT_YET
from backbone.settings.tree import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.constraints import Constraint


@dataclass(frozen=True, kw_only=True)
class Constrained:
    """A constraint and a place where it holds.

    Attributes:
        path: The setting; `<key>` stands for any key of a mapping and `[0]` for any item of a list.
        constraint: The rule; None for the bare kind of a value.
        shape: What stands there.
        key: Whether the rule is about a mapping's key.
    """

    path: str
    constraint: Constraint | None
    shape: Shape
    key: bool = False


def constraints() -> Iterator[Constrained]:
    """Every constraint at every place of the settings, the kinds of values included."""
    for member in record(Settings).members:
        yield from _constraints(member.shape, full_key(member))


def _constraints(shape: Shape, path: str) -> Iterator[Constrained]:
    yield Constrained(path=path, constraint=None, shape=shape)
    if not isinstance(shape, (Record, Alternatives)):
        for constraint in shape.constraints:
            yield Constrained(path=path, constraint=constraint, shape=shape)
    match shape:
        case Sequence():
            yield from _constraints(shape.item, f"{path}[0]")
        case Table():
            for constraint in shape.key.constraints:
                yield Constrained(path=f"{path}.<key>", constraint=constraint, shape=shape.key, key=True)
            yield from _constraints(shape.value, f"{path}.<key>")
        case Record():
            for member in shape.written:
                yield from _constraints(member.shape, f"{path}.{member.key}")
        case Alternatives():
            inner = (row for candidate in shape.shapes for row in _constraints(candidate, path))
            yield from (row for row in inner if row.path != path or row.constraint is not None)


def markdown() -> str:
    """Every setting in a table."""
    head = ["| setting | meaning | may be | default |", "|---|---|---|---|"]
    rows = _Rows()
    lines = [row for member in record(Settings).members for row in rows.of(member, full_key(member), (member.name,))]
    return "\n".join((*head, *lines))


def overview() -> str:
    """The settings that a deployment supports today, by their outermost keys alone."""
    rows = (
        f"| `{full_key(member)}` | {member.setting.description} | {_within(member)} |"
        for member in record(Settings).members
        if not _is_to_come(member.name)
    )
    return "\n".join(("| setting | meaning | its keys, or its default |", "|---|---|---|", *rows))


def _within(member: Member) -> str:
    """The keys in a setting; the default of one without."""
    inner = _inner(member.shape)
    if inner is None:
        return _cell(_default(member))
    path = (member.name, "*") if isinstance(member.shape, Table) else (member.name,)
    return ", ".join(f"`{each.key}`" for each in inner.written if not _is_to_come(*path, each.name))


def _is_to_come(*names: str) -> bool:
    return any(row.path == ".".join(names) for row in NOT_YET)


class _Rows:
    """The rows of the table; a kind of record that stands in several places is spelt out in the outermost."""

    def __init__(self) -> None:
        self._homes: dict[type, str] = {}
        for member in record(Settings).members:
            self._find_homes(member, full_key(member))

    def of(self, member: Member, path: str, names: tuple[str, ...]) -> Iterator[str]:
        """The row of a setting, and those of the settings in it."""
        meaning = member.setting.description + (" *Not supported yet.*" if _is_to_come(*names) else "")
        inner = _inner(member.shape)
        below = _below(member.shape, path)
        home = below if inner is None else self._homes[inner.cls]
        is_here = inner is not None and home == below
        allowed = _allowed(member.shape, "the keys below" if is_here else f"keys as in `{home}`")
        yield f"| `{path}` | {meaning} | {'<br>'.join(map(_cell, allowed))} | {_cell(_default(member))} |"
        if inner is not None and is_here:
            step = (*names, "*") if isinstance(member.shape, Table) else names
            for part in inner.written:
                yield from self.of(part, f"{below}.{part.key}", (*step, part.name))

    def _find_homes(self, member: Member, path: str) -> None:
        inner = _inner(member.shape)
        if inner is None:
            return
        below = _below(member.shape, path)
        home = self._homes.get(inner.cls)
        if home is None or below.count(".") < home.count("."):
            self._homes[inner.cls] = below
            for part in inner.written:
                self._find_homes(part, f"{below}.{part.key}")


def _below(shape: Shape, path: str) -> str:
    """Where the record that a setting holds stands."""
    match shape:
        case Table():
            return _below(shape.value, f"{path}.<name>")
        case Sequence():
            return _below(shape.item, f"{path}[0]")
    return path


def _inner(shape: Shape) -> Record | None:
    """The record that a setting holds, in whatever way."""
    match shape:
        case Record():
            return shape
        case Sequence():
            return _inner(shape.item)
        case Table():
            return _inner(shape.value)
        case Alternatives():
            return next((candidate for candidate in shape.shapes if isinstance(candidate, Record)), None)
    return None


def _allowed(shape: Shape, keys: str) -> list[str]:
    """What may stand there, in lines of words; `keys` says which keys a record has."""
    match shape:
        case Leaf():
            return [", and ".join(rule.expected for rule in shape.constraints) or shape.kind.value]
        case Sequence():
            return [f"a list; each item: {_in_a_line(shape.item, keys)}", *_rules(shape)]
        case Table():
            names, values = _in_a_line(shape.key, keys), _in_a_line(shape.value, keys)
            return ["a mapping", f"each key: {names}", f"each value: {values}", *_rules(shape)]
        case Alternatives():
            *others, last = (_allowed(candidate, keys) for candidate in shape.shapes)
            return [*(line for other in others for line in other), f"or {last[0]}", *last[1:]]
        case Record(scalar=Member() as scalar):
            return [*_allowed(scalar.shape, keys), f"or {keys}"]
    return [keys]


def _in_a_line(shape: Shape, keys: str) -> str:
    return ", ".join(_allowed(shape, keys))


def _rules(shape: Sequence | Table) -> list[str]:
    """What holds for all items together."""
    return [f"together: {rule.expected}" for rule in shape.constraints]


def _default(member: Member) -> str:
    if member.setting.default_text:
        return member.setting.default_text
    if member.setting.inherited:
        return f"`{member.setting.inherited}`"
    if member.required:
        return "required"
    if isinstance(member.shape, Record) and not member.optional:
        return ""
    return "none" if member.default is None else f"`{_written(member.default)}`"


def _written(default: Any) -> str:
    if isinstance(default, (str, Duration)):
        return str(default)
    return json.dumps(default, default=dict)


def _cell(text: str) -> str:
    """Text in a cell: no column ends in it, and what looks like HTML is none, unless it is code."""
    parts = text.replace("|", "\\|").split("`")
    parts[::2] = (part.replace("<", "&lt;").replace(">", "&gt;") for part in parts[::2])
    return "`".join(parts)
