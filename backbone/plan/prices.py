"""What Service Bus costs, from a dated table that a stack file can override.

Azure Retail Prices (prices.azure.com, serviceName eq 'Service Bus'). The Standard tier's base charge, included
operations and included connections belong to the subscription, not to a namespace: scale units do not multiply them. On
Premium operations and connections are free.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backbone.settings.prices import PriceSettings

HOURS_PER_MONTH = 730
"""Hours of a month as Azure's pricing pages count."""

SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600

OPERATION_IN_KILOBYTES = 64
"""A message is billed as one operation for each 64 KB or part of it (Service Bus pricing FAQ)."""

MILLION = 1_000_000

REGION, CURRENCY, DATE = "eastus", "USD", "2026"
"""Where, in what and when the table's prices were read."""

PRICES = ("standardBaseHour", "standardOperations", "standardConnections", "premiumUnitHour")
"""The prices by their keys in a stack file."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a price that falls with the amount.

    Attributes:
        above: From which amount on the step applies.
        price: What a unit costs there.
    """

    above: float
    price: float


@dataclass(frozen=True, kw_only=True)
class PriceTable:
    """Prices in one currency.

    Attributes:
        currency: ISO 4217 code.
        base_hour: Standard's base charge for an hour of the subscription.
        operations: Standard's price of a million operations in a month, by amount.
        connections: Standard's price of a connection for a month, by amount.
        unit_hour: A Premium messaging unit for an hour.
        listed: Which of the prices are the table's own, by their keys in a stack file.
    """

    currency: str = CURRENCY
    base_hour: float = 0.013441
    operations: Sequence[Step] = (
        Step(above=13 * MILLION, price=0.80),
        Step(above=100 * MILLION, price=0.50),
        Step(above=2_500 * MILLION, price=0.20),
    )
    connections: Sequence[Step] = (
        Step(above=1_000, price=0.03),
        Step(above=100_000, price=0.025),
        Step(above=500_000, price=0.015),
    )
    unit_hour: float = 0.9275
    listed: tuple[str, ...] = PRICES

    @classmethod
    def of(cls, settings: PriceSettings) -> PriceTable:
        """The table with what a stack file replaces; a price it gives for operations or connections knows no steps."""
        table = cls()
        base, operations, connections, unit = said = (
            settings.standard_base_hour,
            settings.standard_operations,
            settings.standard_connections,
            settings.premium_unit_hour,
        )
        return cls(
            currency=settings.currency or table.currency,
            base_hour=table.base_hour if base is None else float(base),
            operations=_replaced(table.operations, operations),
            connections=_replaced(table.connections, connections),
            unit_hour=table.unit_hour if unit is None else float(unit),
            listed=tuple(key for key, price in zip(PRICES, said, strict=True) if price is None),
        )

    @property
    def origin(self) -> str:
        """Whose prices these are, in a sentence."""
        if not self.listed:
            return "Prices are the stack file's."
        others = "" if self.listed == PRICES else f" of what the stack file does not price ({', '.join(self.listed)})"
        return f"Prices{others} are Azure's list prices of {REGION} in {CURRENCY}, read in {DATE}."

    def of_operations(self, number: float) -> float:
        """Operations of a subscription's Standard namespaces in a month."""
        return _stepped(self.operations, number) / MILLION

    def of_connections(self, number: float) -> float:
        """Connections of a subscription's Standard namespaces over a month."""
        return _stepped(self.connections, number)

    def of_base(self) -> float:
        """Standard's base charge for a month."""
        return self.base_hour * HOURS_PER_MONTH

    def of_units(self, number: int) -> float:
        """Premium messaging units for a month."""
        return self.unit_hour * number * HOURS_PER_MONTH


def _replaced(steps: Sequence[Step], price: float | None) -> Sequence[Step]:
    return steps if price is None else (Step(above=steps[0].above, price=float(price)),)


def _stepped(steps: Sequence[Step], number: float) -> float:
    ends = [*(step.above for step in steps[1:]), float("inf")]
    return sum(max(0.0, min(number, end) - step.above) * step.price for step, end in zip(steps, ends, strict=True))
