"""What a namespace is asked for, against what it can do."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from backbone import limits
from backbone.plan.prices import OPERATION_IN_KILOBYTES, SECONDS_PER_MONTH
from backbone.plan.traffic import NOTHING, Steps, Traffic
from backbone.settings import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.load import LoadSettings
    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.queue import QueueSettings
    from backbone.settings.topic import TopicSettings

KILOBYTES_PER_MEGABYTE = 1024
UNSTATED_SIZE = 1
"""Kilobytes of a message whose size the load does not say."""


@dataclass(frozen=True, kw_only=True)
class Usage:
    """A demand and what there is for it; `limit` is None where there is none.

    Attributes:
        used: What is asked for.
        limit: What there is.
    """

    used: float
    limit: float | None

    @property
    def is_over(self) -> bool:
        """Whether more is asked for than there is."""
        return self.limit is not None and self.used > self.limit


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """A namespace's demands on each of its limits.

    Attributes:
        steps: What is done each second.
        entities: Queues and topics.
        connections: Concurrent connections.
        storage: Megabytes that its entities may grow to, against what the namespace holds.
        credits: Credits per second; only Standard namespaces count them.
        ingress: Megabytes that arrive at entities each second; only Premium namespaces have a figure for it.
        egress: Megabytes that leave entities each second.
        operations: Billed operations in a month.
    """

    steps: Steps
    entities: Usage
    connections: Usage
    storage: Usage
    credits: Usage
    ingress: Usage
    egress: Usage
    operations: float

    @property
    def is_over(self) -> bool:
        """Whether the load is more than the namespace bears."""
        return any(usage.is_over for usage in (self.connections, self.credits, self.ingress, self.egress))


def capacity(namespace: NamespaceSettings, traffic: Traffic) -> Capacity:
    """Hold a namespace's expected load against its limits."""
    premium = namespace.sku is Sku.PREMIUM
    units = namespace.messaging_units or 0
    throughput = units * limits.MEGABYTES_PER_SECOND_AND_MESSAGING_UNIT if premium else None
    steps, arriving, leaving, operations = NOTHING, 0.0, 0.0, 0.0
    for entity, load in traffic.load.items():
        each = traffic.per_message(entity).times(load.messages_per_second)
        steps += each
        arriving += (each.send + each.forward) * size(load) / KILOBYTES_PER_MEGABYTE
        leaving += (each.receive + each.forward) * size(load) / KILOBYTES_PER_MEGABYTE
        operations += each.transfers * ceil(size(load) / OPERATION_IN_KILOBYTES) * SECONDS_PER_MONTH
    return Capacity(
        steps=steps,
        entities=Usage(used=len(namespace.queues) + len(namespace.topics), limit=entity_limit(namespace)),
        connections=Usage(
            used=sum(load.connections for load in traffic.load.values()), limit=limits.CONNECTIONS_PER_NAMESPACE
        ),
        storage=Usage(used=_storage(namespace), limit=_storage_limit(namespace)),
        credits=Usage(used=steps.credits, limit=None if premium else limits.CREDITS_PER_SECOND),
        ingress=Usage(used=arriving, limit=throughput),
        egress=Usage(used=leaving, limit=throughput),
        operations=operations,
    )


def size(load: LoadSettings) -> float:
    """Kilobytes of a message."""
    return UNSTATED_SIZE if load.message_size_in_kilobytes is None else load.message_size_in_kilobytes


def entity_limit(namespace: NamespaceSettings) -> int:
    """The queues and topics that a namespace can have."""
    if namespace.sku is Sku.PREMIUM:
        return limits.ENTITIES_PER_MESSAGING_UNIT * (namespace.messaging_units or 1)
    return limits.ENTITIES_PER_STANDARD_NAMESPACE


def stores(namespace: NamespaceSettings) -> Iterator[QueueSettings | TopicSettings]:
    """The entities of a namespace that store messages."""
    yield from namespace.queues.values()
    yield from namespace.topics.values()


def _storage(namespace: NamespaceSettings) -> float:
    """What the entities may grow to together; a partitioned one of a Standard namespace counts for each partition."""
    total = 0
    for entity in stores(namespace):
        parts = limits.STANDARD_PARTITIONS if entity.enable_partitioning and namespace.sku is Sku.STANDARD else 1
        total += int(entity.max_size_in_megabytes or limits.DEFAULT_SIZE_IN_MEGABYTES) * parts
    return total


def _storage_limit(namespace: NamespaceSettings) -> float:
    if namespace.sku is Sku.PREMIUM:
        return limits.STORAGE_PER_MESSAGING_UNIT_IN_MEGABYTES * (namespace.messaging_units or 1)
    return limits.STORAGE_PER_STANDARD_NAMESPACE_IN_MEGABYTES
