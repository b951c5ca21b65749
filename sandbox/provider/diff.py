"""Diff: what changed between old and new inputs, in leaf paths, and whether that replaces the resource."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest
from typing import Any

from sandbox.provider.schema import API_VERSION, ResourceType

CREATE_BEFORE_DELETE = "__createBeforeDelete"
# An id below a provider is compared without regard to letter case; a bare resource group's id is not.
_ARM_ID = re.compile(r"/subscriptions/[^/]+/resourcegroups/[^/]+/providers/.+", re.IGNORECASE)
_ABSENT: Any = object()
_TOP = re.compile(r"[.\[]")


class Change(StrEnum):
    """What happened to a property."""

    ADD = "ADD"
    DELETE = "DELETE"
    UPDATE = "UPDATE"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One entry of the detailed diff; `counts` is false for a new property that only repeats its default."""

    path: str
    change: Change
    replaces: bool
    in_inputs: bool = True
    counts: bool = True


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The answer of Diff."""

    differences: tuple[Difference, ...]
    delete_before_replace: bool

    @property
    def changed(self) -> tuple[str, ...]:
        """The top-level properties that change."""
        return tuple(dict.fromkeys(_TOP.split(each.path, maxsplit=1)[0] for each in self.differences if each.counts))

    @property
    def replaces(self) -> tuple[str, ...]:
        """The paths that force a replacement."""
        return tuple(each.path for each in self.differences if each.replaces)


def compare(
    resource: ResourceType,
    *,
    old_inputs: Mapping[str, Any],
    new_inputs: Mapping[str, Any],
    old_state: Mapping[str, Any],
    ignored: tuple[str, ...] = (),
) -> Comparison:
    """Compare checked inputs as the azure-native provider does, its special cases included."""
    # A state written before the provider recorded its API version as an input has it as an output.
    migrated = API_VERSION not in old_inputs and API_VERSION in old_state
    old = {**old_inputs, API_VERSION: old_state[API_VERSION]} if migrated else old_inputs
    rules = _Rules(force_new=resource.force_new, keyed=resource.arm.keyed)
    found = []
    for each in sorted(_objects(old, new_inputs, rules), key=lambda item: item.path):
        if not _is_ignored(each.path, ignored) and not _is_same_place(each, old, new_inputs):
            judged = _judged(each, resource, old, new_inputs, old_state)
            found.append(replace(judged, in_inputs=not (migrated and each.path == API_VERSION)))
    replacing = any(each.replaces for each in found)
    create_first = old.get(CREATE_BEFORE_DELETE)
    delete_first = not create_first if isinstance(create_first, bool) else replacing
    return Comparison(differences=tuple(found), delete_before_replace=delete_first)


@dataclass(frozen=True, kw_only=True)
class _Rules:
    """What decides over differences: inputs that replace, and lists whose order does not matter."""

    force_new: frozenset[str]
    keyed: Mapping[str, tuple[str, ...]]


def _objects(
    old: Mapping[str, Any], new: Mapping[str, Any], rules: _Rules, *, base: str = "", forced: bool = False
) -> Iterator[Difference]:
    for name in (*old, *(each for each in new if each not in old)):
        if name.startswith("__"):
            continue
        path = f"{base}{name}"
        if name in new and name in old:
            yield from _values(path, old[name], new[name], rules, forced=forced)
        else:
            change = Change.ADD if name in new else Change.DELETE
            yield Difference(path=path, change=change, replaces=_indexless(path) in rules.force_new)


def _values(path: str, old: Any, new: Any, rules: _Rules, *, forced: bool) -> Iterator[Difference]:
    if isinstance(old, list) and isinstance(new, list):
        pairs = _by_key(old, new, rules.keyed[path]) if path in rules.keyed else _by_place(old, new)
        for index, before, after in pairs:
            if before is not _ABSENT and after is not _ABSENT:
                yield from _values(f"{path}[{index}]", before, after, rules, forced=forced)
            else:
                change = Change.ADD if before is _ABSENT else Change.DELETE
                yield Difference(path=f"{path}[{index}]", change=change, replaces=False)
        return
    forced = forced or _indexless(path) in rules.force_new
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _objects(old, new, rules, base=f"{path}.", forced=forced)
    elif not _equal(old, new):
        yield Difference(path=path, change=Change.UPDATE, replaces=forced)


def _by_place(old: list[Any], new: list[Any]) -> Iterator[tuple[int, Any, Any]]:
    for index, (before, after) in enumerate(zip_longest(old, new, fillvalue=_ABSENT)):
        yield index, before, after


def _by_key(old: list[Any], new: list[Any], keys: tuple[str, ...]) -> Iterator[tuple[int, Any, Any]]:
    """Items that agree in their keys belong together; what is no object is passed over, as the provider does."""
    before = {_key(item, keys): (index, item) for index, item in enumerate(old) if isinstance(item, dict)}
    after = {_key(item, keys): (index, item) for index, item in enumerate(new) if isinstance(item, dict)}
    for key, (index, item) in after.items():
        yield index, before.get(key, (index, _ABSENT))[1], item
    for key, (index, item) in before.items():
        if key not in after:
            yield index, item, _ABSENT


def _key(item: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return json.dumps([item.get(key) for key in keys], sort_keys=True)


def _judged(
    each: Difference,
    resource: ResourceType,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    old_state: Mapping[str, Any],
) -> Difference:
    """A new input that states what is already so neither replaces nor, when it is the default, counts."""
    if each.change is not Change.ADD or each.path in old or each.path not in new:
        return each
    value = new[each.path]
    if each.replaces:
        return replace(each, replaces=not (each.path in old_state and old_state[each.path] == value))
    described = resource.inputs.get(each.path)
    default = described.property.default if described else None
    return replace(each, counts=default is None or default != value)


def _is_same_place(each: Difference, old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    if each.change is not Change.UPDATE or each.path not in {"location", "resourceGroupName"}:
        return False
    before, after = str(old[each.path]).lower(), str(new[each.path]).lower()
    if each.path == "location":
        return before.replace(" ", "") == after.replace(" ", "")
    return before == after


def _is_ignored(path: str, ignored: tuple[str, ...]) -> bool:
    return any(path == each or path.startswith((f"{each}.", f"{each}[")) for each in ignored)


def _equal(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str) and _ARM_ID.fullmatch(old) and _ARM_ID.fullmatch(new):
        return old.lower() == new.lower()
    return type(old) is type(new) and bool(old == new)


def _indexless(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)
