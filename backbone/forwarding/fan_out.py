"""The shape of a fan-out over two levels of topics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone import limits
from backbone.entities import EntityKind
from backbone.forwarding.entity import Property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.forwarding.entity import Entity
    from backbone.forwarding.graph import Graph


@dataclass(frozen=True, kw_only=True)
class Shape:
    """So many subscriptions at the first level, each leading to a topic with so many of its own."""

    first: int
    second: int

    def __str__(self) -> str:
        return f"{self.first} x {self.second}"


@dataclass(frozen=True, kw_only=True)
class FanOut:
    """A topic whose subscriptions lead to further topics.

    Attributes:
        topic: The topic of the first level.
        first: Its subscriptions that lead to a topic.
        total: The subscriptions of those topics together.
    """

    topic: Entity
    first: int
    total: int

    @property
    def shape(self) -> Shape:
        """As it is; the second level on average, rounded up."""
        return Shape(first=self.first, second=-(-self.total // self.first))

    @property
    def better(self) -> Shape | None:
        """The levels changed round, where the first is the wider one and more than moderately wide; or None.

        Few subscriptions at the first level and many at the second have the higher throughput: each message is
        forwarded once for every subscription of the first level (service-bus-messaging/service-bus-auto-forwarding).
        """
        if self.first <= limits.FIRST_LEVEL_SUBSCRIPTIONS or self.first <= self.shape.second:
            return None
        return shape_for(self.total, self.shape.second)


def shape_for(subscriptions: int, first: int = limits.FIRST_LEVEL_SUBSCRIPTIONS) -> Shape:
    """Two levels for so many subscriptions, with about so many at the first, and no topic with more than it may have.

    Args:
        subscriptions: How many there are to be at the second level; at least one.
        first: How many are wished for at the first level.
    """
    first = max(first, -(-subscriptions // limits.SUBSCRIPTIONS_PER_TOPIC))
    return Shape(first=first, second=-(-subscriptions // first))


def fan_outs(graph: Graph) -> Iterator[FanOut]:
    """Every topic with subscriptions that forward to topics."""
    for place in graph.places:
        topic = graph.at(place)
        reached = [
            forward.place
            for forward in graph.leaving(place)
            if forward.by is Property.FORWARD_TO and _is_topic(graph.at(forward.place))
        ]
        if topic is not None and topic.kind is EntityKind.TOPIC and reached:
            total = sum(len(graph.subscriptions(other)) for other in reached)
            yield FanOut(topic=topic, first=len(reached), total=total)


def _is_topic(entity: Entity | None) -> bool:
    return entity is not None and entity.kind is EntityKind.TOPIC
