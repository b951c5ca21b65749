from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sandbox.world.scenery import (
    GROUP,
    LISTENER,
    PREMIUM,
    STANDARD,
    TOPIC,
    properties,
    queue,
)

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

FOREVER = "P10675199DT2H48M5.4775807S"
NOON = "2026-08-01T12:00:00Z"
NO_MESSAGES = {
    "activeMessageCount": 0,
    "deadLetterMessageCount": 0,
    "scheduledMessageCount": 0,
    "transferMessageCount": 0,
    "transferDeadLetterMessageCount": 0,
}


def test_a_resource_group_answers_in_resource_managers_shape(empty: Scenery) -> None:
    answer = empty.call("PUT", GROUP, {"location": "West Europe", "tags": {"owner": "me"}})

    assert answer.status == 201
    assert answer.body == {
        "id": GROUP,
        "name": "rg",
        "type": "Microsoft.Resources/resourceGroups",
        "location": "westeurope",
        "tags": {"owner": "me"},
        "properties": {"provisioningState": "Succeeded"},
    }
    assert empty.call("PUT", GROUP, {"location": "westeurope"}).status == 200


def test_a_namespace_comes_back_with_its_defaults_and_computed_properties(azure: Scenery) -> None:
    assert azure.get(STANDARD) == {
        "id": STANDARD,
        "name": "standard-bus",
        "type": "Microsoft.ServiceBus/Namespaces",
        "location": "westeurope",
        "tags": {},
        "sku": {"name": "Standard", "tier": "Standard"},
        "properties": {
            "premiumMessagingPartitions": 0,
            "ipAddressType": "IPv4",
            "minimumTlsVersion": "1.2",
            "publicNetworkAccess": "Enabled",
            "disableLocalAuth": False,
            "zoneRedundant": False,
            "provisioningState": "Succeeded",
            "metricId": "00000000-0000-4000-8000-000000000001:standard-bus",
            "createdAt": NOON,
            "updatedAt": NOON,
            "serviceBusEndpoint": "https://standard-bus.servicebus.windows.net:443/",
            "status": "Active",
        },
    }


def test_a_queue_comes_back_with_its_defaults_and_computed_properties(azure: Scenery) -> None:
    assert azure.get(queue("inbox")) == {
        "id": queue("inbox"),
        "name": "inbox",
        "type": "Microsoft.ServiceBus/namespaces/queues",
        "location": "westeurope",
        "properties": {
            "maxMessageSizeInKilobytes": 256,
            "lockDuration": "PT1M",
            "maxSizeInMegabytes": 1024,
            "requiresDuplicateDetection": False,
            "requiresSession": False,
            "defaultMessageTimeToLive": FOREVER,
            "deadLetteringOnMessageExpiration": False,
            "enableBatchedOperations": True,
            "duplicateDetectionHistoryTimeWindow": "PT10M",
            "maxDeliveryCount": 10,
            "sizeInBytes": 0,
            "messageCount": 0,
            "status": "Active",
            "autoDeleteOnIdle": FOREVER,
            "enablePartitioning": False,
            "enableExpress": False,
            "countDetails": NO_MESSAGES,
            "createdAt": NOON,
            "updatedAt": NOON,
            "accessedAt": "0001-01-01T00:00:00Z",
        },
    }


def test_a_topic_counts_its_subscriptions_and_supports_order_unless_partitioned(azure: Scenery) -> None:
    azure.put(f"{STANDARD}/topics/wide", properties(enablePartitioning=True))

    assert azure.properties(TOPIC) == {
        "maxMessageSizeInKilobytes": 256,
        "defaultMessageTimeToLive": FOREVER,
        "maxSizeInMegabytes": 1024,
        "requiresDuplicateDetection": False,
        "duplicateDetectionHistoryTimeWindow": "PT10M",
        "enableBatchedOperations": True,
        "sizeInBytes": 0,
        "status": "Active",
        "autoDeleteOnIdle": FOREVER,
        "enablePartitioning": False,
        "supportOrdering": True,
        "enableExpress": False,
        "subscriptionCount": 1,
        "countDetails": NO_MESSAGES,
        "createdAt": NOON,
        "updatedAt": NOON,
        "accessedAt": "0001-01-01T00:00:00Z",
    }
    assert azure.properties(f"{STANDARD}/topics/wide")["supportOrdering"] is False


def test_a_subscription_comes_back_with_its_defaults(azure: Scenery) -> None:
    azure.put(LISTENER, properties(duplicateDetectionHistoryTimeWindow="PT10M"))

    assert azure.properties(LISTENER) == {
        "isClientAffine": False,
        "lockDuration": "PT1M",
        "requiresSession": False,
        "defaultMessageTimeToLive": FOREVER,
        "deadLetteringOnMessageExpiration": False,
        "deadLetteringOnFilterEvaluationExceptions": True,
        "messageCount": 0,
        "maxDeliveryCount": 10,
        "status": "Active",
        "enableBatchedOperations": True,
        "autoDeleteOnIdle": FOREVER,
        "countDetails": NO_MESSAGES,
        "createdAt": NOON,
        "updatedAt": NOON,
        "accessedAt": NOON,
    }


def test_the_firewall_and_the_namespace_share_one_switch(azure: Scenery) -> None:
    firewall = f"{PREMIUM}/networkRuleSets/default"
    assert azure.get(firewall) == {
        "id": firewall,
        "name": "default",
        "type": "Microsoft.ServiceBus/namespaces/networkrulesets",
        "location": "westeurope",
        "properties": {
            "publicNetworkAccess": "Enabled",
            "defaultAction": "Allow",
            "virtualNetworkRules": [],
            "ipRules": [],
            "trustedServiceAccessEnabled": False,
        },
    }

    azure.put(firewall, properties(publicNetworkAccess="Disabled"))
    azure.put(firewall, properties(trustedServiceAccessEnabled=True))

    assert azure.properties(PREMIUM)["publicNetworkAccess"] == "Disabled"
    assert azure.properties(firewall)["publicNetworkAccess"] == "Disabled"
