"""What namespaces cost; each figure is worked out by hand in the test."""

from __future__ import annotations

from typing import Any

import pytest

from backbone.plan import draw_up
from backbone.plan.prices import SECONDS_PER_MONTH, PriceTable
from backbone.settings import Sku
from tests.backbone.stack import parse

BASE = 0.013441 * 730
UNIT = 0.9275 * 730


def _load(rate: float, **more: float) -> dict[str, Any]:
    return {"messagesPerSecond": rate, **more}


@pytest.mark.parametrize(
    ("operations", "cost"),
    [
        (0, 0),
        (13_000_000, 0),
        (14_000_000, 0.80),
        (100_000_000, 87 * 0.80),
        (101_000_000, 87 * 0.80 + 0.50),
        (2_501_000_000, 87 * 0.80 + 2400 * 0.50 + 0.20),
    ],
)
def test_operations_cost_by_steps(operations: float, cost: float) -> None:
    assert PriceTable().of_operations(operations) == pytest.approx(cost)


@pytest.mark.parametrize(("connections", "cost"), [(1000, 0), (1001, 0.03), (100_001, 99_000 * 0.03 + 0.025)])
def test_connections_cost_by_steps(connections: float, cost: float) -> None:
    assert PriceTable().of_connections(connections) == pytest.approx(cost)


def test_the_base_charge_and_what_it_includes_belong_to_the_subscription() -> None:
    units: dict[str, Any] = {f"unit-{number}": {} for number in range(4)}
    load = {f"tracking@unit-{number}": _load(1) for number in range(4)}
    plan = draw_up(parse({"backbone:scaleUnits": units, "backbone:load": load}))
    operations = 4 * 2 * SECONDS_PER_MONTH

    assert plan.costs.parts == {
        "standardBase": pytest.approx(BASE),
        "standardOperations": pytest.approx((operations - 13_000_000) / 1_000_000 * 0.80),
        "standardConnections": 0,
        "premiumUnits": 0,
    }
    assert sum(plan.costs.namespaces.values()) == pytest.approx(plan.costs.parts["standardOperations"])
    assert plan.costs.namespaces["main"] == 0
    assert plan.costs.per_month == pytest.approx(sum(plan.costs.parts.values()))


def test_a_message_of_65_kilobytes_is_billed_as_two_operations() -> None:
    sizes = {
        size: draw_up(parse({"backbone:load": {"tracking@main": _load(1, messageSizeInKilobytes=size)}}))
        .namespaces[0]
        .capacity.operations
        for size in (64, 65)
    }

    assert sizes == {64: 2 * SECONDS_PER_MONTH, 65: 4 * SECONDS_PER_MONTH}


def test_premium_costs_its_messaging_units_and_nothing_else() -> None:
    config = {
        "backbone:namespace": {"sku": "Premium", "messagingUnits": 4, "partitions": 2},
        "backbone:load": {"tracking@main": _load(1000, connections=4000)},
    }
    plan = draw_up(parse(config))

    assert plan.costs.per_month == pytest.approx(4 * UNIT)


def test_both_tiers_stand_side_by_side() -> None:
    plan = draw_up(parse({"backbone:load": {"tracking@main": _load(600)}, "backbone:scaleUnits": {"quiet": {}}}))
    standard, premium = plan.alternatives

    assert (standard.sku, standard.per_month, standard.short) == (Sku.STANDARD, None, ("main",))
    assert (premium.sku, premium.messaging_units, premium.short) == (Sku.PREMIUM, {"main": 1, "quiet": 1}, ())
    assert premium.per_month == pytest.approx(2 * UNIT)


PREMIUM_ONLY: dict[str, dict[str, Any]] = {
    "large messages": {"queues": {"large": {"maxMessageSizeInKilobytes": 2048}}},
    "much room": {"queues": {"large": {"maxSizeInMegabytes": 10240}}},
    "a client's own subscription": {
        "topics": {"t": {"subscriptions": {"s": {"isClientAffine": True, "clientAffineProperties": {"clientId": "c"}}}}}
    },
    "more entities than Standard holds": {"messagingUnits": 16, "queues": {f"q{n}": {} for n in range(10_000)}},
}


@pytest.mark.parametrize("namespace", PREMIUM_ONLY.values(), ids=PREMIUM_ONLY)
def test_standard_is_no_alternative_to_what_only_premium_offers(namespace: dict[str, Any]) -> None:
    standard, _ = draw_up(parse({"backbone:namespace": {"sku": "Premium", **namespace}})).alternatives

    assert (standard.per_month, standard.short) == (None, ("main",))


def test_a_stack_file_overrides_the_prices() -> None:
    prices = {
        "currency": "EUR",
        "standardBaseHour": 0.01,
        "standardOperations": 2,
        "standardConnections": 1,
        "premiumUnitHour": 3,
    }
    config = {
        "backbone:prices": prices,
        "backbone:scaleUnits": {"busy": {"sku": "Premium"}},
        "backbone:load": {"tracking@main": _load(100, connections=1200)},
    }
    plan = draw_up(parse(config))

    assert plan.prices.currency == "EUR"
    assert plan.costs.parts == {
        "standardBase": pytest.approx(7.3),
        "standardOperations": pytest.approx((200 * SECONDS_PER_MONTH / 1_000_000 - 13) * 2),
        "standardConnections": 200,
        "premiumUnits": pytest.approx(3 * 730),
    }
