"""What a message costs on its way, by example."""

from __future__ import annotations

from typing import Any

import pytest

from backbone.addresses import Address
from backbone.plan import draw_up
from backbone.plan.traffic import Steps
from tests.backbone.stack import parse

FILTERED = {"rules": {"mine": {"sqlFilter": "entity = 'Shipment'"}}}
TWICE = {"rules": {"mine": {"sqlFilter": "a = 1"}, "yours": {"correlationFilter": {"label": "x"}}}}
FORWARDING = {"forwardTo": "tracking"}


def _topic(**subscriptions: Any) -> dict[str, Any]:
    return {"subscriptions": subscriptions}


def _many(number: int, subscription: dict[str, Any]) -> dict[str, Any]:
    return _topic(**{f"s{position}": subscription for position in range(number)})


CASES = {
    "a queue": ({}, "tracking", Steps(send=1, receive=1)),
    "a queue that forwards": (
        {"queues": {"inbox": FORWARDING}},
        "inbox",
        Steps(send=1, forward=1, receive=1),
    ),
    "a chain of two forwards": (
        {"queues": {"outer": {"forwardTo": "inbox"}, "inbox": FORWARDING}},
        "outer",
        Steps(send=1, forward=2, receive=1),
    ),
    "dead letters that move on are not counted": (
        {"queues": {"inbox": {"forwardDeadLetteredMessagesTo": "tracking"}}},
        "inbox",
        Steps(send=1, receive=1),
    ),
    "a topic without subscriptions": ({"topics": {"orders": {}}}, "orders", Steps(send=1)),
    "a subscription without rules evaluates nothing": (
        {"topics": {"orders": _many(3, {})}},
        "orders",
        Steps(send=1, receive=3),
    ),
    "each rule is evaluated, and one copy is delivered": (
        {"topics": {"orders": _many(56, FILTERED)}},
        "orders",
        Steps(send=1, filters=56, receive=1),
    ),
    "two rules of one subscription are evaluated both": (
        {"topics": {"orders": _topic(a=TWICE, b={})}},
        "orders",
        Steps(send=1, filters=2, receive=2),
    ),
    "twenty forwarding subscriptions make 21 operations": (
        {"topics": {"orders": _many(20, FORWARDING)}},
        "orders",
        Steps(send=1, forward=20, receive=20),
    ),
    "a fan-out of two levels": (
        {"topics": {"first": _many(2, {"forwardTo": "second"}), "second": _topic(a=FILTERED, b=FORWARDING)}},
        "first",
        Steps(send=1, filters=2, forward=4, receive=4),
    ),
    "half of the copies that filters let through move on": (
        {"topics": {"orders": _topic(a={**FILTERED, **FORWARDING}, b=FILTERED)}},
        "orders",
        Steps(send=1, filters=2, forward=0.5, receive=1),
    ),
    "letter case means nothing": (
        {"queues": {"Inbox": {"forwardTo": "TRACKING"}}},
        "INBOX",
        Steps(send=1, forward=1, receive=1),
    ),
}


@pytest.mark.parametrize(("namespace", "entity", "steps"), CASES.values(), ids=CASES)
def test_a_message_takes_these_steps(namespace: dict[str, Any], entity: str, steps: Steps) -> None:
    address = f"{entity}@main"
    plan = draw_up(parse({"backbone:namespace": namespace, "backbone:load": {address: {"messagesPerSecond": 1}}}))

    assert plan.namespaces[0].per_message == {Address.parse(address): steps}
    assert plan.namespaces[0].capacity.steps == steps


@pytest.mark.parametrize(("copies", "received"), [(None, 1), (0, 0), (1, 1), (12, 12), (56, 56)])
def test_the_load_says_how_many_copies_filters_let_through(copies: int | None, received: float) -> None:
    load = {"messagesPerSecond": 1} | ({} if copies is None else {"copies": copies})
    topics = {"orders": _many(56, FILTERED)}
    plan = draw_up(parse({"backbone:namespace": {"topics": topics}, "backbone:load": {"orders@main": load}}))

    assert plan.namespaces[0].capacity.steps == Steps(send=1, filters=56, receive=received)


def test_a_subscription_of_another_unit_counts_where_its_topic_is() -> None:
    plan = draw_up(
        parse(
            {
                "backbone:namespace": {"topics": {"orders": {}}},
                "backbone:scaleUnits": {"billing": {}},
                "backbone:subscriptions": {
                    "billing-orders": {"to": "orders@main", "receiver": "22222222-2222-2222-2222-222222222222", **TWICE}
                },
                "backbone:load": {"orders@main": {"messagesPerSecond": 5}},
            }
        )
    )

    assert [each.capacity.steps for each in plan.namespaces] == [Steps(send=5, filters=10, receive=5), Steps()]


def test_loads_of_one_namespace_add_up_and_leave_the_others_alone() -> None:
    plan = draw_up(
        parse(
            {
                "backbone:scaleUnits": {"shipments": {}},
                "backbone:namespace": {"queues": {"inbox": {}}},
                "backbone:load": {
                    "tracking@main": {"messagesPerSecond": 3, "connections": 10},
                    "inbox@main": {"messagesPerSecond": 4, "connections": 20},
                    "tracking@shipments": {"messagesPerSecond": 5, "connections": 30},
                },
            }
        )
    )

    assert [each.capacity.steps.credits for each in plan.namespaces] == [14, 10]
    assert [each.capacity.connections.used for each in plan.namespaces] == [30, 30]
