"""Pairs of mistakes that have nothing to do with each other, from the tables of cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.backbone.stack import LOCATION, findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.backbone.case import Case

NAMES = {"inbox", "orders", "a", "b", "c", "d", "e", "m", "s", "t", "billing", "other", "shipments"}
"""What the cases call things; the session queue and the default namespace are everybody's."""

_NEAREST = re.compile(r" \(nearest: [^)]*\)")
_LARGE = 3_000


def renamed(node: Any) -> Any:
    """A stack file whose names are no other case's."""
    if isinstance(node, dict):
        return {renamed(key): renamed(value) for key, value in node.items()}
    if isinstance(node, list):
        return [renamed(item) for item in node]
    if isinstance(node, str):
        return re.sub(r"[^@/]+", lambda name: name[0] + "2" * (name[0].lower() in NAMES), node)
    return node


def is_small(case: Case) -> bool:
    """Whether a case is no crowd of thousands: those take their time."""
    return len(str(case.wrong)) < _LARGE


def are_apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two stack files give no setting different values, and none is part of another."""
    first, second = dict(_leaves(one, ())), dict(_leaves(other, ()))
    return not any(
        _touch(path, place) and (path != place or value != second[place])
        for path, value in first.items()
        for place in second
    )


def reported(config: dict[str, Any]) -> set[str]:
    """The findings as sentences, without the names that resemble a missing one: any further name may do that."""
    found = findings({**LOCATION, **config})
    return {_NEAREST.sub("", str(each)) for each in found if "not supported yet" not in each.expected}


def _leaves(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from _leaves(value, (*path, key))
    else:
        yield path, node


def _touch(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
