"""The queues, topics and subscriptions of a namespace, declared in an order in which each forward finds its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import entities
from backbone.entities import EntityKind
from backbone.fixed import completed
from backbone.forwarding.reading import graph_of
from components.destinations import FIELDS, Destinations
from components.queue import declare_queue
from components.rule import declare_rules
from components.subscription import declare_subscription
from components.topic import declare_topic

if TYPE_CHECKING:
    import pulumi
    from pulumi_azure_native import servicebus

    from backbone.forwarding import Entity
    from backbone.settings import NamespaceSettings
    from components.place import Place


class Topology:
    """Declares everything in a namespace.

    Attributes:
        queues: The queues by their name on the wire.
        topics: The topics by their name on the wire.
        subscriptions: The subscriptions by the topic's name on the wire and their own.
    """

    def __init__(self, settings: NamespaceSettings, place: Place) -> None:
        self.queues: dict[str, servicebus.Queue] = {}
        self.topics: dict[str, servicebus.Topic] = {}
        self.subscriptions: dict[tuple[str, str], servicebus.Subscription] = {}
        self._settings = settings
        self._place = place
        self._ends: dict[str, servicebus.Queue | servicebus.Topic] = {}
        self._ready: dict[str, list[pulumi.Resource]] = {}
        declare = {
            EntityKind.QUEUE: self._declare_queue,
            EntityKind.TOPIC: self._declare_topic,
            EntityKind.SUBSCRIPTION: self._declare_subscription,
        }
        for entity in graph_of(settings).paths.creation_order():
            declare[entity.kind](entity)

    def _declare_queue(self, entity: Entity) -> None:
        name = entity.address.entity
        settings = completed(self._settings.queues[name], self._settings)
        queue = declare_queue(entity.address, settings, place=self._place, destinations=self._destinations(entity))
        self.queues[name] = self._ends[entity.place] = queue

    def _declare_topic(self, entity: Entity) -> None:
        name = entity.address.entity
        settings = completed(self._settings.topics[name], self._settings)
        topic = declare_topic(entity.address, settings, place=self._place)
        self.topics[name] = self._ends[entity.place] = topic

    def _declare_subscription(self, entity: Entity) -> None:
        topic_name, name = entity.address.entity, entity.address.subscription or ""
        topic = self.topics[topic_name]
        settings = completed(self._settings.topics[topic_name].subscriptions[name], self._settings)
        subscription = declare_subscription(
            entity.address, settings, topic=topic, place=self._place, destinations=self._destinations(entity)
        )
        rules = declare_rules(
            settings.rules, topic=topic, subscription=subscription, name=str(entity.address), place=self._place
        )
        self.subscriptions[topic_name, name] = subscription
        self._ready.setdefault(entity.place, []).extend((subscription, *rules))

    def _destinations(self, entity: Entity) -> Destinations:
        """What an entity forwards to, which the order has put before it."""
        reached = {name: to.casefold() for name, by in FIELDS.items() if (to := entity.destinations.get(by))}
        return Destinations(
            names={name: self._ends[end].name.apply(entities.wire_name) for name, end in reached.items()},
            ready=[resource for end in dict.fromkeys(reached.values()) for resource in self._ready.get(end, ())],
        )
