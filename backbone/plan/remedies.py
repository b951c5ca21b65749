"""The ways out for a namespace that is asked for more than it bears, each with what it would then be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING

from backbone import limits
from backbone.settings import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.plan.capacity import Capacity
    from backbone.plan.traffic import Traffic
    from backbone.settings.namespace import NamespaceSettings

COMFORTABLE = 0.8
"""How much of a limit a namespace is to use that was added because another one was full."""


class RemedyKind(StrEnum):
    """What can be done."""

    TOPIC_PER_ENTITY = "topicPerEntity"
    ONE_SUBSCRIPTION = "oneSubscription"
    SCALE_UNITS = "scaleUnits"
    PREMIUM = "premium"
    MESSAGING_UNITS = "messagingUnits"


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """One way out.

    Attributes:
        alias: The namespace that it is for.
        kind: What is to be done.
        text: The same in a sentence.
        credits: Credits per second of each namespace afterwards.
        number: How many namespaces or messaging units it takes; None where that says nothing.
    """

    alias: str
    kind: RemedyKind
    text: str
    credits: float
    number: int | None = None


def remedies(namespace: NamespaceSettings, traffic: Traffic, now: Capacity) -> Iterator[Remedy]:
    """The ways out for a namespace that is over a limit; none for one that is not."""
    if not now.is_over:
        return
    if now.credits.is_over:
        yield from _without_filters(namespace, traffic, now)
    yield _scale_units(namespace, now)
    if not now.connections.is_over:
        yield from _units(namespace, now)


def units_needed(namespace: NamespaceSettings, now: Capacity) -> int | None:
    """The fewest messaging units that bear the load; None if no Premium namespace does."""
    partitions = namespace.partitions or 1
    for count in limits.MESSAGING_UNITS:
        units = count * partitions
        fast = max(now.ingress.used, now.egress.used) <= units * limits.MEGABYTES_PER_SECOND_AND_MESSAGING_UNIT
        if fast and now.entities.used <= units * limits.ENTITIES_PER_MESSAGING_UNIT:
            return units
    return None


def _without_filters(namespace: NamespaceSettings, traffic: Traffic, now: Capacity) -> Iterator[Remedy]:
    if not now.steps.filters:
        return
    yield Remedy(
        alias=namespace.alias,
        kind=RemedyKind.TOPIC_PER_ENTITY,
        text="a topic for each entity instead of filters on one topic: the sender chooses, and nothing is evaluated",
        credits=now.steps.credits - now.steps.filters,
    )
    yield Remedy(
        alias=namespace.alias,
        kind=RemedyKind.ONE_SUBSCRIPTION,
        text="one subscription without rules for each topic that filters, and the receiver sorts the messages",
        credits=traffic.with_one_subscription().per_second().credits,
    )


def _scale_units(namespace: NamespaceSettings, now: Capacity) -> Remedy:
    """As many namespaces as it takes for none to use more of a limit than is comfortable."""
    demands = (now.credits, now.connections, now.ingress, now.egress)
    number = max(ceil(demand.used / (demand.limit * COMFORTABLE)) for demand in demands if demand.limit)
    return Remedy(
        alias=namespace.alias,
        kind=RemedyKind.SCALE_UNITS,
        text=f"the load spread over {number} namespaces (scale units), none above {COMFORTABLE:.0%} of a limit",
        credits=now.steps.credits / number,
        number=number,
    )


def _units(namespace: NamespaceSettings, now: Capacity) -> Iterator[Remedy]:
    units = units_needed(namespace, now)
    if units is None:
        return
    noun = "messaging unit" if units == 1 else "messaging units"
    if namespace.sku is Sku.PREMIUM:
        kind, text = RemedyKind.MESSAGING_UNITS, f"{units} {noun}"
    else:
        kind, text = RemedyKind.PREMIUM, f"a Premium namespace with {units} {noun}, which counts no credits"
    yield Remedy(alias=namespace.alias, kind=kind, text=text, credits=now.steps.credits, number=units)
