"""Cases of the rules about subscriptions and their filters."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import LISTENER, PREMIUM, TOPIC, properties

_NEW = f"{TOPIC}/subscriptions/shipping"
_THIRD = f"{TOPIC}/subscriptions/archive"
_PREMIUM_TOPIC = f"{PREMIUM}/topics/orders"
_CLIENT = {"clientId": "c", "isShared": True}


def _sql(expression: str, **more: object) -> dict[str, Any]:
    return properties(filterType="SqlFilter", sqlFilter={"sqlExpression": expression}, **more)


def _correlation(**fields: object) -> dict[str, Any]:
    return properties(filterType="CorrelationFilter", correlationFilter=fields)


def _rule(name: str) -> str:
    return f"{LISTENER}/rules/{name}"


SUBSCRIPTIONS = (
    *(
        Case(
            rule="servicebus/child-name",
            accepted=(put(f"{TOPIC}/subscriptions/{accepted}"),),
            refused=put(f"{TOPIC}/subscriptions/{refused}"),
            message=f"SubCode=40000. '{refused}' contains character(s) that isn't allowed by Service Bus. Entity "
            "segments can contain only letters, numbers, periods(.), hyphens(-), and underscores(_).",
        )
        for accepted, refused in (("a.b_c-d", "a~b"), ("1", "_1"), ("a-1", "a-1-"), ("default", "$Default"))
    ),
    Case(
        rule="servicebus/child-name",
        accepted=(put(_rule("$Default"), _sql("a=1")),),
        refused=put(_rule("$Other"), _sql("a=1")),
        message="SubCode=40000. '$Other' contains character(s) that isn't allowed by Service Bus. Entity segments can "
        "contain only letters, numbers, periods(.), hyphens(-), and underscores(_).",
    ),
    Case(
        rule="servicebus/child-name-length",
        accepted=(put(f"{TOPIC}/subscriptions/{'s' * 50}"),),
        refused=put(f"{TOPIC}/subscriptions/{'s' * 51}"),
        message=f"SubCode=40000. The entity path/name '{'s' * 51}' exceeds the '50' character limit.",
    ),
    *(
        Case(
            rule="servicebus/subscription-session-fixed",
            accepted=(put(_NEW, before), put(_NEW, before)),
            refused=put(_NEW, after),
            message="SubCode=40000. The value for RequiresSession property of an existing Subscription can't be "
            "changed.",
        )
        for before, after in (
            (properties(requiresSession=False), properties(requiresSession=True)),
            (properties(requiresSession=True), {}),
        )
    ),
    *(
        Case(
            rule="servicebus/subscription-client-fixed",
            accepted=(
                put(_PREMIUM_TOPIC),
                put(
                    f"{_PREMIUM_TOPIC}/subscriptions/s$c$D",
                    properties(isClientAffine=True, clientAffineProperties=_CLIENT),
                ),
            ),
            refused=put(
                f"{_PREMIUM_TOPIC}/subscriptions/s$c$D",
                properties(isClientAffine=True, clientAffineProperties={**_CLIENT, **change}),
            ),
            message="SubCode=40000. The client-affine properties of an existing Subscription can't be changed.",
        )
        for change in ({"clientId": "d"}, {"isShared": False})
    ),
    Case(
        rule="servicebus/subscription-client-affine-tier",
        accepted=(put(_NEW, properties(isClientAffine=False)),),
        refused=put(f"{TOPIC}/subscriptions/s$c$D", properties(isClientAffine=True, clientAffineProperties=_CLIENT)),
        message="SubCode=40000. The property 'IsClientAffine' can't be set when creating a Subscription because the "
        "namespace 'standard-bus' is using the 'Standard' Tier.",
    ),
    Case(
        rule="servicebus/forward-from-session",
        accepted=(put(_NEW, properties(forwardTo="inbox")),),
        refused=put(_THIRD, properties(forwardTo="inbox", requiresSession=True)),
        message="SubCode=40000. Bad Request.",
    ),
    Case(
        rule="servicebus/forward-destination",
        accepted=(put(_NEW, properties(forwardTo="orders")),),
        refused=put(_THIRD, properties(forwardTo="shipping")),
        message="SubCode=40400. The auto forwarding destination entity doesn't exist.",
    ),
    Case(
        rule="servicebus/subscription-count",
        accepted=(put(_NEW),),
        prepare=lambda azure: azure.fill(_NEW, 1_998),
        refused=put(_THIRD),
        message="SubCode=40300. The maximum number of resources of type `Subscription` has been reached or exceeded.",
    ),
)

FILTERS = (
    Case(
        rule="servicebus/sql-filter-length",
        accepted=(put(_rule("r"), _sql("a" * 1024)),),
        refused=put(_rule("r"), _sql("a" * 1025)),
        message="SubCode=40000. The length of the SQL filter exceeds the '1024' character limit.",
    ),
    Case(
        rule="servicebus/sql-filter-empty",
        accepted=(put(_rule("r"), _sql("1=1")),),
        refused=put(_rule("r"), _sql(" ")),
        message="SubCode=40000. The SQL expression of a filter can't be empty.",
    ),
    Case(
        rule="servicebus/sql-action-length",
        accepted=(put(_rule("r"), _sql("a=1", action={"sqlExpression": "s" * 1024})),),
        refused=put(_rule("r"), _sql("a=1", action={"sqlExpression": "s" * 1025})),
        message="SubCode=40000. The length of the SQL action exceeds the '1024' character limit.",
    ),
    Case(
        rule="servicebus/correlation-filter-empty",
        accepted=(
            put(_rule("r"), _correlation(label="x")),
            put(_rule("s"), _correlation(properties={"entity": "Shipment"})),
        ),
        refused=put(_rule("t"), _correlation()),
        message="SubCode=40000. A correlation filter must set at least one property.",
    ),
    *(
        Case(
            rule="servicebus/filter-type",
            accepted=(put(_rule("r"), properties(sqlFilter={"sqlExpression": "a=1"})),),
            refused=put(_rule("s"), refused),
            message=f"SubCode=40000. A rule whose filterType is '{of_type}' has no '{other}'.",
        )
        for refused, of_type, other in (
            (properties(correlationFilter={"label": "x"}), "SqlFilter", "correlationFilter"),
            (
                properties(filterType="CorrelationFilter", sqlFilter={"sqlExpression": "a=1"}),
                "CorrelationFilter",
                "sqlFilter",
            ),
        )
    ),
    Case(
        rule="servicebus/sql-filter-count",
        accepted=(put(_NEW), put(_rule("r"), _sql("a=1"))),
        prepare=lambda azure: azure.fill(_rule("r"), 1_998),
        refused=put(f"{_NEW}/rules/one-too-many", _sql("a=1")),
        message="SubCode=40300. The maximum number of resources of type `SqlFilter` has been reached or exceeded.",
    ),
    Case(
        rule="servicebus/correlation-filter-count",
        accepted=(put(_rule("r"), _correlation(label="x")),),
        prepare=lambda azure: azure.fill(_rule("r"), 99_999),
        refused=put(_rule("one-too-many"), _correlation(label="x")),
        message="SubCode=40300. The maximum number of resources of type `CorrelationFilter` has been reached or "
        "exceeded.",
    ),
)

CASES = (*SUBSCRIPTIONS, *FILTERS)
