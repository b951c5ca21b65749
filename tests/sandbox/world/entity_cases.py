"""Cases of the rules about queues and topics."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import BASIC, PARTITIONED, PREMIUM, STANDARD, TOPIC, properties, queue

_FOREVER = "P10675199DT2H48M5.4775807S"


def _basic(property: str, at_bound: object, beyond: object) -> Case:
    title = property[0].upper() + property[1:]
    return Case(
        rule="servicebus/basic-tier",
        accepted=(put(queue("q", BASIC), properties(**{property: at_bound})),),
        refused=put(queue("r", BASIC), properties(**{property: beyond})),
        message=f"SubCode=40000. The property '{title}' can't be set when creating a Queue because the namespace "
        "'basic-bus' is using the 'Basic' Tier. This operation is only supported in 'Standard' or 'Premium' tier.",
    )


TIERS = (
    _basic("requiresDuplicateDetection", at_bound=False, beyond=True),
    _basic("autoDeleteOnIdle", _FOREVER, "PT5M"),
    _basic("requiresSession", at_bound=False, beyond=True),
    _basic("defaultMessageTimeToLive", "P14D", "P13D"),
    _basic("duplicateDetectionHistoryTimeWindow", "PT10M", "PT11M"),
    _basic("enableExpress", at_bound=False, beyond=True),
    _basic("forwardTo", None, "basic"),
    _basic("forwardDeadLetteredMessagesTo", None, "basic"),
    Case(
        rule="servicebus/topic-basic-tier",
        accepted=(put(f"{STANDARD}/topics/t"),),
        refused=put(f"{BASIC}/topics/t"),
        message="SubCode=40000. Cannot operate on type Topic because the namespace 'basic-bus' is using 'Basic' tier.",
    ),
    Case(
        rule="servicebus/express-duplicate-detection",
        accepted=(put(queue("q"), properties(enableExpress=True)),),
        refused=put(queue("r"), properties(enableExpress=True, requiresDuplicateDetection=True)),
        message="SubCode=40000. Both DelayedPersistence and RequiresDuplicateDetection property can't be enabled "
        "together.",
    ),
)


def _fixed(rule: str, id: str, property: str, message: str) -> tuple[Case, ...]:
    """What is decided at creation changes neither way: not by a value, not by leaving the value out."""
    return tuple(
        Case(
            rule=f"servicebus/{rule}",
            accepted=(put(id, before), put(id, before)),
            refused=put(id, after),
            message=f"SubCode=40000. {message}",
        )
        for before, after in (
            (properties(**{property: False}), properties(**{property: True})),
            (properties(**{property: True}), {}),
        )
    )


FIXED = (
    *_fixed(
        "queue-session-fixed",
        queue("q"),
        "requiresSession",
        "The value for RequiresSession property of an existing Queue can't be changed.",
    ),
    *_fixed(
        "queue-duplicate-detection-fixed",
        queue("q"),
        "requiresDuplicateDetection",
        "The value for the 'requiresDuplicateDetection' property of an existing Queue can't be changed.",
    ),
    *_fixed(
        "queue-partitioning-fixed",
        queue("q"),
        "enablePartitioning",
        "Partitioning can't be changed for Queue.",
    ),
    *_fixed(
        "topic-duplicate-detection-fixed",
        f"{STANDARD}/topics/t",
        "requiresDuplicateDetection",
        "The value for the 'requiresDuplicateDetection' property of an existing Topic can't be changed.",
    ),
    *_fixed(
        "topic-partitioning-fixed",
        f"{STANDARD}/topics/t",
        "enablePartitioning",
        "Partitioning can't be changed for Topic.",
    ),
)
FORWARDS = (
    Case(
        rule="servicebus/forward-destination",
        accepted=(
            put(queue("q"), properties(forwardTo="INBOX")),
            put(queue("q"), properties(forwardTo="orders", forwardDeadLetteredMessagesTo="inbox")),
        ),
        refused=put(queue("r"), properties(forwardTo="nowhere")),
        message="SubCode=40400. The auto forwarding destination entity doesn't exist.",
    ),
    Case(
        rule="servicebus/forward-destination",
        accepted=(put(queue("here", PREMIUM)),),
        refused=put(queue("r"), properties(forwardDeadLetteredMessagesTo="here")),
        message="SubCode=40400. The auto forwarding destination entity doesn't exist.",
    ),
    *(
        Case(
            rule="servicebus/forward-to-itself",
            accepted=(put(queue("a~b")), put(queue("c"), properties(**{source: "a/b"}))),
            refused=put(queue("a~b"), properties(**{source: "A/B"})),
            message="SubCode=40000. Entity cannot have auto-forwarding policy to itself.",
        )
        for source in ("forwardTo", "forwardDeadLetteredMessagesTo")
    ),
    Case(
        rule="servicebus/forward-from-session",
        accepted=(
            put(queue("sessions"), properties(requiresSession=True, forwardDeadLetteredMessagesTo="inbox")),
            put(queue("q"), properties(forwardTo="sessions")),
        ),
        refused=put(queue("r"), properties(requiresSession=True, forwardTo="inbox")),
        message="SubCode=40000. Bad Request.",
    ),
)


def _invalid(name: str) -> str:
    return (
        f"SubCode=40000. '{name}' contains character(s) that isn't allowed by Service Bus. Entity segments can contain "
        "only letters, numbers, periods(.), hyphens(-), and underscores(_)."
    )


NAMES = (
    *(
        Case(
            rule="servicebus/entity-name",
            accepted=(put(queue(accepted)),),
            refused=put(queue(refused.replace("/", "%2F").replace("?", "%3F").replace("#", "%23"))),
            message=_invalid(refused),
        )
        for accepted, refused in (
            ("x-servicebus-transfer~0", "x-servicebus-transfer/0"),
            ("a", "-"),
            ("1.2_3-4", "a b"),
            ("a~b~c", "a~~c"),
            ("a-b", "a-b-"),
            ("a.b", ".a.b"),
            ("a_b", "a_b~"),
            ("aab", "a@b"),
            ("cab", "c?b"),
            ("cba", "c#b"),
            ("bba", "bä"),
        )
    ),
    Case(
        rule="servicebus/entity-name-length",
        accepted=(put(queue("q" * 260)),),
        refused=put(queue("q" * 261)),
        message=f"SubCode=40000. The entity path/name '{'q' * 261}' exceeds the '260' character limit.",
    ),
    *(
        Case(
            rule="servicebus/entity-name-taken",
            accepted=(put(f"{STANDARD}/{first}/shared"), put(f"{STANDARD}/{first}/SHARED")),
            refused=put(f"{STANDARD}/{second}/Shared"),
            message="SubCode=40000. Bad Request.",
        )
        for first, second in (("queues", "topics"), ("topics", "queues"))
    ),
)


def _counted(kind: str) -> str:
    return f"SubCode=40300. The maximum number of resources of type `{kind}` has been reached or exceeded."


def _fill_up(id: str, number: int) -> Any:
    return lambda azure: azure.fill(id, number)


QUOTAS = (
    Case(
        rule="servicebus/partitioned-count",
        accepted=(put(queue("p"), properties(enablePartitioning=True)),),
        prepare=_fill_up(queue("p"), 99),
        refused=put(f"{STANDARD}/topics/one-too-many", properties(enablePartitioning=True)),
        message=_counted("EnablePartioning == true"),
    ),
    Case(
        rule="servicebus/entity-count",
        accepted=(put(queue("p")),),
        prepare=_fill_up(TOPIC, 9_997),
        refused=put(queue("one-too-many")),
        message=_counted("Entity"),
    ),
    Case(
        rule="servicebus/entity-count",
        accepted=(put(queue("p", PARTITIONED)),),
        prepare=_fill_up(queue("p", PARTITIONED), 1_999),
        refused=put(queue("one-too-many", PARTITIONED)),
        message=_counted("Entity"),
    ),
)
CASES = (*TIERS, *FIXED, *FORWARDS, *NAMES, *QUOTAS)
