"""Ways through the graph: cycles, long chains, and the order in which entities can be made."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from backbone.forwarding.chain import LONGEST, Chain, end_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.forwarding.entity import Entity
    from backbone.forwarding.forward import Forward
    from backbone.forwarding.graph import Graph


class _Way(NamedTuple):
    """The longest way into or out of a place: its hops, the forward next to the place, and the one at its end."""

    hops: int = 0
    next: Forward | None = None
    last: Forward | None = None


class Paths:
    """What follows from walking through a graph once; the effort grows with its size alone.

    Attributes:
        cycles: A chain for each forward that closes a cycle; without these forwards there is none.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.cycles: dict[Forward, Chain] = {}
        self._order: list[str] = []
        self._walk()
        self._into = dict.fromkeys(graph.places, _Way())
        self._out_of = dict.fromkeys(graph.places, _Way())
        for place in self._order:
            for forward in self._straight(place):
                ahead = self._out_of[forward.place]
                if ahead.hops >= self._out_of[place].hops:
                    self._out_of[place] = _Way(ahead.hops + 1, forward, ahead.last or forward)
        for place in reversed(self._order):
            for forward in self._straight(place):
                behind = self._into[place]
                if behind.hops >= self._into[forward.place].hops:
                    self._into[forward.place] = _Way(behind.hops + 1, forward, behind.last or forward)

    def hops_to(self, place: str) -> int:
        """The hops on the longest way to a queue or topic."""
        return self._into[place].hops

    def creation_order(self) -> Iterator[Entity]:
        """Every entity, each behind the destinations of its forwards, a subscription also behind its topic."""
        for place in self._order:
            entity = self._graph.at(place)
            if entity is not None:
                yield entity
            yield from self._graph.subscriptions(place)

    def beyond(self, hops: int) -> Iterator[tuple[Forward, Chain]]:
        """The forwards that are one hop too many on some path, each with its longest chain."""
        for place in self._order:
            if self._into[place].hops == hops:
                for forward in self._straight(place):
                    yield forward, self.chain(forward)

    def of_length(self, hops: int) -> Iterator[tuple[Forward, Chain]]:
        """The last forwards of paths that have so many hops and go no further, each with its chain."""
        for place in self._order:
            if self._into[place].hops == hops - 1:
                for forward in self._straight(place):
                    if not self._out_of[forward.place].hops:
                        yield forward, self.chain(forward)

    def _straight(self, place: str) -> Iterator[Forward]:
        """The forwards that leave a place and close no cycle."""
        return (forward for forward in self._graph.leaving(place) if forward not in self.cycles)

    def chain(self, forward: Forward) -> Chain:
        """The longest chain that a forward is part of; where it leads nowhere, or to its own source, it ends there."""
        behind = self._into.get(forward.source.place, _Way())
        ahead = _Way() if forward.is_to_itself else self._out_of.get(forward.place, _Way())
        before = list(islice(self._back(behind), LONGEST))
        forwards = (*reversed(before), forward, *islice(self._on(ahead), LONGEST))
        return Chain(forwards=forwards[:LONGEST], hops=behind.hops + 1 + ahead.hops, end=end_of(ahead.last or forward))

    def _back(self, way: _Way) -> Iterator[Forward]:
        while way.next is not None:
            yield way.next
            way = self._into[way.next.source.place]

    def _on(self, way: _Way) -> Iterator[Forward]:
        while way.next is not None:
            yield way.next
            way = self._out_of[way.next.place]

    def _walk(self) -> None:
        """Walk depth first, without recursion: chains may be longer than Python's stack."""
        done: set[str] = set()
        for root in self._graph.places:
            if root in done:
                continue
            way: list[Forward] = []
            depth = {root: 0}
            pending = [(root, iter(self._graph.leaving(root)))]
            while pending:
                place, forwards = pending[-1]
                forward = next(forwards, None)
                if forward is None:
                    pending.pop()
                    done.add(place)
                    self._order.append(place)
                    del depth[place]
                    del way[max(len(pending) - 1, 0) :]
                elif forward.place in depth:
                    self.cycles[forward] = _circle(way, depth[forward.place], forward)
                elif forward.place not in done:
                    way.append(forward)
                    depth[forward.place] = len(way)
                    pending.append((forward.place, iter(self._graph.leaving(forward.place))))


def _circle(way: list[Forward], start: int, closing: Forward) -> Chain:
    """The cycle that a forward closes with those before it, from `start` on."""
    forwards = (*way[start : start + LONGEST], closing)
    return Chain(forwards=forwards[:LONGEST], hops=len(way) - start + 1, end=forwards[0].source.address)
