"""More than a namespace bears, and the ways out with their figures."""

from __future__ import annotations

from typing import Any

import pytest

from backbone.plan import draw_up
from backbone.plan.traffic import Steps
from tests.backbone.stack import parse

FILTERS = {f"s{number}": {"rules": {"mine": {"sqlFilter": f"entity = '{number}'"}}} for number in range(56)}
WORKED_CASE = {
    "backbone:namespace": {"topics": {"orders": {"subscriptions": FILTERS}}},
    "backbone:load": {"orders@main": {"messagesPerSecond": 20}},
}


def _ways_out(config: dict[str, Any]) -> list[tuple[str, float, int | None]]:
    namespace = draw_up(parse(config)).namespaces[0]
    return [(remedy.kind.value, remedy.credits, remedy.number) for remedy in namespace.remedies]


def test_56_filters_and_20_messages_a_second_are_throttled() -> None:
    plan = draw_up(parse(WORKED_CASE))
    capacity = plan.namespaces[0].capacity

    assert capacity.steps == Steps(send=20, filters=1120, receive=20)
    assert (capacity.credits.used, capacity.credits.limit, plan.is_over) == (1160, 1000, True)
    assert _ways_out(WORKED_CASE) == [
        ("topicPerEntity", 40, None),
        ("oneSubscription", 40, None),
        ("scaleUnits", 580, 2),
        ("premium", 1160, 1),
    ]


def _queue(**load: float) -> dict[str, Any]:
    return {"backbone:load": {"tracking@main": load}}


def _premium(units: int, **load: float) -> dict[str, Any]:
    return {"backbone:namespace": {"sku": "Premium", "messagingUnits": units}, **_queue(**load)}


CASES = {
    "at the limit of credits": (_queue(messagesPerSecond=500), []),
    "above it, without filters": (_queue(messagesPerSecond=501), [("scaleUnits", 501, 2), ("premium", 1002, 1)]),
    "at the limit of connections": (_queue(connections=5000), []),
    "above it Premium is no help": (_queue(connections=5001), [("scaleUnits", 0, 2)]),
    "no unit above 80 % of its connections": (_queue(connections=8001), [("scaleUnits", 0, 3)]),
    "no unit above 80 % of its credits": (
        _queue(messagesPerSecond=801),
        [("scaleUnits", 1602 / 3, 3), ("premium", 1602, 1)],
    ),
    "at a messaging unit's megabytes": (_premium(1, messagesPerSecond=1024, messageSizeInKilobytes=4), []),
    "above them": (
        _premium(1, messagesPerSecond=1025, messageSizeInKilobytes=4),
        [("scaleUnits", 1025, 2), ("messagingUnits", 2050, 2)],
    ),
    "above all that one namespace's messaging units can do": (
        _premium(1, messagesPerSecond=17_000, messageSizeInKilobytes=4),
        [("scaleUnits", 34_000 / 21, 21), ("premiumScaleUnits", 17_000, 2)],
    ),
    "connections and credits": (
        _queue(messagesPerSecond=501, connections=5001),
        [("scaleUnits", 501, 2), ("premiumScaleUnits", 501, 2)],
    ),
    "above all that messaging units can do": (
        _premium(16, messagesPerSecond=17_000, messageSizeInKilobytes=4),
        [("scaleUnits", 17_000, 2)],
    ),
}


@pytest.mark.parametrize(("config", "ways_out"), CASES.values(), ids=CASES)
def test_the_ways_out_are_computed(config: dict[str, Any], ways_out: list[tuple[str, float, int | None]]) -> None:
    assert _ways_out(config) == ways_out


def _texts(config: dict[str, Any]) -> list[tuple[str, bool, int | None]]:
    namespace = draw_up(parse(config)).namespaces[0]
    return [(remedy.text, remedy.solves, remedy.messaging_units) for remedy in namespace.remedies]


def test_a_way_out_that_no_region_holds_says_so() -> None:
    load = _queue(messagesPerSecond=3_662_200, messageSizeInKilobytes=1)

    (units, *found), (premium, *others) = _texts(load)

    assert units.startswith(
        "the load spread over 9,156 namespaces (scale units), none above 80% of a limit: not possible"
    )
    assert units.endswith(", more than the 1,000 of a subscription in a region")
    assert premium.startswith("the load spread over 70 Premium namespaces (scale units) with 16 messaging units each,")
    assert (found, others) == ([False, None], [True, 16])


@pytest.mark.parametrize(
    ("units", "solves"),
    [({}, True), ({"near": {}}, False), ({"far": {"location": "northeurope"}}, True)],
)
def test_the_stack_s_other_namespaces_take_their_room_in_the_region(units: dict[str, Any], solves: bool) -> None:
    load = _queue(messagesPerSecond=400_000)
    text, found, _ = _texts({"backbone:scaleUnits": units, **load})[0]

    assert found == solves
    assert ("with 1 other of the stack" in text) != solves


def test_partitions_multiply_the_messaging_units_that_a_namespace_can_have() -> None:
    config = {
        "backbone:namespace": {"sku": "Premium", "messagingUnits": 2, "partitions": 2},
        **_queue(messagesPerSecond=17_000, messageSizeInKilobytes=4),
    }

    units, more = _texts(config)
    assert units[0].startswith("the load spread over 11 Premium namespaces (scale units) with 2 messaging units each, ")
    assert more == ("32 messaging units", True, 32)


@pytest.mark.parametrize(
    ("load", "enough"),
    [
        ({"messagesPerSecond": 500}, True),
        ({"messagesPerSecond": 501}, False),
        ({"messagesPerSecond": 20, "connections": 5001}, False),
    ],
)
def test_without_filters_a_namespace_may_still_be_over_a_limit(load: dict[str, Any], enough: bool) -> None:
    found = _texts({**WORKED_CASE, "backbone:load": {"orders@main": load}})[:2]

    assert [solves for _, solves, _ in found] == [enough] * 2
    assert [text.endswith("; not enough by itself") for text, _, _ in found] == [not enough] * 2
