"""Cases of the rules about subscriptions."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import LISTENER, PARTITIONED, PREMIUM, TOPIC, properties

NEW = f"{TOPIC}/subscriptions/shipping"
_THIRD = f"{TOPIC}/subscriptions/archive"
_PREMIUM_TOPIC = f"{PREMIUM}/topics/orders"
_CLIENT = {"clientId": "c", "isShared": True}


def sql(expression: str, **more: object) -> dict[str, Any]:
    """The body of a rule with a SQL filter."""
    return properties(filterType="SqlFilter", sqlFilter={"sqlExpression": expression}, **more)


def rule(name: str) -> str:
    """The id of a rule of the scenery's subscription."""
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
        accepted=(put(rule("$Default"), sql("a=1")),),
        refused=put(rule("$Other"), sql("a=1")),
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
            accepted=(put(NEW, before), put(NEW, before)),
            refused=put(NEW, after),
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
        accepted=(put(NEW, properties(isClientAffine=False)),),
        refused=put(f"{TOPIC}/subscriptions/s$c$D", properties(isClientAffine=True, clientAffineProperties=_CLIENT)),
        message="SubCode=40000. The property 'IsClientAffine' can't be set when creating a Subscription because the "
        "namespace 'standard-bus' is using the 'Standard' Tier.",
    ),
    Case(
        rule="servicebus/subscription-client-affine-partitions",
        accepted=(put(f"{PARTITIONED}/topics/orders"), put(f"{PARTITIONED}/topics/orders/subscriptions/s")),
        refused=put(
            f"{PARTITIONED}/topics/orders/subscriptions/s$c$D",
            properties(isClientAffine=True, clientAffineProperties=_CLIENT),
        ),
        message="SubCode=40000. The property 'IsClientAffine' can't be set when creating a Subscription because the "
        "namespace 'partitioned-bus' is partitioned.",
    ),
    Case(
        rule="servicebus/forward-from-session",
        accepted=(put(NEW, properties(forwardTo="inbox")),),
        refused=put(_THIRD, properties(forwardTo="inbox", requiresSession=True)),
        message="SubCode=40000. Bad Request.",
    ),
    *(
        Case(
            rule="servicebus/forward-to-itself",
            accepted=(put(NEW, properties(**{source: "inbox"})),),
            refused=put(_THIRD, properties(**{source: "Orders"})),
            message="SubCode=40000. Entity cannot have auto-forwarding policy to itself.",
        )
        for source in ("forwardTo", "forwardDeadLetteredMessagesTo")
    ),
    Case(
        rule="servicebus/forward-destination",
        accepted=(put(NEW, properties(forwardTo="INBOX")),),
        refused=put(_THIRD, properties(forwardTo="shipping")),
        message="SubCode=40400. The auto forwarding destination entity doesn't exist.",
    ),
    Case(
        rule="servicebus/subscription-count",
        accepted=(put(NEW),),
        prepare=lambda azure: azure.fill(NEW, 1_998),
        refused=put(_THIRD),
        message="SubCode=40300. The maximum number of resources of type `Subscription` has been reached or exceeded.",
    ),
)

CASES = SUBSCRIPTIONS
