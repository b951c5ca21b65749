"""What a plan warns about besides forwards, each with its exact words, and just not."""

from __future__ import annotations

from typing import Any

import pytest

from backbone.plan import draw_up
from backbone.settings.path import written
from tests.backbone.stack import parse

NAMESPACE = "backbone:namespace"
FILTERED = {"rules": {"mine": {"sqlFilter": "a = 1"}}}
PARTITIONED = "enablePartitioning: The session id, else the partition key, else the message id decides the partition: "
KEYLESS = "messages without a session or partition key have no order, and "
COPY = 'backbone:load["orders@main"].copies: A message to orders@main has 1 to 3 copies'
COPIES = f"{COPY}, as many as subscriptions want it; "


def _load(**load: float) -> dict[str, Any]:
    return {"backbone:load": {"tracking@main": load}}


def _premium(units: int, **load: float) -> dict[str, Any]:
    return {NAMESPACE: {"sku": "Premium", "messagingUnits": units}, **_load(**load)}


def _copies(copies: float) -> dict[str, Any]:
    """A topic with a subscription without rules and two with rules."""
    topics = {"orders": {"subscriptions": {"all": {}, "a": FILTERED, "b": FILTERED}}}
    return {NAMESPACE: {"topics": topics}, "backbone:load": {"orders@main": {"messagesPerSecond": 1, "copies": copies}}}


CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "80 % of the credits": (_load(messagesPerSecond=400), []),
    "more of the credits": (
        _load(messagesPerSecond=401),
        [f"{NAMESPACE}: 802 of 1,000 credits per second are spoken for: more than 80%."],
    ),
    "80 % of the connections": (_load(connections=4000), []),
    "more of the connections": (
        _load(connections=4001),
        [f"{NAMESPACE}: 4,001 of 5,000 connections are spoken for: more than 80%."],
    ),
    "80 % of a messaging unit": (_premium(1, messagesPerSecond=819, messageSizeInKilobytes=4), []),
    "more of it": (
        _premium(1, messagesPerSecond=1024, messageSizeInKilobytes=4),
        [
            f"{NAMESPACE}: 4 of 4 megabytes per second that arrive are spoken for: more than 80%.",
            f"{NAMESPACE}: 4 of 4 megabytes per second that leave are spoken for: more than 80%.",
        ],
    ),
    "80 % of the queues and topics": (
        {NAMESPACE: {"sku": "Premium", "queues": {f"q{number}": {} for number in range(799)}}},
        [],
    ),
    "more of them": (
        {NAMESPACE: {"sku": "Premium", "queues": {f"q{number}": {} for number in range(800)}}},
        [f"{NAMESPACE}: 801 of 1,000 queues and topics are spoken for: more than 80%."],
    ),
    "entities that fill the namespace": (
        {NAMESPACE: {"queues": {f"q{number}": {"maxSizeInMegabytes": 5120} for number in range(79)}}},
        [],
    ),
    "entities that outgrow the namespace": (
        {NAMESPACE: {"queues": {f"q{number}": {"maxSizeInMegabytes": 5120} for number in range(80)}}},
        [
            (
                f"{NAMESPACE}: Its queues and topics may grow to 401 GB together, and the namespace holds 400 GB: "
                "it can be full before they are."
            )
        ],
    ),
    "as many copies as there can be": (_copies(3), []),
    "more copies": (
        _copies(4),
        [f"{COPIES}4 is reckoned with."],
    ),
    "fewer copies": (
        _copies(0),
        [f"{COPIES}1 is reckoned with."],
    ),
    "partitioned entities": (
        {NAMESPACE: {"queues": {"q": {"enablePartitioning": True}}, "topics": {"t": {"enablePartitioning": True}}}},
        [
            f"{NAMESPACE}.queues.q.{PARTITIONED}{KEYLESS}Azure reports sixteen times the size.",
            f"{NAMESPACE}.topics.t.{PARTITIONED}{KEYLESS}Azure reports sixteen times the size.",
        ],
    ),
    "a namespace of one partition": ({NAMESPACE: {"sku": "Premium", "partitions": 1}}, []),
    "a partitioned namespace": (
        {NAMESPACE: {"sku": "Premium", "partitions": 2}},
        [
            (
                f"{NAMESPACE}.partitions: Every queue and topic is partitioned: {KEYLESS}a batch takes messages of "
                "one session or partition key only."
            )
        ],
    ),
}


@pytest.mark.parametrize(("config", "expected"), CASES.values(), ids=CASES)
def test_a_plan_warns_of_what_is_scarce_or_may_surprise(config: dict[str, Any], expected: list[str]) -> None:
    found = draw_up(parse(config)).cautions

    assert [f"{written(each.path)}: {each.message}" for each in found] == expected
