"""The ways that messages take over forwards, from where nothing leads to on to where nothing leads on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backbone.forwarding import Graph

MOST = 1_000
"""Chains of a namespace that are listed: two levels of wide fan-out have millions."""


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
    reached = {forward.place for place in graph.places for forward in graph.leaving(place)}
    starts = (place for place in graph.places if place not in reached)
    return islice((way for place in starts for way in _from(graph, place, ())), MOST)


def _from(graph: Graph, place: str, before: tuple[str, ...]) -> Iterator[Way]:
    following = graph.leaving(place)
    if not following and before:
        end = graph.at(place)
        yield Way(path=(*before, str(end.address) if end else place), hops=len(before))
    for forward in following:
        yield from _from(graph, forward.place, (*before, str(forward.source.address)))
