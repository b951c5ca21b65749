"""A type's table in the simulated Azure held against the SDK's classes: where the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.azure.property import Access, Kind, Property
from tests.sandbox.shapes.sdk_class import Member, members
from tests.sandbox.shapes.translation import NAMES_ONLY, PREAMBLE, member_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_KINDS: Mapping[Kind, frozenset[str]] = {
    Kind.STRING: frozenset({"string"}),
    Kind.BOOLEAN: frozenset({"boolean"}),
    Kind.INTEGER: frozenset({"integer", "number"}),
    Kind.NUMBER: frozenset({"number", "integer"}),
    Kind.DURATION: frozenset({"string"}),
    Kind.LOCATION: frozenset({"string"}),
}
_WRITABLE = frozenset({Access.READ_WRITE, Access.WRITE_ONLY})
_SHOWN = frozenset({Access.READ_WRITE, Access.READ_ONLY})


class Fault(StrEnum):
    """How a table and the SDK differ about one property."""

    UNKNOWN = "the SDK sends it and the table does not know it"
    SURPLUS = "it can be written here and the SDK cannot send it"
    COMPUTED = "the SDK sends it and the table only computes it"
    REQUIRED = "the table and the SDK differ about whether it is required"
    KIND = "the table and the SDK differ about what kind of value it is"
    VALUES = "the SDK names a value that the table refuses"
    FREE = "the SDK names the values and the table takes any text"
    BOUNDS = "the schema bounds the value and no rule does"
    UNANSWERED = "the SDK reads it in answers and the table never answers it"
    UNREAD = "the table answers it and the SDK does not read it"


@dataclass(frozen=True, kw_only=True, order=True)
class Difference:
    """One property about which a table and the SDK differ."""

    path: str
    fault: Fault
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """An object on both sides: a table's properties, and the SDK's classes for the same."""

    table: Mapping[str, Property]
    classes: tuple[type, ...]
    path: str = ""

    def pairs(self) -> Iterator[tuple[str, Property, Member | None]]:
        """The table's properties with the SDK's members; what is under `properties` there is often not here."""
        for name, described in self.table.items():
            found = self._member(name)
            if name == "properties" and found is None:
                inner = Shape(table=described.properties, classes=self.classes, path=self._at(name))
                yield from ((f"{name}.{path}", each, member) for path, each, member in inner.pairs())
            else:
                yield name, described, found

    def _member(self, name: str) -> Member | None:
        """The member of that name in all of the alternative classes."""
        found = [member for cls in self.classes if (member := member_of(cls, name))]
        return found[0] if found else None

    def missing(self) -> Iterator[Member]:
        """What the SDK has and the table has not."""
        known = {member.wire for _, __, member in self.pairs() if member} | (set() if self.path else PREAMBLE)
        for cls in self.classes:
            for member in members(cls).values():
                if member.wire not in known:
                    known.add(member.wire)
                    yield member

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def inner(self, name: str, described: Property, member: Member) -> Shape | None:
        """The shape of an object, or of a collection's elements; None for other values."""
        while described.items and not described.properties:
            described = described.items
        if not described.properties or not member.classes:
            return None
        return Shape(table=described.properties, classes=member.classes, path=self._at(name))


def inputs(shape: Shape, parameters: Iterable[str] = ()) -> Iterator[Difference]:
    """Where a table and the SDK's input classes differ; a path's parameters are no part of the body."""
    for name, described, member in shape.pairs():
        path = f"{shape.path}.{name}" if shape.path else name
        if member is None:
            if described.access in _WRITABLE:
                yield Difference(path=path, fault=Fault.SURPLUS)
            continue
        if not shape.path and name in PREAMBLE:
            continue
        yield from _about(path, described, member)
        inner = shape.inner(name, described, member)
        if inner and described.access in _WRITABLE:
            yield from inputs(inner)
    for member in shape.missing():
        if member.wire not in parameters:
            yield Difference(path=f"{shape.path}.{member.wire}" if shape.path else member.wire, fault=Fault.UNKNOWN)


def _about(path: str, described: Property, member: Member) -> Iterator[Difference]:
    if described.access is Access.READ_ONLY:
        yield Difference(path=path, fault=Fault.COMPUTED)
        return
    if described.access is Access.IGNORED:
        return
    if described.required != member.required:
        yield Difference(path=path, fault=Fault.REQUIRED, detail="SDK" if member.required else "table")
    if not _same_kind(described, member):
        yield Difference(path=path, fault=Fault.KIND, detail=f"{described.kind}, {_kind_of(member)}")
    leaf = described
    while leaf.items:
        leaf = leaf.items
    lacking = {each.lower() for each in member.enum} - {each.lower() for each in leaf.allowed}
    if lacking and leaf.kind in {Kind.STRING, Kind.LOCATION}:
        detail = ", ".join(sorted(lacking))
        yield Difference(path=path, fault=Fault.VALUES if leaf.allowed else Fault.FREE, detail=detail)


def _kind_of(member: Member) -> str:
    return "array" if member.is_array else "map" if member.is_map else "object" if member.classes else "value"


def _same_kind(described: Property, member: Member) -> bool:
    match described.kind:
        case Kind.MAP if member.wire in NAMES_ONLY:
            return member.is_array
        case Kind.ARRAY:
            return member.is_array
        case Kind.MAP:
            return member.is_map
        case Kind.OBJECT:
            return bool(member.classes) and not member.is_array
    if member.is_array or member.is_map or member.classes:
        return False
    return not member.kinds or bool(_KINDS[described.kind] & member.kinds)


def outputs(shape: Shape) -> Iterator[Difference]:
    """Where a table's answers and the SDK's output classes differ."""
    for name, described, member in shape.pairs():
        path = f"{shape.path}.{name}" if shape.path else name
        if member is None:
            if described.access in _SHOWN:
                yield Difference(path=path, fault=Fault.UNREAD)
            continue
        inner = shape.inner(name, described, member)
        if inner:
            yield from outputs(inner)
    for member in shape.missing():
        yield Difference(path=f"{shape.path}.{member.wire}" if shape.path else member.wire, fault=Fault.UNANSWERED)
