from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import AzureError
from tests.sandbox.world.pair_cases import AT_FOLLOWER
from tests.sandbox.world.recovery_cases import ALIAS, FOLLOWER, PAIRED, paired_with, post, premium
from tests.sandbox.world.scenery import GROUP, NAMESPACES, PREMIUM, SUBSCRIPTION, properties, queue

if TYPE_CHECKING:
    from tests.sandbox.world.case import Call
    from tests.sandbox.world.scenery import Scenery

ROOT = "AuthorizationRules/RootManageSharedAccessKey"


def _make(azure: Scenery, *calls: Call) -> None:
    for call in calls:
        azure.call(call.method, call.id, call.body)


def _under(azure: Scenery, namespace: str) -> list[str]:
    return [each.removeprefix(namespace) for each in azure.ids() if each.startswith(f"{namespace}/")]


def _roles(azure: Scenery) -> list[tuple[str, str]]:
    found = (azure.get(each) for each in azure.ids() if "/disasterRecoveryConfigs/" in each)
    return [(each["id"].split("/")[8], each["properties"]["role"]) for each in found]


def _keys(azure: Scenery, rule: str) -> dict[str, Any]:
    return azure.call("POST", f"{rule}/listKeys").body or {}


def test_an_alias_is_seen_at_both_ends_of_its_pair(azure: Scenery) -> None:
    _make(azure, *PAIRED)

    assert azure.get(ALIAS) == {
        "id": ALIAS,
        "name": "backbone-alias",
        "type": "Microsoft.ServiceBus/Namespaces/DisasterRecoveryConfigs",
        "location": "westeurope",
        "properties": {
            "provisioningState": "Succeeded",
            "pendingReplicationOperationsCount": 0,
            "partnerNamespace": FOLLOWER,
            "role": "Primary",
        },
    }
    assert azure.properties(AT_FOLLOWER)["partnerNamespace"] == PREMIUM
    assert _roles(azure) == [("follower-bus", "Secondary"), ("premium-bus", "Primary")]


def test_the_secondary_follows_the_primary_entity_by_entity(azure: Scenery) -> None:
    topic = f"{PREMIUM}/topics/orders"
    azure.put(queue("inbox", PREMIUM), properties(requiresSession=True))
    _make(azure, *PAIRED)
    azure.put(topic)
    azure.put(f"{topic}/subscriptions/billing", properties(forwardTo="inbox"))
    azure.put(f"{topic}/subscriptions/billing/rules/first", properties(sqlFilter={"sqlExpression": "a=1"}))
    azure.put(f"{queue('inbox', PREMIUM)}/authorizationRules/sender", properties(rights=["Send"]))

    firewall_and_alias = {"/networkRuleSets/default", "/disasterRecoveryConfigs/backbone-alias"}
    replicated = [each for each in _under(azure, PREMIUM) if each not in firewall_and_alias]
    assert [each for each in _under(azure, FOLLOWER) if each not in firewall_and_alias] == replicated
    assert f"{topic}/subscriptions/billing/rules/first".removeprefix(PREMIUM) in replicated
    assert f"{topic}/subscriptions/billing/rules/$Default".removeprefix(PREMIUM) not in replicated
    assert azure.properties(queue("inbox", FOLLOWER))["requiresSession"]
    assert azure.get(queue("inbox", FOLLOWER))["location"] == "northeurope"

    azure.call("DELETE", topic)

    assert not [each for each in _under(azure, FOLLOWER) if each.startswith("/topics")]


def test_the_keys_of_a_pair_are_the_same_and_lead_to_the_alias(azure: Scenery) -> None:
    before = _keys(azure, f"{PREMIUM}/{ROOT}")
    _make(azure, *PAIRED)
    azure.call("POST", f"{PREMIUM}/{ROOT}/regenerateKeys", {"keyType": "PrimaryKey"})

    at_primary, at_secondary = (_keys(azure, f"{each}/{ROOT}") for each in (PREMIUM, FOLLOWER))

    assert "aliasPrimaryConnectionString" not in before
    assert at_primary["primaryKey"] == at_secondary["primaryKey"] != before["primaryKey"]
    assert at_secondary["primaryConnectionString"].startswith("Endpoint=sb://follower-bus.servicebus.windows.net/;")
    assert at_primary["aliasPrimaryConnectionString"] == at_secondary["aliasPrimaryConnectionString"]
    assert at_primary["aliasPrimaryConnectionString"].startswith("Endpoint=sb://backbone-alias.servicebus.windows.net/")
    assert _keys(azure, f"{ALIAS}/authorizationRules/RootManageSharedAccessKey") == at_primary


def test_the_access_rules_of_an_alias_are_those_of_its_namespace(azure: Scenery) -> None:
    _make(azure, *PAIRED)
    azure.put(f"{PREMIUM}/AuthorizationRules/sender", properties(rights=["Send"]))

    listed = azure.get(f"{ALIAS}/authorizationRules")["value"]

    assert [each["id"] for each in listed] == [
        f"{ALIAS}/authorizationRules/RootManageSharedAccessKey",
        f"{ALIAS}/authorizationRules/sender",
    ]
    assert azure.get(listed[1]["id"])["properties"] == {"rights": ["Send"]}
    with pytest.raises(AzureError, match="ResourceNotFound"):
        azure.get(f"{ALIAS}/authorizationRules/none")


def test_a_broken_pair_is_two_namespaces_with_the_same_entities(azure: Scenery) -> None:
    azure.put(queue("inbox", PREMIUM))
    _make(azure, *PAIRED, post(ALIAS, "breakPairing"))

    assert azure.properties(ALIAS)["partnerNamespace"] == ""
    assert _roles(azure) == [("premium-bus", "PrimaryNotReplicating")]
    azure.put(FOLLOWER, premium())
    azure.put(queue("outbox", PREMIUM))
    assert [each for each in _under(azure, FOLLOWER) if "/queues/" in each] == ["/queues/inbox"]


def test_a_failover_takes_the_alias_to_the_secondary(azure: Scenery) -> None:
    azure.put(queue("inbox", PREMIUM))
    _make(azure, *PAIRED, post(AT_FOLLOWER, "failover"))

    assert _roles(azure) == [("follower-bus", "PrimaryNotReplicating")]
    azure.put(queue("outbox", FOLLOWER))
    with pytest.raises(AzureError, match="is not availble"):
        azure.put(f"{NAMESPACES}/another-bus/disasterRecoveryConfigs/backbone-alias", _another_pair(azure))
    azure.call("DELETE", AT_FOLLOWER)
    azure.put(f"{NAMESPACES}/another-bus/disasterRecoveryConfigs/backbone-alias", paired_with(f"{NAMESPACES}/last-bus"))


def _another_pair(azure: Scenery) -> dict[str, Any]:
    azure.put(f"{NAMESPACES}/another-bus", premium("uksouth"))
    azure.put(f"{NAMESPACES}/last-bus", premium())
    return paired_with(f"{NAMESPACES}/last-bus")


def test_a_pair_ends_when_its_primary_goes(azure: Scenery) -> None:
    azure.put(queue("inbox", PREMIUM))
    _make(azure, *PAIRED)

    azure.call("DELETE", PREMIUM)

    assert _roles(azure) == []
    azure.put(queue("outbox", FOLLOWER))
    assert [each for each in _under(azure, FOLLOWER) if "/queues/" in each] == ["/queues/inbox", "/queues/outbox"]


def test_a_pair_ends_when_the_group_of_its_secondary_goes(azure: Scenery) -> None:
    group = f"{SUBSCRIPTION}/resourceGroups/north"
    azure.put(group, {"location": "northeurope"})
    follower = FOLLOWER.replace(GROUP, group)
    azure.put(follower, premium())
    azure.put(ALIAS, paired_with(follower))

    azure.call("DELETE", group)

    assert _roles(azure) == [("premium-bus", "PrimaryNotReplicating")]


def test_a_namespace_that_gives_its_name_to_the_alias_keeps_an_alternate_one(azure: Scenery) -> None:
    azure.put(FOLLOWER, premium())
    azure.put(f"{PREMIUM}/disasterRecoveryConfigs/premium-bus", paired_with(alternateName="premium-before"))

    with pytest.raises(AzureError, match=r"The specified name is not available\."):
        azure.put(f"{NAMESPACES}/premium-before", premium())
