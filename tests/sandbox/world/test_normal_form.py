from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.sandbox.world.scenery import (
    BASIC,
    GROUP,
    LISTENER,
    NAMESPACES,
    PARTITIONED,
    PREMIUM,
    STANDARD,
    properties,
    queue,
)

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

FOREVER = "P10675199DT2H48M5.4775807S"
NOON = "2026-08-01T12:00:00Z"


@pytest.mark.parametrize(
    ("sku", "partitions", "answered", "partitioned"),
    [
        (None, None, {"name": "Standard", "tier": "Standard"}, 0),
        ({"name": "basic", "capacity": 1}, None, {"name": "Basic", "tier": "Basic"}, 0),
        ({"name": "PREMIUM"}, None, {"name": "Premium", "tier": "Premium", "capacity": 1}, 1),
        ({"name": "Premium"}, 4, {"name": "Premium", "tier": "Premium", "capacity": 4}, 4),
    ],
)
def test_the_sku_is_completed_and_its_letter_case_put_right(
    azure: Scenery, sku: dict[str, Any] | None, partitions: int | None, answered: dict[str, Any], partitioned: int
) -> None:
    body = azure.put(
        f"{NAMESPACES}/another-bus",
        {"location": "westeurope", "sku": sku, **properties(premiumMessagingPartitions=partitions)},
    )

    assert body["sku"] == answered
    assert body["properties"]["premiumMessagingPartitions"] == partitioned


@pytest.mark.parametrize(
    ("given", "answered"),
    [
        (
            {"sqlFilter": {"sqlExpression": "a = 1", "requiresPreprocessing": True}},
            {
                "action": {},
                "filterType": "SqlFilter",
                "sqlFilter": {"sqlExpression": "a = 1", "compatibilityLevel": 20},
            },
        ),
        (
            {"filterType": "sqlfilter", "action": {"sqlExpression": "SET a = 2"}},
            {
                "action": {"sqlExpression": "SET a = 2", "compatibilityLevel": 20},
                "filterType": "SqlFilter",
                "sqlFilter": {"sqlExpression": "1=1", "compatibilityLevel": 20},
            },
        ),
        (
            {"filterType": "CorrelationFilter", "correlationFilter": {"label": "x", "properties": {"a": "1"}}},
            {
                "action": {},
                "filterType": "CorrelationFilter",
                "correlationFilter": {"label": "x", "properties": {"a": "1"}},
            },
        ),
    ],
)
def test_a_rule_comes_back_in_normal_form(azure: Scenery, given: dict[str, Any], answered: dict[str, Any]) -> None:
    azure.put(f"{LISTENER}/rules/r", {"properties": given})

    assert azure.properties(f"{LISTENER}/rules/r") == answered


@pytest.mark.parametrize(
    ("namespace", "given", "answered"),
    [
        (STANDARD, {"lockDuration": "PT60S"}, {"lockDuration": "PT1M"}),
        (STANDARD, {"defaultMessageTimeToLive": "PT336H"}, {"defaultMessageTimeToLive": "P14D"}),
        (STANDARD, {"status": "disabled"}, {"status": "Disabled"}),
        (STANDARD, {"maxSizeInMegabytes": 2048.0}, {"maxSizeInMegabytes": 2048}),
        (STANDARD, {"enablePartitioning": True}, {"maxSizeInMegabytes": 16384}),
        (STANDARD, {"enablePartitioning": True, "maxSizeInMegabytes": 5120}, {"maxSizeInMegabytes": 81920}),
        (STANDARD, {"sizeInBytes": 7, "createdAt": "yesterday"}, {"sizeInBytes": 0, "createdAt": NOON}),
        (STANDARD, {"forwardTo": "inbox", "autoDeleteOnIdle": "PT5M"}, {"autoDeleteOnIdle": FOREVER}),
        (
            STANDARD,
            {"forwardDeadLetteredMessagesTo": "inbox", "autoDeleteOnIdle": "PT5M"},
            {"autoDeleteOnIdle": FOREVER},
        ),
        (STANDARD, {"autoDeleteOnIdle": "PT5M"}, {"autoDeleteOnIdle": "PT5M"}),
        (BASIC, {}, {"defaultMessageTimeToLive": "P14D"}),
        (PREMIUM, {}, {"maxMessageSizeInKilobytes": 1024, "enablePartitioning": False}),
        (PARTITIONED, {}, {"enablePartitioning": True, "maxSizeInMegabytes": 1024}),
    ],
)
def test_a_queue_is_no_echo(azure: Scenery, namespace: str, given: dict[str, Any], answered: dict[str, Any]) -> None:
    written = azure.put(queue("q", namespace), {"properties": given})
    read = azure.get(queue("q", namespace))

    assert written == read
    assert {name: read["properties"][name] for name in answered} == answered


def test_what_a_put_leaves_out_takes_its_default_again(azure: Scenery) -> None:
    azure.put(queue("inbox"), properties(lockDuration="PT5M", maxDeliveryCount=3, userMetadata="m", status="Disabled"))
    azure.put(queue("inbox"), properties(maxDeliveryCount=4))

    answered = azure.properties(queue("inbox"))
    assert (answered["lockDuration"], answered["maxDeliveryCount"], answered["status"]) == ("PT1M", 4, "Active")
    assert "userMetadata" not in answered


def test_a_namespace_keeps_what_cannot_change_when_a_put_leaves_it_out(azure: Scenery) -> None:
    answered = azure.put(PARTITIONED, {"location": "westeurope", "tags": {"a": "b"}})

    assert answered["sku"] == {"name": "Premium", "tier": "Premium", "capacity": 2}
    assert answered["properties"]["premiumMessagingPartitions"] == 2


def test_names_keep_the_letter_case_of_their_creation(azure: Scenery) -> None:
    azure.put(queue("Orders-IN"))
    lower = queue("Orders-IN").lower().replace("/subscriptions", "/SUBSCRIPTIONS")

    assert azure.put(lower, properties(maxDeliveryCount=2))["id"] == queue("Orders-IN")
    assert azure.get(lower)["name"] == "Orders-IN"
    assert azure.put(f"{lower}-2".replace("/queues/", "/Queues/"))["id"] == queue("orders-in-2")


def test_times_follow_the_clock(azure: Scenery) -> None:
    azure.clock.pass_by(minutes=1, milliseconds=20)
    azure.put(queue("inbox"))

    answered = azure.properties(queue("inbox"))
    assert (answered["createdAt"], answered["updatedAt"]) == (NOON, "2026-08-01T12:01:00.02Z")


def test_a_system_assigned_identity_stays_as_long_as_it_is_asked_for(azure: Scenery) -> None:
    with_identity = {"identity": {"type": "systemassigned"}}
    first = azure.put(STANDARD, with_identity)["identity"]
    again = azure.put(STANDARD, with_identity)["identity"]

    assert (
        first
        == again
        == {
            "type": "SystemAssigned",
            "principalId": first["principalId"],
            "tenantId": "00000000-0000-4000-8000-000000000002",
        }
    )
    assert "identity" not in azure.put(STANDARD, {})
    assert azure.put(STANDARD, with_identity)["identity"]["principalId"] != first["principalId"]


def test_a_patch_changes_only_what_it_names(azure: Scenery) -> None:
    azure.put(PREMIUM, {"tags": {"a": "b"}, **properties(disableLocalAuth=True)})
    azure.call("PATCH", PREMIUM, {"sku": {"name": "Premium", "capacity": 8}})

    answered = azure.get(PREMIUM)
    assert (answered["sku"]["capacity"], answered["tags"]) == (8, {"a": "b"})
    assert answered["properties"]["disableLocalAuth"] is True
    assert azure.call("PATCH", GROUP, {"tags": {"c": "d"}}).body == {**azure.get(GROUP), "tags": {"c": "d"}}
    assert azure.call("PATCH", BASIC, {"sku": {"name": "Standard"}}).body == azure.get(BASIC)
    assert azure.get(BASIC)["sku"] == {"name": "Standard", "tier": "Standard"}
