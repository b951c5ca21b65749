"""The ways out for a namespace that is asked for more than it bears, each with what it would then be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from backbone import limits
from backbone.plan.spreading import COMFORTABLE, namespaces_needed, premium_namespaces_needed, units_needed
from backbone.settings import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.plan.capacity import Capacity
    from backbone.plan.traffic import Traffic
    from backbone.settings.namespace import NamespaceSettings


class RemedyKind(StrEnum):
    """What can be done."""

    TOPIC_PER_ENTITY = "topicPerEntity"
    ONE_SUBSCRIPTION = "oneSubscription"
    SCALE_UNITS = "scaleUnits"
    PREMIUM = "premium"
    MESSAGING_UNITS = "messagingUnits"
    PREMIUM_SCALE_UNITS = "premiumScaleUnits"


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """One way out.

    Attributes:
        alias: The namespace that it is for.
        kind: What is to be done.
        sku: The tier afterwards.
        text: What is to be done, in a sentence.
        credits: Credits per second of each namespace afterwards; Premium counts none, and they are what Standard would.
        number: How many namespaces or messaging units it takes; None where that says nothing.
        messaging_units: Messaging units of each namespace afterwards; None on Standard.
        solves: Whether it can be done and no limit is passed afterwards; where not, the text says why.
    """

    alias: str
    kind: RemedyKind
    sku: Sku
    text: str
    credits: float
    number: int | None = None
    messaging_units: int | None = None
    solves: bool = True


@dataclass(frozen=True, kw_only=True)
class _Need:
    """A namespace that is over a limit.

    Attributes:
        namespace: Its settings.
        traffic: The ways through it.
        now: Its load against its limits.
        others: How many namespaces the stack has in its region besides.
    """

    namespace: NamespaceSettings
    traffic: Traffic
    now: Capacity
    others: int


def remedies(namespace: NamespaceSettings, traffic: Traffic, now: Capacity, others: int = 0) -> Iterator[Remedy]:
    """The ways out for a namespace that is over a limit, which has others of the stack in its region; else none."""
    if not now.is_over:
        return
    need = _Need(namespace=namespace, traffic=traffic, now=now, others=others)
    if now.credits.is_over:
        yield from _without_filters(need)
    yield _scale_units(need)
    units = None if now.connections.is_over else units_needed(namespace, now)
    if units is not None:
        yield _units(need, units)
    elif any(demand.is_over for demand in (now.credits, now.ingress, now.egress)):
        yield from _premium_scale_units(need)


def _without_filters(need: _Need) -> Iterator[Remedy]:
    now = need.now
    if now.steps.filters:
        yield _other_topics(
            need,
            RemedyKind.TOPIC_PER_ENTITY,
            "a topic for each entity instead of filters on one topic: the sender chooses, and nothing is evaluated",
            now.steps.credits - now.steps.filters,
        )
        yield _other_topics(
            need,
            RemedyKind.ONE_SUBSCRIPTION,
            "one subscription without rules for each topic that filters, and the receiver sorts the messages",
            need.traffic.with_one_subscription().per_second().credits,
        )


def _other_topics(need: _Need, kind: RemedyKind, text: str, credits_then: float) -> Remedy:
    solves = credits_then <= limits.CREDITS_PER_SECOND and not need.now.connections.is_over
    return Remedy(
        alias=need.namespace.alias,
        kind=kind,
        sku=need.namespace.sku,
        text=text if solves else f"{text}; not enough by itself",
        credits=credits_then,
        solves=solves,
    )


def _scale_units(need: _Need) -> Remedy:
    """As many namespaces of its kind as it takes for none to use more of a limit than is comfortable."""
    namespace = need.namespace
    return _spread(need, RemedyKind.SCALE_UNITS, namespaces_needed(need.now), namespace.messaging_units)


def _premium_scale_units(need: _Need) -> Iterator[Remedy]:
    """Several Premium namespaces, where one with all its messaging units does not do."""
    number, units = premium_namespaces_needed(need.namespace, need.now)
    if units != need.namespace.messaging_units:
        yield _spread(need, RemedyKind.PREMIUM_SCALE_UNITS, number, units)


def _spread(need: _Need, kind: RemedyKind, number: int, units: int | None) -> Remedy:
    """The load spread evenly over namespaces; on Standard these have no messaging units."""
    of_kind = "namespaces" if units is None else "Premium namespaces"
    what = f"{number:,} {of_kind} (scale units)" + ("" if units is None else f" with {_messaging(units)} each")
    limit = _beyond(need, number)
    return Remedy(
        alias=need.namespace.alias,
        kind=kind,
        sku=Sku.STANDARD if units is None else Sku.PREMIUM,
        text=f"the load spread over {what}, none above {COMFORTABLE:.0%} of a limit{limit}",
        credits=need.now.steps.credits / number,
        number=number,
        messaging_units=units,
        solves=not limit,
    )


def _units(need: _Need, units: int) -> Remedy:
    """One Premium namespace that bears the load."""
    if need.namespace.sku is Sku.PREMIUM:
        kind, text = RemedyKind.MESSAGING_UNITS, _messaging(units)
    else:
        kind, text = RemedyKind.PREMIUM, f"a Premium namespace with {_messaging(units)}, which counts no credits"
    return Remedy(
        alias=need.namespace.alias,
        kind=kind,
        sku=Sku.PREMIUM,
        text=text,
        credits=need.now.steps.credits,
        number=units,
        messaging_units=units,
    )


def _messaging(units: int) -> str:
    return "1 messaging unit" if units == 1 else f"{units} messaging units"


def _beyond(need: _Need, number: int) -> str:
    """Why a region does not hold so many namespaces instead of one; empty where it does."""
    if number + need.others <= limits.NAMESPACES_PER_REGION:
        return ""
    others = f" with {need.others:,} other{'s' * (need.others > 1)} of the stack" if need.others else ""
    return f": not possible,{others} more than the {limits.NAMESPACES_PER_REGION:,} of a subscription in a region"
