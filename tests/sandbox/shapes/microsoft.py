"""Microsoft's resource schemas, as github.com/Azure/bicep-types-az has them, held against a table."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sandbox.azure.property import Access, Kind, Property
from tests.sandbox.shapes.comparison import Difference, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sandbox.azure.resource_type import ResourceType

_REQUIRED, _READ_ONLY, _WRITE_ONLY = 1, 2, 4
_BOUNDS = frozenset({"minValue", "maxValue", "minLength", "maxLength", "pattern"})
_HEAD = frozenset({"id", "name", "type", "apiVersion", "systemData"})
_WRITABLE = frozenset({Access.READ_WRITE, Access.WRITE_ONLY})


@dataclass(frozen=True, kw_only=True)
class Schema:
    """One type of a schema file."""

    file: list[dict[str, Any]]
    type: dict[str, Any]

    def at(self, reference: Mapping[str, str]) -> Schema:
        """The type that a reference means."""
        return replace(self, type=self.file[int(reference["$ref"].removeprefix("#/"))])

    @property
    def members(self) -> dict[str, dict[str, Any]]:
        """The members of an object, those of all its kinds included where there are several."""
        found = {**self.type.get("properties", {}), **self.type.get("baseProperties", {})}
        for reference in (
            self.type.get("elements", {}).values() if self.type["$type"] == "DiscriminatedObjectType" else ()
        ):
            found |= self.at(reference).members
        return found

    @property
    def elements(self) -> Schema:
        """The elements of an array or the values of a map; other types stand for themselves."""
        reference = self.type.get("itemType") or self.type.get("additionalProperties")
        return self.at(reference) if reference and not self.members else self

    @property
    def values(self) -> tuple[frozenset[str], bool]:
        """The values of an enumeration in lower case, and whether others may be given too."""
        alternatives = (
            [self.at(each).type for each in self.type["elements"]] if self.type["$type"] == "UnionType" else [self.type]
        )
        literals = {each["value"].lower() for each in alternatives if each["$type"] == "StringLiteralType"}
        return frozenset(literals), any(each["$type"] == "StringType" for each in alternatives)


def schemas(folder: Path) -> dict[tuple[str, str], Schema]:
    """The resource types under a folder, by name in lower case and API version."""
    found = {}
    for path in sorted(folder.rglob("types.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        for each in file:
            if each["$type"] == "ResourceType":
                name, _, version = each["name"].partition("@")
                whole = Schema(file=file, type=each)
                found[name.lower(), version] = whole.at(each["body"])
    return found


def schema_of(type: ResourceType, found: Mapping[tuple[str, str], Schema]) -> Schema | None:
    """The newest schema of a simulated type whose API version the simulated Azure knows too."""
    versions = [version for version in type.api_versions if (type.name.lower(), version) in found]
    if not versions:
        return None
    schema = found[type.name.lower(), max(versions)]
    if schema.type["$type"] != "DiscriminatedObjectType":
        return schema
    kinds = {name.lower(): reference for name, reference in schema.type["elements"].items()}
    named = kinds.get(type.named.lower())
    if named is None:
        return schema
    own = schema.at(named)
    return replace(own, type={**own.type, "properties": {**own.members, **schema.type["baseProperties"]}})


def differences(table: Mapping[str, Property], schema: Schema, path: str = "") -> Iterator[Difference]:
    """Where a table and a schema differ."""
    members = schema.members
    for name, member in members.items():
        if path or name not in _HEAD:
            where = f"{path}.{name}" if path else name
            if name in table:
                yield from _about(where, table[name], member["flags"], schema.at(member["type"]))
            else:
                computed = member["flags"] & _READ_ONLY
                yield Difference(path=where, fault=Fault.UNANSWERED if computed else Fault.UNKNOWN)
    for name, described in table.items():
        if name not in members and (path or name not in _HEAD) and described.access in _WRITABLE:
            yield Difference(path=f"{path}.{name}" if path else name, fault=Fault.SURPLUS)


def _about(path: str, described: Property, flags: int, schema: Schema) -> Iterator[Difference]:
    if flags & _READ_ONLY:
        if described.access in _WRITABLE:
            yield Difference(path=path, fault=Fault.SURPLUS, detail="read-only in the schema")
        return
    if described.access is Access.READ_ONLY:
        yield Difference(path=path, fault=Fault.COMPUTED)
    if described.access not in _WRITABLE:
        return
    if bool(flags & _REQUIRED) and not described.required:
        yield Difference(path=path, fault=Fault.REQUIRED, detail="schema")
    if bool(flags & _WRITE_ONLY) and described.access is not Access.WRITE_ONLY:
        yield Difference(path=path, fault=Fault.UNREAD, detail="write-only in the schema")
    leaf, inner = described, schema
    while leaf.kind in {Kind.ARRAY, Kind.MAP} and leaf.items:
        leaf, inner = leaf.items, inner.elements
    yield from _value(path, described, leaf, inner)
    if leaf.properties:
        yield from differences(leaf.properties, inner, path)


def _value(path: str, described: Property, leaf: Property, schema: Schema) -> Iterator[Difference]:
    values, is_open = schema.values
    lacking = values - {each.lower() for each in leaf.allowed}
    if lacking and leaf.kind in {Kind.STRING, Kind.LOCATION}:
        fault = Fault.VALUES if leaf.allowed else Fault.FREE
        if leaf.allowed or not (is_open or described.constraints or leaf.constraints):
            yield Difference(path=path, fault=fault, detail=", ".join(sorted(lacking)))
    bounds = _BOUNDS & schema.type.keys()
    if bounds and not (leaf.constraints or described.constraints or leaf.allowed or leaf.kind is Kind.DURATION):
        yield Difference(
            path=path, fault=Fault.BOUNDS, detail=str({bound: schema.type[bound] for bound in sorted(bounds)})
        )
