"""Cases of topics: rules about subscriptions and filters."""

from __future__ import annotations

from typing import Any

from tests.backbone.case import Case, namespace
from tests.backbone.cases.parts import AFFINE, ORDERS, TOPICS, many, subscription
from tests.backbone.stack import PRINCIPAL


def _elsewhere(topic: str, rules: dict[str, Any]) -> dict[str, Any]:
    """A subscription of another unit."""
    return {"backbone:subscriptions": {"billing": {"to": topic, "receiver": PRINCIPAL, "rules": rules}}}


def _filters(subscriptions: int, rules: int, **rule: Any) -> dict[str, Any]:
    keys = {"rules": {f"r{number}": rule for number in range(rules)}}
    return namespace(topics={"orders": {"subscriptions": many(subscriptions, **keys)}})


def _rule(**keys: Any) -> dict[str, Any]:
    return namespace(topics={"orders": {"subscriptions": {"s": {"rules": {"r": keys}}}}})


CASES: dict[str, tuple[Case, ...]] = {
    "a_topic_has_at_most_2000_subscriptions": (
        Case(
            wrong=_filters(2001, 1, correlationFilter={"label": "a"}),
            sentence=f"{TOPICS}.orders.subscriptions: expected at most 2000 subscriptions of a topic, found 2001. Take "
            "two levels of topics, for example 20 x 101: each subscription of orders@main forwards to a topic with "
            "subscriptions of its own.",
            right=(namespace(topics={"orders": {"subscriptions": many(2000)}}),),
        ),
        Case(
            wrong={
                **_filters(2000, 1, correlationFilter={"label": "a"}),
                **_elsewhere("Orders@main", {}),
            },
            sentence=f"{TOPICS}.orders.subscriptions: expected at most 2000 subscriptions of a topic, found 2001. Take "
            "two levels of topics, for example 20 x 101: each subscription of orders@main forwards to a topic with "
            "subscriptions of its own.",
            right=(),
        ),
    ),
    "a_topic_holds_its_filters": (
        Case(
            wrong=_filters(3, 667, sqlFilter="a = 1"),
            sentence=f"{TOPICS}.orders.subscriptions: expected at most 2000 SQL filters on a topic, found 2001. "
            "Use correlation filters, or move subscriptions to a further topic.",
            right=(_filters(4, 500, sqlFilter="a = 1"), _filters(3, 667, correlationFilter={"label": "a"})),
        ),
        Case(
            wrong={**_filters(4, 500, sqlFilter="a = 1"), **_elsewhere("Orders@MAIN", {"r": {"sqlFilter": "a = 1"}})},
            sentence=f"{TOPICS}.orders.subscriptions: expected at most 2000 SQL filters on a topic, found 2001. "
            "Use correlation filters, or move subscriptions to a further topic.",
            right=(
                {
                    **_filters(4, 500, sqlFilter="a = 1"),
                    **_elsewhere("Orders@MAIN", {"r": {"correlationFilter": {"label": "a"}}}),
                },
            ),
        ),
        Case(
            wrong={**_filters(4, 500, sqlFilter="a = 1"), **_elsewhere("orders@main", {})},
            sentence=f"{TOPICS}.orders.subscriptions: expected at most 2000 SQL filters on a topic, found 2001. "
            "Use correlation filters, or move subscriptions to a further topic.",
            right=(_filters(1, 1999, sqlFilter="a = 1") | _elsewhere("orders@main", {}),),
        ),
    ),
    "a_client_affine_subscription_names_its_client": (
        Case(
            wrong=namespace(sku="Premium", topics=subscription(isClientAffine=True)),
            sentence=f"{TOPICS}.orders.subscriptions.s.clientAffineProperties.clientId: expected a client's id of 1 to "
            "46 characters, because the name in Azure holds both, found nothing",
            right=(namespace(sku="Premium", topics=subscription(**AFFINE)), namespace(topics=subscription())),
        ),
        Case(
            wrong=namespace(
                sku="Premium", topics=subscription(**AFFINE | {"clientAffineProperties": {"clientId": "c" * 47}})
            ),
            sentence=f"{TOPICS}.orders.subscriptions.s.clientAffineProperties.clientId: expected a client's id of 1 to "
            f'46 characters, because the name in Azure holds both, found "{"c" * 47}"',
            right=(
                namespace(
                    sku="Premium", topics=subscription(**AFFINE | {"clientAffineProperties": {"clientId": "c" * 46}})
                ),
            ),
        ),
    ),
    "a_rule_has_one_filter": (
        Case(
            wrong=_rule(action="SET seen = 1"),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r: expected either sqlFilter or "
            "correlationFilter (for example sqlFilter: \"entity = 'Shipment'\"), found neither",
            right=(_rule(sqlFilter="a = 1"), _rule(correlationFilter={"label": "a"})),
        ),
        Case(
            wrong={
                **namespace(**ORDERS),
                "backbone:subscriptions": {
                    "billing": {
                        "to": "orders@main",
                        "receiver": "22222222-2222-2222-2222-222222222222",
                        "rules": {"r": {"sqlFilter": "a = 1", "correlationFilter": {"label": "a"}}},
                    }
                },
            },
            sentence="backbone:subscriptions.billing.rules.r: expected either sqlFilter or correlationFilter "
            "(for example sqlFilter: \"entity = 'Shipment'\"), found both",
            right=(),
        ),
    ),
    "a_correlation_filter_compares_something": (
        Case(
            wrong=_rule(correlationFilter={"requiresPreprocessing": True}),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.correlationFilter: expected at least "
            "one property to compare (for example label: Shipment), found none",
            right=(_rule(correlationFilter={"properties": {"kind": "order"}}),),
        ),
    ),
    "an_sql_filter_is_a_condition": (
        Case(
            wrong=_rule(sqlFilter="entity = "),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.sqlFilter: expected an SQL filter (for "
            "example a = 'b'), found \"entity = \". At character 10: a value or a property's name is expected.",
            right=(_rule(sqlFilter="entity = 1"), _rule(sqlFilter={"sqlExpression": "NOT EXISTS(sys.[a b])"})),
        ),
        Case(
            wrong={
                "backbone:namespace": ORDERS,
                "backbone:subscriptions": {
                    "billing": {"to": "orders@main", "receiver": PRINCIPAL, "rules": {"r": {"sqlFilter": "a == 1"}}}
                },
            },
            sentence="backbone:subscriptions.billing.rules.r.sqlFilter: expected an SQL filter (for example a = 'b'), "
            'found "a == 1". At character 4: a value or a property\'s name is expected.',
            right=(),
        ),
    ),
    "an_sql_action_is_statements": (
        Case(
            wrong=_rule(sqlFilter="1=1", action={"sqlExpression": "a = 1"}),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.action: expected an SQL action (for "
            "example SET a = 'b'), found \"a = 1\". At character 1: SET or REMOVE is expected.",
            right=(_rule(sqlFilter="1=1", action="SET a = 1; REMOVE user.b"),),
        ),
        Case(
            wrong=_rule(sqlFilter="1=1", action="REMOVE a " * 33),
            sentence="backbone:namespace.topics.orders.subscriptions.s.rules.r.action: expected an SQL action (for "
            f"example SET a = 'b'), found \"{('REMOVE a ' * 33)[:160]}…\". At character 289: the end after 32 "
            "statements is expected.",
            right=(_rule(sqlFilter="1=1", action="REMOVE a " * 32),),
        ),
    ),
}
