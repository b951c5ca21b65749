from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sandbox.world.connection_cases import CONNECTIONS, asking, state
from tests.sandbox.world.recovery_cases import FOLLOWER, premium
from tests.sandbox.world.scenery import PREMIUM
from tests.sandbox.world.subnet_cases import ENDPOINT, WITH_SUBNETS, endpoint

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery


def _with_subnets(azure: Scenery) -> None:
    for call in WITH_SUBNETS:
        azure.put(call.id, call.body)


def test_the_owner_of_a_namespace_decides_about_its_connections(azure: Scenery) -> None:
    _with_subnets(azure)
    azure.put(ENDPOINT, asking())
    connection = azure.get(CONNECTIONS)["value"][0]
    assert connection["properties"] == {
        "provisioningState": "Succeeded",
        "privateEndpoint": {"id": ENDPOINT},
        "privateLinkServiceConnectionState": {"status": "Pending", "description": ""},
    }

    azure.put(connection["id"], state("Approved", description="welcome"))

    seen = azure.properties(ENDPOINT)["manualPrivateLinkServiceConnections"][0]["properties"]
    assert seen["privateLinkServiceConnectionState"] == {
        "status": "Approved",
        "description": "welcome",
        "actionsRequired": "None",
    }
    assert azure.properties(PREMIUM)["privateEndpointConnections"][0]["id"] == connection["id"]


def test_a_removed_connection_leaves_a_disconnected_endpoint(azure: Scenery) -> None:
    _with_subnets(azure)
    azure.put(ENDPOINT, endpoint(PREMIUM, "namespace"))
    connection = azure.get(CONNECTIONS)["value"][0]["id"]

    azure.call("DELETE", connection)
    azure.put(ENDPOINT, endpoint(PREMIUM, "namespace"))

    seen = azure.properties(ENDPOINT)["privateLinkServiceConnections"][0]["properties"]
    assert seen["privateLinkServiceConnectionState"]["status"] == "Disconnected"
    assert "privateEndpointConnections" not in azure.properties(PREMIUM)


def test_a_connection_goes_with_its_endpoint_and_moves_with_its_target(azure: Scenery) -> None:
    _with_subnets(azure)
    azure.put(FOLLOWER, premium())
    azure.put(ENDPOINT, endpoint(PREMIUM, "namespace"))

    azure.put(ENDPOINT, endpoint(FOLLOWER, "namespace"))

    assert azure.get(CONNECTIONS)["value"] == []
    assert len(azure.get(f"{FOLLOWER}/privateEndpointConnections")["value"]) == 1
    azure.call("DELETE", ENDPOINT)
    assert azure.get(f"{FOLLOWER}/privateEndpointConnections")["value"] == []
