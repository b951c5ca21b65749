"""All forwards of one namespace."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from backbone.entities import EntityKind
from backbone.forwarding.forward import Forward
from backbone.forwarding.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from backbone.forwarding.entity import Entity


class Graph:
    """Queues, topics and subscriptions of one namespace and the forwards between them.

    A subscription is no place of its own: what a topic gets, its subscriptions forward at once, and the step to them
    is no hop. So the graph's nodes are queues and topics, and a topic's edges are its subscriptions' forwards.

    Attributes:
        entities: Everything in the namespace.
        forwards: Every forward that is declared, wherever it leads.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        self.forwards = tuple(
            Forward(source=entity, by=key, destination=destination)
            for entity in self.entities
            for key, destination in entity.destinations.items()
        )
        self._at: dict[str, Entity] = {}
        self._below: dict[str, list[Entity]] = {}
        for entity in self.entities:
            if entity.kind is EntityKind.SUBSCRIPTION:
                self._below.setdefault(entity.place, []).append(entity)
            else:
                self._at[entity.place] = entity
        self._from: dict[str, list[Forward]] = {}
        for forward in self.forwards:
            if forward.place in self._at and forward.source.place in self._at and not forward.is_to_itself:
                self._from.setdefault(forward.source.place, []).append(forward)

    @property
    def places(self) -> Iterator[str]:
        """The queues and topics, by their names in lower case."""
        return iter(self._at)

    @cached_property
    def paths(self) -> Paths:
        """The ways through the graph."""
        return Paths(self)

    def at(self, place: str) -> Entity | None:
        """The queue or topic of a name in lower case."""
        return self._at.get(place)

    def destination(self, forward: Forward) -> Entity | None:
        """The queue or topic that a forward leads to, if there is one."""
        return self._at.get(forward.place)

    def subscriptions(self, place: str) -> Sequence[Entity]:
        """The subscriptions of a topic; a queue has none."""
        return self._below.get(place, ())

    def leaving(self, place: str) -> Sequence[Forward]:
        """The forwards from a queue or a topic's subscriptions to other places that exist."""
        return self._from.get(place, ())
