from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc
import pytest

from tests.sandbox.provider.door import Resource, error_of

if TYPE_CHECKING:
    from sandbox.world import World
    from tests.sandbox.provider.door import Door

VERSION = "2026-01-01"
PREMIUM = {"name": "Premium", "tier": "Premium", "capacity": 1}


@pytest.fixture
def primary(door: Door, group: Resource) -> Resource:
    return _namespace(door, group, "primary-space", "westeurope")


@pytest.fixture
def secondary(door: Door, group: Resource) -> Resource:
    return _namespace(door, group, "secondary-space", "northeurope")


@pytest.fixture
def alias(door: Door, primary: Resource, secondary: Resource) -> Resource:
    return door.create(
        "servicebus:DisasterRecoveryConfig", "backbone-alias", partnerNamespace=secondary.id, **_where(primary)
    )


def _namespace(door: Door, group: Resource, name: str, location: str) -> Resource:
    where = {"resourceGroupName": group.outputs["name"], "namespaceName": name, "location": location}
    return door.create("servicebus:Namespace", name, sku=PREMIUM, **where)


def _where(namespace: Resource) -> dict[str, str]:
    return {name: namespace.inputs[name] for name in ("resourceGroupName", "namespaceName")}


def test_an_alias_is_made_found_and_looked_up(door: Door, alias: Resource, primary: Resource) -> None:
    assert alias.id == f"{primary.id}/disasterRecoveryConfigs/backbone-alias"
    assert [alias.outputs[name] for name in ("role", "provisioningState")] == ["Primary", "Succeeded"]
    assert alias.outputs["pendingReplicationOperationsCount"] == 0
    assert door.refresh(alias).inputs == alias.inputs
    assert door.read("servicebus:DisasterRecoveryConfig", alias.id).inputs.items() <= alias.inputs.items()

    found = door.invoke("servicebus:getDisasterRecoveryConfig", alias="backbone-alias", **_where(primary))

    assert found["partnerNamespace"] == alias.inputs["partnerNamespace"]


def test_the_keys_of_an_alias_are_listed(door: Door, alias: Resource, primary: Resource) -> None:
    keys = door.invoke(
        "servicebus:listDisasterRecoveryConfigKeys",
        alias=alias.outputs["name"],
        authorizationRuleName="RootManageSharedAccessKey",
        **_where(primary),
    )

    assert keys["aliasPrimaryConnectionString"].startswith("Endpoint=sb://backbone-alias.servicebus.windows.net/;")
    with pytest.raises(grpc.RpcError, match="missing required property 'authorizationRuleName'"):
        door.invoke("servicebus:listDisasterRecoveryConfigKeys", alias="backbone-alias", **_where(primary))


def test_a_paired_secondary_is_not_updated_and_takes_no_entities(
    door: Door, alias: Resource, secondary: Resource
) -> None:
    assert alias.id
    with pytest.raises(grpc.RpcError) as refused:
        door.update(secondary, {**secondary.inputs, "tags": {"owner": "integration"}})
    assert "Cannot update a namespace which is secondary." in error_of(refused.value)

    with pytest.raises(grpc.RpcError) as refused:
        door.create("servicebus:Queue", "orders", **_where(secondary))
    assert 'Status=401 Code="Unauthorized" Message="Invalid operation on the Secondary' in error_of(refused.value)


def test_an_alias_is_deleted_after_somebody_has_broken_its_pair(door: Door, alias: Resource, world: World) -> None:
    with pytest.raises(grpc.RpcError, match="Break the pairing before deleting the alias"):
        door.delete(alias)

    world.call("POST", f"{alias.id}/breakPairing", VERSION, {})

    found = door.refresh(alias)
    assert (found.outputs["role"], found.inputs["partnerNamespace"]) == ("PrimaryNotReplicating", "")
    door.delete(alias)
    assert door.refresh(alias).id == ""


@pytest.fixture
def endpoint(door: Door, group: Resource, primary: Resource) -> Resource:
    """A private endpoint that asks the namespace for its approval."""
    where: dict[str, Any] = {"resourceGroupName": group.outputs["name"]}
    space = {"addressPrefixes": ["10.0.0.0/24"]}
    door.create("network:VirtualNetwork", "network", virtualNetworkName="network", addressSpace=space, **where)
    subnet = door.create("network:Subnet", "subnet", virtualNetworkName="network", addressPrefix="10.0.0.0/27", **where)
    link = {"name": "bus", "groupIds": ["namespace"], "privateLinkServiceId": primary.id}
    return door.create(
        "network:PrivateEndpoint",
        "endpoint",
        subnet={"id": subnet.id},
        manualPrivateLinkServiceConnections=[link],
        **where,
    )


def test_a_connection_is_imported_approved_and_removed(
    door: Door, endpoint: Resource, primary: Resource, world: World
) -> None:
    listed = world.call("GET", f"{primary.id}/privateEndpointConnections", VERSION).body
    assert listed is not None
    name = listed["value"][0]["name"]
    where = {"privateEndpointConnectionName": name, **_where(primary)}
    with pytest.raises(grpc.RpcError, match="cannot create already existing resource"):
        door.create("servicebus:PrivateEndpointConnection", "connection", **where)

    found = door.read("servicebus:PrivateEndpointConnection", listed["value"][0]["id"])
    assert found.inputs["privateEndpoint"] == {"id": endpoint.id}
    imported = Resource(
        type="servicebus:PrivateEndpointConnection",
        name="connection",
        id=found.id,
        inputs=found.inputs,
        outputs=found.outputs,
    )
    approved = {**found.inputs, "privateLinkServiceConnectionState": {"status": "Approved", "description": "welcome"}}

    assert door.update(imported, approved)["privateLinkServiceConnectionState"]["status"] == "Approved"
    looked_up = door.invoke("servicebus:getPrivateEndpointConnection", **where)
    assert looked_up["privateLinkServiceConnectionState"] == {"status": "Approved", "description": "welcome"}
    door.delete(imported)
    links = door.refresh(endpoint).outputs["manualPrivateLinkServiceConnections"]
    assert links[0]["privateLinkServiceConnectionState"]["status"] == "Disconnected"
