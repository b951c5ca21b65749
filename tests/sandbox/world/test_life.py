from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.world import DEFAULT_SUBSCRIPTION, DEFAULT_TENANT, AzureError
from tests.sandbox.world.scenery import GROUP, LISTENER, NAMESPACES, STANDARD, SUBSCRIPTION, TOPIC, properties, queue

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

DEFAULT_RULE = f"{LISTENER}/rules/$Default"
ROOT = f"{STANDARD}/AuthorizationRules/RootManageSharedAccessKey"


def _names(azure: Scenery, collection: str) -> list[str]:
    return [resource["name"] for resource in azure.get(collection)["value"]]


def test_a_new_namespace_brings_its_root_rule_and_its_firewall(azure: Scenery) -> None:
    assert [each.removeprefix(STANDARD) for each in azure.ids() if each.startswith(STANDARD)] == [
        "",
        "/AuthorizationRules/RootManageSharedAccessKey",
        "/networkRuleSets/default",
        "/queues/inbox",
        "/topics/orders",
        "/topics/orders/subscriptions/billing",
        "/topics/orders/subscriptions/billing/rules/$Default",
    ]
    assert azure.get(ROOT) == {
        "id": ROOT,
        "name": "RootManageSharedAccessKey",
        "type": "Microsoft.ServiceBus/namespaces/authorizationrules",
        "location": "westeurope",
        "properties": {"rights": ["Listen", "Manage", "Send"]},
    }


def test_the_default_rule_matches_everything_until_the_first_explicit_rule(azure: Scenery) -> None:
    assert azure.properties(DEFAULT_RULE) == {
        "action": {},
        "filterType": "SqlFilter",
        "sqlFilter": {"sqlExpression": "1=1", "compatibilityLevel": 20},
    }
    azure.put(f"{LISTENER}/rules/first", properties(sqlFilter={"sqlExpression": "a=1"}))
    azure.put(f"{LISTENER}/rules/second", properties(sqlFilter={"sqlExpression": "a=2"}))

    assert _names(azure, f"{LISTENER}/rules") == ["first", "second"]

    azure.put(LISTENER, properties(maxDeliveryCount=3))

    assert _names(azure, f"{LISTENER}/rules") == ["first", "second"]


def test_a_default_rule_that_somebody_has_written_stays(azure: Scenery) -> None:
    azure.put(DEFAULT_RULE, properties(sqlFilter={"sqlExpression": "a=1"}))
    azure.put(f"{LISTENER}/rules/first", properties(sqlFilter={"sqlExpression": "a=2"}))

    assert _names(azure, f"{LISTENER}/rules") == ["$Default", "first"]


@pytest.mark.parametrize("gone", [GROUP, STANDARD, TOPIC, LISTENER])
def test_deleting_a_resource_deletes_what_is_under_it_and_nothing_else(azure: Scenery, gone: str) -> None:
    azure.put(f"{STANDARD}x", {"location": "westeurope"})
    before = azure.ids()

    assert azure.call("DELETE", gone).status == 200
    assert azure.ids() == [each for each in before if each != gone and not each.startswith(f"{gone}/")]


def test_deleting_what_is_not_there_is_no_error_except_for_a_group(azure: Scenery) -> None:
    assert azure.call("DELETE", queue("none")) == (204, None)
    with pytest.raises(AzureError, match=r"^ResourceGroupNotFound: Resource group 'none' could not be found\.$"):
        azure.call("DELETE", f"{SUBSCRIPTION}/resourceGroups/none")


def test_a_destination_may_be_deleted_under_its_source(azure: Scenery) -> None:
    azure.put(queue("source"), properties(forwardTo="inbox"))

    assert azure.call("DELETE", queue("inbox")).status == 200
    assert azure.properties(queue("source"))["forwardTo"] == "inbox"
    with pytest.raises(AzureError, match=r"SubCode=40400\. The auto forwarding destination entity doesn't exist\."):
        azure.put(queue("source"), properties(forwardTo="inbox"))


def test_a_cycle_of_forwards_is_accepted(azure: Scenery) -> None:
    azure.put(queue("a"), properties(forwardTo="inbox"))
    azure.put(queue("inbox"), properties(forwardTo="a"))

    assert azure.properties(queue("inbox"))["forwardTo"] == "a"


def test_a_name_is_free_again_when_its_holder_is_gone(azure: Scenery) -> None:
    azure.call("DELETE", queue("inbox"))
    azure.put(f"{STANDARD}/topics/inbox")
    azure.put(f"{SUBSCRIPTION}/resourceGroups/other", {"location": "westeurope"})
    azure.call("DELETE", GROUP)

    moved = azure.put(STANDARD.replace("/rg/", "/other/"), {"location": "westeurope"})

    assert moved["name"] == "standard-bus"


def test_existence_is_asked_without_a_body(azure: Scenery) -> None:
    assert azure.call("HEAD", STANDARD) == (204, None)
    with pytest.raises(AzureError) as caught:
        azure.call("HEAD", f"{NAMESPACES}/none")
    assert caught.value.status == 404


def test_collections_hold_what_is_under_them(azure: Scenery) -> None:
    azure.put(queue("archive"))

    assert _names(azure, f"{STANDARD}/queues") == ["archive", "inbox"]
    assert _names(azure, NAMESPACES) == ["basic-bus", "partitioned-bus", "premium-bus", "standard-bus"]
    assert _names(azure, f"{SUBSCRIPTION}/providers/Microsoft.ServiceBus/namespaces") == _names(azure, NAMESPACES)
    assert azure.call("GET", f"{SUBSCRIPTION}/resourceGroups", version="2024-03-01").body == {
        "value": [azure.get(GROUP)]
    }


def test_keys_are_listed_and_renewed(azure: Scenery) -> None:
    first = azure.call("POST", f"{ROOT}/listKeys").body
    assert first is not None
    prefix = "Endpoint=sb://standard-bus.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;"
    assert first == {
        "keyName": "RootManageSharedAccessKey",
        "primaryKey": first["primaryKey"],
        "secondaryKey": first["secondaryKey"],
        "primaryConnectionString": f"{prefix}SharedAccessKey={first['primaryKey']}",
        "secondaryConnectionString": f"{prefix}SharedAccessKey={first['secondaryKey']}",
    }
    assert first["primaryKey"] != first["secondaryKey"]
    assert len(first["primaryKey"]) == 44

    renewed = azure.call("POST", f"{ROOT}/regeneratekeys", {"keyType": "secondarykey"}).body

    assert renewed is not None
    assert renewed["primaryKey"] == first["primaryKey"]
    assert renewed["secondaryKey"] != first["secondaryKey"]
    assert azure.call("POST", f"{ROOT}/listKeys").body == renewed


def test_the_keys_of_an_entity_name_the_entity_as_the_broker_does(azure: Scenery) -> None:
    rule = f"{queue('x~0')}/authorizationRules/sender"
    azure.put(queue("x~0"))
    azure.put(rule, properties(rights=["send"]))
    keys = azure.call("POST", f"{rule}/listKeys").body

    assert keys is not None
    assert keys["primaryConnectionString"].endswith(f";SharedAccessKey={keys['primaryKey']};EntityPath=x/0")
    assert azure.get(rule)["properties"] == {"rights": ["Send"]}
    assert azure.get(rule)["type"] == "Microsoft.ServiceBus/namespaces/queues/authorizationrules"


def test_the_firewall_cannot_be_deleted(azure: Scenery) -> None:
    with pytest.raises(AzureError) as caught:
        azure.call("DELETE", f"{STANDARD}/networkRuleSets/default")
    assert (caught.value.status, caught.value.code) == (405, "MethodNotAllowed")


def test_the_deployer_is_known_by_name_and_by_object_id(azure: Scenery) -> None:
    deployer = azure.world.deployer

    assert (deployer.subscription_id, deployer.tenant_id) == (DEFAULT_SUBSCRIPTION, DEFAULT_TENANT)
    assert azure.world.call("GET", GROUP, "2024-03-01", principal=deployer.object_id).status == 200


def test_all_resources_are_listed_by_id_with_type_version_and_body(azure: Scenery) -> None:
    listed = {resource["id"]: resource for resource in azure.world.resources()}

    assert list(listed) == sorted(listed)
    assert listed[GROUP]["type"] == "Microsoft.Resources/resourceGroups"
    assert listed[queue("inbox")] == {
        "id": queue("inbox"),
        "type": "Microsoft.ServiceBus/namespaces/queues",
        "apiVersion": "2026-01-01",
        "body": azure.get(queue("inbox")),
    }
