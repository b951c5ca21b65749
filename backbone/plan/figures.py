"""Figures and amounts of money as people write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

NOTHING = "-"
"""What stands where there is no figure."""

_BARE = 1_000
"""From here on a figure is shown without decimals."""
_PRECISION = 6
"""Decimals within which a computed amount is exact."""


def figure(value: float | None) -> str:
    """A figure with no more digits than mean something."""
    if value is None:
        return NOTHING
    short = float(f"{value:.3g}")
    return f"{value:,.0f}" if value == int(value) or abs(short) >= _BARE else f"{short:g}"


def money(value: float) -> str:
    """An amount of money to the cent, half a cent up."""
    return f"{Decimal(str(round(value, _PRECISION))).quantize(Decimal('0.01'), ROUND_HALF_UP):,}"
