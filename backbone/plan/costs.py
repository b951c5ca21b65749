"""What the namespaces of a stack cost in a month, as they are and in either tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone import limits
from backbone.plan.capacity import stores
from backbone.plan.spreading import units_needed
from backbone.settings import Sku

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backbone.plan.capacity import Capacity
    from backbone.plan.prices import PriceTable
    from backbone.settings.namespace import NamespaceSettings


@dataclass(frozen=True, kw_only=True)
class Demand:
    """A namespace and what is asked of it."""

    namespace: NamespaceSettings
    capacity: Capacity


@dataclass(frozen=True, kw_only=True)
class Costs:
    """What a month costs.

    Attributes:
        parts: The cost by what it is for.
        namespaces: The cost by alias, without the base charge, which is the subscription's; operations and connections
            are charged to the Standard namespaces in proportion.
    """

    parts: Mapping[str, float]
    namespaces: Mapping[str, float]

    @property
    def per_month(self) -> float:
        """All of it."""
        return sum(self.parts.values())


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """All namespaces of the stack in one tier.

    Attributes:
        sku: The tier.
        per_month: What that costs; None where the tier does not bear the load.
        messaging_units: Messaging units by alias, on Premium.
        short: The aliases of the namespaces whose load the tier does not bear.
    """

    sku: Sku
    per_month: float | None
    messaging_units: Mapping[str, int]
    short: tuple[str, ...]


def costs(demands: Sequence[Demand], prices: PriceTable) -> Costs:
    """What the namespaces cost in the tiers that they have."""
    standard = [each for each in demands if each.namespace.sku is Sku.STANDARD]
    operations = sum(each.capacity.operations for each in standard)
    connections = sum(each.capacity.connections.used for each in standard)
    for_operations, for_connections = prices.of_operations(operations), prices.of_connections(connections)
    premium = [each for each in demands if each.namespace.sku is Sku.PREMIUM]
    units = {each.namespace.alias: each.namespace.messaging_units or 0 for each in premium}
    return Costs(
        parts={
            "standardBase": prices.of_base() if standard else 0.0,
            "standardOperations": for_operations,
            "standardConnections": for_connections,
            "premiumUnits": prices.of_units(sum(units.values())),
        },
        namespaces={
            each.namespace.alias: prices.of_units(units[each.namespace.alias])
            if each.namespace.alias in units
            else _share(for_operations, each.capacity.operations, operations)
            + _share(for_connections, each.capacity.connections.used, connections)
            for each in demands
        },
    )


def alternatives(demands: Sequence[Demand], prices: PriceTable) -> tuple[Alternative, Alternative]:
    """The whole stack on Standard and on Premium, side by side."""
    return _all_standard(demands, prices), _all_premium(demands, prices)


def _all_standard(demands: Sequence[Demand], prices: PriceTable) -> Alternative:
    short = tuple(each.namespace.alias for each in demands if not _fits_standard(each))
    operations = sum(each.capacity.operations for each in demands)
    connections = sum(each.capacity.connections.used for each in demands)
    cost = prices.of_base() + prices.of_operations(operations) + prices.of_connections(connections)
    return Alternative(sku=Sku.STANDARD, per_month=None if short else cost, messaging_units={}, short=short)


def _all_premium(demands: Sequence[Demand], prices: PriceTable) -> Alternative:
    needed = {each.namespace.alias: units_needed(each.namespace, each.capacity) for each in demands}
    units = {alias: count for alias, count in needed.items() if count is not None}
    short = tuple(
        each.namespace.alias
        for each in demands
        if each.namespace.alias not in units or each.capacity.connections.is_over
    )
    cost = prices.of_units(sum(units.values()))
    return Alternative(sku=Sku.PREMIUM, per_month=None if short else cost, messaging_units=units, short=short)


def _fits_standard(demand: Demand) -> bool:
    capacity = demand.capacity
    is_small = capacity.entities.used <= limits.ENTITIES_PER_STANDARD_NAMESPACE and not capacity.connections.is_over
    few_credits = capacity.steps.credits <= limits.CREDITS_PER_SECOND
    return is_small and few_credits and not _asks_for_premium(demand.namespace)


def _asks_for_premium(namespace: NamespaceSettings) -> bool:
    """Whether an entity has what only Premium offers: large messages, much room, or subscriptions of a client's own."""
    subscriptions = (each for topic in namespace.topics.values() for each in topic.subscriptions.values())
    return any(each.is_client_affine for each in subscriptions) or any(
        entity.max_message_size_in_kilobytes is not None
        or (entity.max_size_in_megabytes or 0) > limits.STANDARD_SIZES_IN_MEGABYTES[-1]
        for entity in stores(namespace)
    )


def _share(cost: float, own: float, total: float) -> float:
    return cost * own / total if total else 0.0
