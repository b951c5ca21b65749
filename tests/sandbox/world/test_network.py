from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from sandbox.world import AzureError
from tests.sandbox.world.flex_cases import INTEGRATED
from tests.sandbox.world.private_link_cases import GLOBAL, LINKED, ZONE, ZONE_GROUP, zones
from tests.sandbox.world.scenery import PREMIUM
from tests.sandbox.world.site_cases import SITE, flex
from tests.sandbox.world.storage_cases import ACCOUNT
from tests.sandbox.world.subnet_cases import (
    ENDPOINT,
    FLEX,
    INTEGRATION,
    NETWORK,
    SUBNET,
    WITH_ENDPOINT,
    WITH_SUBNETS,
    endpoint,
    network,
    subnet,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.sandbox.world.case import Call
    from tests.sandbox.world.scenery import Scenery

LINK = "legionservicelink"


def _make(azure: Scenery, calls: Iterable[Call]) -> None:
    for call in calls:
        azure.call(call.method, call.id, call.body)


def test_a_network_shows_its_subnets_whoever_made_them(azure: Scenery) -> None:
    _make(azure, WITH_SUBNETS)

    found = azure.properties(NETWORK)

    assert [each["name"] for each in found["subnets"]] == ["endpoints", "integration"]
    assert found["subnets"][1] == azure.get(INTEGRATION)


def test_a_network_written_without_subnets_keeps_them_and_a_list_replaces_them(azure: Scenery) -> None:
    _make(azure, WITH_SUBNETS)

    azure.put(NETWORK, network())
    assert len(azure.properties(NETWORK)["subnets"]) == 2
    azure.put(NETWORK, network(subnets=[{"name": "third", **subnet("10.40.0.128/25")}]))

    assert [each["name"] for each in azure.properties(NETWORK)["subnets"]] == ["third"]
    assert INTEGRATION not in azure.ids()


def test_a_list_of_subnets_does_not_take_away_one_that_is_in_use(azure: Scenery) -> None:
    _make(azure, WITH_ENDPOINT)

    with pytest.raises(AzureError, match=r"Subnet endpoints is in use by .*/networkInterfaces/store\.nic"):
        azure.put(NETWORK, network(subnets=[]))

    assert SUBNET in azure.ids()


def test_a_subnet_comes_back_with_its_policies_and_delegation(azure: Scenery) -> None:
    _make(azure, WITH_SUBNETS)

    found = azure.properties(INTEGRATION)

    assert found["privateEndpointNetworkPolicies"] == "Disabled"
    assert found["privateLinkServiceNetworkPolicies"] == "Enabled"
    assert found["delegations"][0]["properties"]["serviceName"] == FLEX
    assert found["delegations"][0]["id"] == f"{INTEGRATION}/delegations/to-0"


def test_an_endpoint_is_approved_and_known_to_its_target_and_its_subnet(azure: Scenery) -> None:
    _make(azure, WITH_ENDPOINT)

    link = azure.properties(ENDPOINT)["privateLinkServiceConnections"][0]["properties"]
    connections = azure.properties(ACCOUNT)["privateEndpointConnections"]

    assert link["privateLinkServiceConnectionState"]["status"] == "Approved"
    assert [each["properties"]["privateEndpoint"]["id"] for each in connections] == [ENDPOINT]
    assert azure.properties(SUBNET)["privateEndpoints"] == [{"id": ENDPOINT}]
    azure.call("DELETE", ENDPOINT)
    assert azure.properties(ACCOUNT)["privateEndpointConnections"] == []


def test_an_endpoint_whose_target_is_gone_is_disconnected(azure: Scenery) -> None:
    _make(azure, WITH_ENDPOINT)

    azure.call("DELETE", ACCOUNT)

    link = azure.properties(ENDPOINT)["privateLinkServiceConnections"][0]["properties"]
    assert link["privateLinkServiceConnectionState"]["status"] == "Disconnected"
    assert azure.properties(ENDPOINT)["customDnsConfigs"] == []


def test_a_premium_namespace_knows_its_endpoints(azure: Scenery) -> None:
    _make(azure, WITH_SUBNETS)
    assert "privateEndpointConnections" not in azure.properties(PREMIUM)

    azure.put(ENDPOINT, endpoint(PREMIUM, "namespace"))

    assert len(azure.properties(PREMIUM)["privateEndpointConnections"]) == 1


def test_a_manual_connection_waits_for_its_approval(azure: Scenery) -> None:
    _make(azure, WITH_ENDPOINT)
    body = endpoint(ACCOUNT, "blob")
    links = body["properties"].pop("privateLinkServiceConnections")
    links[0]["properties"]["requestMessage"] = "please"

    azure.put(
        f"{ENDPOINT}-2", {**body, "properties": {**body["properties"], "manualPrivateLinkServiceConnections": links}}
    )

    state = azure.properties(ACCOUNT)["privateEndpointConnections"][1]["properties"][
        "privateLinkServiceConnectionState"
    ]
    assert (state["status"], state["description"]) == ("Pending", "please")


def test_endpoints_take_the_next_free_addresses_and_keep_them(azure: Scenery) -> None:
    _make(azure, WITH_ENDPOINT)
    azure.put(f"{ENDPOINT}-2", endpoint(ACCOUNT, "queue"))
    azure.put(ENDPOINT, endpoint(ACCOUNT, "blob"))

    hosts = [azure.properties(each)["customDnsConfigs"] for each in (ENDPOINT, f"{ENDPOINT}-2")]

    assert hosts == [
        [{"fqdn": "backbonestore.blob.core.windows.net", "ipAddresses": ["10.40.0.36"]}],
        [{"fqdn": "backbonestore.queue.core.windows.net", "ipAddresses": ["10.40.0.37"]}],
    ]


def test_a_zone_group_enters_the_endpoint_s_hosts_into_the_zone(azure: Scenery) -> None:
    _make(azure, LINKED)

    azure.put(ZONE_GROUP, zones(ZONE))

    config = azure.properties(ZONE_GROUP)["privateDnsZoneConfigs"][0]["properties"]
    assert [(each["fqdn"], each["ipAddresses"]) for each in config["recordSets"]] == [
        ("backbonestore.privatelink.blob.core.windows.net", ["10.40.0.36"])
    ]
    assert azure.properties(ZONE)["numberOfRecordSets"] == 2
    assert azure.properties(ENDPOINT)["customDnsConfigs"] == []


def test_a_zone_of_another_service_gets_no_entries(azure: Scenery) -> None:
    _make(azure, LINKED)
    other = ZONE.replace("blob", "queue")
    azure.put(other, GLOBAL)

    azure.put(ZONE_GROUP, zones(other))

    assert azure.properties(ZONE_GROUP)["privateDnsZoneConfigs"][0]["properties"]["recordSets"] == []


def test_the_subnet_of_a_deleted_flex_app_is_busy_for_a_while(azure: Scenery) -> None:
    _make(azure, INTEGRATED)
    links = azure.properties(INTEGRATION)["serviceAssociationLinks"]
    assert [each["name"] for each in links] == [LINK]

    azure.call("DELETE", SITE)
    with pytest.raises(AzureError, match="InUseSubnetCannotBeDeleted"):
        azure.call("DELETE", INTEGRATION)
    azure.world.advance(timedelta(hours=1))

    assert "serviceAssociationLinks" not in azure.properties(INTEGRATION)
    azure.call("DELETE", NETWORK)
    assert INTEGRATION not in azure.ids()


def test_an_app_that_leaves_its_subnet_keeps_it_busy_for_a_while(azure: Scenery) -> None:
    _make(azure, INTEGRATED)
    azure.put(SITE, flex())

    with pytest.raises(AzureError, match="InUseSubnetCannotBeDeleted"):
        azure.call("DELETE", INTEGRATION)


def test_a_new_app_can_take_the_busy_subnet_of_a_deleted_one(azure: Scenery) -> None:
    _make(azure, INTEGRATED)
    azure.call("DELETE", SITE)

    azure.put(SITE, flex(virtualNetworkSubnetId=INTEGRATION))

    assert azure.properties(SITE)["virtualNetworkSubnetId"] == INTEGRATION


def test_a_group_goes_with_busy_subnets_in_it(azure: Scenery) -> None:
    _make(azure, INTEGRATED)

    azure.call("DELETE", NETWORK.partition("/providers")[0])

    assert azure.ids() == []
