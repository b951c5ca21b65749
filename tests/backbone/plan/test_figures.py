"""Figures and amounts as people read them."""

from __future__ import annotations

import pytest

from backbone.plan.figures import figure, money


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "-"),
        (0, "0"),
        (21.84, "21.8"),
        (1.171875, "1.17"),
        (999.7, "1,000"),
        (1160, "1,160"),
        (10_000, "10,000"),
        (8500.4, "8,500"),
    ],
)
def test_a_figure_has_no_more_digits_than_mean_something(value: float | None, text: str) -> None:
    assert figure(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(677.075, "677.08"), (3 * 0.9275 * 730, "2,031.23"), (53.785, "53.79"), (53.784, "53.78"), (0, "0.00")],
)
def test_half_a_cent_is_rounded_up_also_where_floating_point_makes_it_less(value: float, text: str) -> None:
    assert money(value) == text
