"""The graph of a namespace in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from backbone.addresses import Address
from backbone.entities import EntityKind
from backbone.forwarding.entity import Entity, Property
from backbone.forwarding.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backbone.settings import NamespaceSettings, QueueSettings, SubscriptionSettings, TopicSettings
    from backbone.settings.path import Path

    Source: TypeAlias = QueueSettings | SubscriptionSettings

CLOSED = ("Disabled", "SendDisabled")
"""The statuses in which nothing can be sent to an entity."""


def graph_of(namespace: NamespaceSettings, path: Path = (), remote: Iterable[tuple[Address, Path]] = ()) -> Graph:
    """The graph of a namespace.

    Args:
        namespace: Its settings, as parsed.
        path: Where they stand.
        remote: Subscriptions that other units declare for its topics, and where.
    """
    return Graph((*_queues(namespace, path), *_topics(namespace, path), *_remote(remote)))


def _queues(namespace: NamespaceSettings, path: Path) -> Iterator[Entity]:
    for name, queue in namespace.queues.items():
        yield Entity(
            address=Address(entity=name, alias=namespace.alias),
            kind=EntityKind.QUEUE,
            destinations=_destinations(queue),
            requires_session=queue.requires_session is True,
            idle=queue.auto_delete_on_idle,
            is_open=queue.status is None or queue.status.value not in CLOSED,
            keeps_order=not is_partitioned(namespace, queue),
            path=(*path, "queues", name),
        )


def _topics(namespace: NamespaceSettings, path: Path) -> Iterator[Entity]:
    for name, topic in namespace.topics.items():
        inner = (*path, "topics", name)
        yield Entity(
            address=Address(entity=name, alias=namespace.alias),
            kind=EntityKind.TOPIC,
            idle=topic.auto_delete_on_idle,
            is_open=topic.status is None or topic.status.value not in CLOSED,
            keeps_order=topic.support_ordering is not False and not is_partitioned(namespace, topic),
            path=inner,
        )
        for key, subscription in topic.subscriptions.items():
            yield Entity(
                address=Address(entity=name, alias=namespace.alias, subscription=key),
                kind=EntityKind.SUBSCRIPTION,
                destinations=_destinations(subscription),
                requires_session=subscription.requires_session is True,
                idle=subscription.auto_delete_on_idle,
                path=(*inner, "subscriptions", key),
            )


def _remote(remote: Iterable[tuple[Address, Path]]) -> Iterator[Entity]:
    return (Entity(address=address, kind=EntityKind.SUBSCRIPTION, path=path) for address, path in remote)


def _destinations(source: Source) -> Mapping[Property, str]:
    said = {
        Property.FORWARD_TO: source.forward_to,
        Property.DEAD_LETTERS: source.forward_dead_lettered_messages_to,
    }
    return {key: destination for key, destination in said.items() if destination is not None}


def is_partitioned(namespace: NamespaceSettings, entity: QueueSettings | TopicSettings) -> bool:
    """Whether a queue or topic is partitioned: in a partitioned namespace, which is Premium, all are."""
    return entity.enable_partitioning is True or (namespace.partitions or 1) > 1
