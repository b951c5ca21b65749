"""The ways that messages take over forwards, from where nothing leads to on to where nothing leads on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backbone.forwarding import Graph

MOST = 10_000
"""Chains of a namespace that are listed: two levels of wide fan-out may have millions."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """One chain.

    Attributes:
        path: The addresses on it; a topic is named by the subscription through which the chain leads.
        hops: How many forwards it has.
    """

    path: tuple[str, ...]
    hops: int


def ways(graph: Graph) -> Iterable[Way]:
    """The chains of a namespace without cycles, the first ones where there are too many to list."""
    return islice((way for place in _starts(graph) for way in _from(graph, place, ())), MOST)


def left_out(graph: Graph) -> int:
    """How many chains of a namespace are more than are listed."""
    after: dict[str, int] = {}
    for entity in graph.paths.creation_order():
        place = entity.place
        if place not in after:
            after[place] = sum(after[forward.place] or 1 for forward in graph.leaving(place))
    return max(0, sum(after[place] for place in _starts(graph)) - MOST)


def _starts(graph: Graph) -> Iterator[str]:
    """Where chains begin: nothing leads there."""
    reached = {forward.place for place in graph.places for forward in graph.leaving(place)}
    return (place for place in graph.places if place not in reached)


def _from(graph: Graph, place: str, before: tuple[str, ...]) -> Iterator[Way]:
    following = graph.leaving(place)
    if not following and before:
        end = graph.at(place)
        yield Way(path=(*before, str(end.address) if end else place), hops=len(before))
    for forward in following:
        yield from _from(graph, forward.place, (*before, str(forward.source.address)))
