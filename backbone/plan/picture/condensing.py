"""A frame's content made small enough to read: one box for many that are alike."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from backbone.plan.picture.diagram import Arrow, Box

TOO_MANY = 6
"""Entities that are alike, above which one box stands for them all."""


def condensed(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    """The same content with one box for many that are alike: of one kind and note, with the same ways in and out.

    What is alike can become so by merging: twenty subscriptions that forward to twenty queues are merged once the
    queues are one box. Hence it is done until nothing changes.
    """
    while True:
        stands_for = dict(_groups(boxes, arrows))
        if all(key == first for key, first in stands_for.items()):
            return tuple(boxes), tuple(arrows)
        boxes, arrows = _merged(boxes, stands_for), _redirected(arrows, stands_for)


def _groups(boxes: Sequence[Box], arrows: Iterable[Arrow]) -> Iterable[tuple[str, str]]:
    """For each box the box that stands for it."""
    ways: defaultdict[str, set[Hashable]] = defaultdict(set)
    for arrow in arrows:
        ways[arrow.source].add(("out", arrow.kind, arrow.target, arrow.is_bad))
        ways[arrow.target].add(("in", arrow.kind, arrow.source, arrow.is_bad))
    alike: dict[Hashable, list[Box]] = {}
    for box in boxes:
        alike.setdefault((box.kind, box.note, box.rules, box.is_bad, frozenset(ways[box.key])), []).append(box)
    for group in alike.values():
        together = sum(box.count for box in group) > TOO_MANY
        for box in group:
            yield box.key, group[0].key if together else box.key


def _merged(boxes: Iterable[Box], stands_for: Mapping[str, str]) -> list[Box]:
    merged: dict[str, Box] = {}
    for box in boxes:
        first = stands_for[box.key]
        if first in merged:
            merged[first] = replace(merged[first], count=merged[first].count + box.count, title=f"{box.kind}s")
        else:
            merged[first] = box
    return list(merged.values())


def _redirected(arrows: Iterable[Arrow], stands_for: Mapping[str, str]) -> list[Arrow]:
    """The arrows between the boxes that are left; of several between the same two, the one with the latest hop."""
    redirected: dict[Hashable, Arrow] = {}
    for arrow in arrows:
        moved = replace(arrow, source=stands_for[arrow.source], target=stands_for[arrow.target])
        known = redirected.setdefault((moved.source, moved.target, moved.kind), moved)
        if (moved.hop or 0) > (known.hop or 0):
            redirected[moved.source, moved.target, moved.kind] = moved
    return list(redirected.values())
