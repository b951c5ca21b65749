"""What a plan warns about besides forwards: what is nearly used up, and what settings mean for order and storage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from backbone.forwarding import Caution
from backbone.plan.figures import figure
from backbone.plan.prices import CURRENCY
from backbone.plan.spreading import COMFORTABLE
from backbone.settings import Sku
from backbone.settings.keys import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from backbone.addresses import Address
    from backbone.forwarding import Graph
    from backbone.plan.capacity import Capacity, Usage
    from backbone.plan.prices import PriceTable
    from backbone.plan.traffic import Traffic
    from backbone.settings.load import LoadSettings
    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.path import Path
    from backbone.settings.remote_subscription import RemoteSubscriptionSettings


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A namespace that is looked at.

    Attributes:
        path: Where its settings stand.
        namespace: What they say.
        graph: Who forwards to whom in it.
        remote: Subscriptions to its topics that are declared for other units, by name.
        loads: The expected load by address.
        traffic: The ways through it.
        capacity: Its load against its limits.
    """

    path: Path
    namespace: NamespaceSettings
    graph: Graph
    remote: Mapping[str, RemoteSubscriptionSettings]
    loads: Mapping[Address, LoadSettings]
    traffic: Traffic
    capacity: Capacity


Look: TypeAlias = "Callable[[Subject], Iterator[Caution]]"


def notices(subject: Subject) -> Iterator[Caution]:
    """Everything that is to be said of a namespace."""
    for look in LOOKS:
        yield from look(subject)


def what_is_nearly_used_up(subject: Subject) -> Iterator[Caution]:
    """A limit of which more than is comfortable is used, but not all."""
    capacity = subject.capacity
    demands: dict[str, Usage] = {
        "credits per second": capacity.credits,
        "connections": capacity.connections,
        "megabytes per second that arrive": capacity.ingress,
        "megabytes per second that leave": capacity.egress,
        "queues and topics": capacity.entities,
    }
    for what, usage in demands.items():
        if usage.limit and not usage.is_over and usage.used > usage.limit * COMFORTABLE:
            text = f"{figure(usage.used)} of {figure(usage.limit)} {what} are spoken for: more than {COMFORTABLE:.0%}."
            yield Caution(path=subject.path, message=text)


def entities_that_outgrow_the_namespace(subject: Subject) -> Iterator[Caution]:
    """Entities may be promised more room together than the namespace has; it fills up before they do."""
    storage = subject.capacity.storage
    if storage.is_over:
        yield Caution(
            path=subject.path,
            message=f"Its queues and topics may grow to {storage.used / 1024:,.0f} GB together, and the namespace "
            f"holds {(storage.limit or 0) / 1024:,.0f} GB: it can be full before they are.",
        )


def copies_that_cannot_be(subject: Subject) -> Iterator[Caution]:
    """An expected number of copies that the topic's subscriptions do not allow."""
    for address, load in subject.loads.items():
        least, most = subject.traffic.copies_possible(address.entity)
        if load.copies is not None and not least <= load.copies <= most:
            yield Caution(
                path=(PREFIX + "load", str(address), "copies"),
                message=f"A message to {address} has {least:,} to {most:,} copies, as many as subscriptions want it; "
                f"{figure(max(least, load.copies))} is reckoned with.",
            )


def partitions_and_order(subject: Subject) -> Iterator[Caution]:
    """A partitioned entity keeps order within a session or partition key only, and reports a size that nobody set."""
    if subject.namespace.sku is not Sku.STANDARD:
        return
    for kind, entities in (("queues", subject.namespace.queues), ("topics", subject.namespace.topics)):
        for name, entity in entities.items():
            if entity.enable_partitioning:
                yield Caution(
                    path=(*subject.path, kind, name, "enablePartitioning"),
                    message="The session id, else the partition key, else the message id decides the partition: "
                    "messages without a session or partition key have no order, and Azure reports sixteen times the "
                    "size.",
                )


def mixed_currencies(prices: PriceTable) -> Iterator[Caution]:
    """Prices of the table's own under another currency's name."""
    if prices.listed and prices.currency != CURRENCY:
        yield Caution(
            path=(PREFIX + "prices", "currency"),
            message=f"{', '.join(prices.listed)} {'is' if len(prices.listed) == 1 else 'are'} reckoned in {CURRENCY}, "
            f"not in {prices.currency}: give prices for them too.",
        )


def partitioned_namespaces_and_order(subject: Subject) -> Iterator[Caution]:
    """In a Premium namespace with partitions every entity has them (enable-partitions-premium)."""
    if (subject.namespace.partitions or 1) > 1:
        yield Caution(
            path=(*subject.path, "partitions"),
            message="Every queue and topic is partitioned: messages without a session or partition key have no order, "
            "and a batch takes messages of one session or partition key only.",
        )


LOOKS: tuple[Look, ...] = (
    what_is_nearly_used_up,
    entities_that_outgrow_the_namespace,
    copies_that_cannot_be,
    partitions_and_order,
    partitioned_namespaces_and_order,
)
"""Everything that is looked for in each namespace."""
