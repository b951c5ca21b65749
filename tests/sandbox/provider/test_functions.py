from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING

import grpc
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource


def test_the_client_configuration_is_the_deployer_s(door: Door, world: World) -> None:
    assert door.invoke("authorization:getClientConfig") == {
        "clientId": world.deployer.client_id,
        "objectId": world.deployer.object_id,
        "subscriptionId": world.deployer.subscription_id,
        "tenantId": world.deployer.tenant_id,
    }


def test_an_instance_s_own_subscription_is_in_its_client_configuration(connect: Callable[[], Door]) -> None:
    door = connect()
    door.configure(subscriptionId="11111111-1111-1111-1111-111111111111")

    assert door.invoke("authorization:getClientConfig")["subscriptionId"] == "11111111-1111-1111-1111-111111111111"


@pytest.mark.parametrize(
    ("arguments", "audience"),
    [
        ({}, "https://management.azure.com/"),
        ({"endpoint": ""}, "https://management.azure.com/"),
        ({"endpoint": "https://vault.azure.net"}, "https://vault.azure.net"),
    ],
)
def test_a_client_token_is_the_deployer_s_for_the_endpoint_and_signed_by_nobody(
    door: Door, world: World, arguments: dict[str, str], audience: str
) -> None:
    header, claims, signature = door.invoke("authorization:getClientToken", **arguments)["token"].split(".")

    said = json.loads(base64.urlsafe_b64decode(claims + "=="))
    assert json.loads(base64.urlsafe_b64decode(header + "=="))["alg"] == "none"
    assert signature == ""
    assert [said["aud"], said["oid"], said["tid"]] == [audience, world.deployer.object_id, world.deployer.tenant_id]
    assert said["exp"] - said["iat"] == 3600


def test_a_look_up_returns_what_the_resource_s_outputs_are(door: Door, namespace: Resource) -> None:
    where = {name: namespace.inputs[name] for name in ("resourceGroupName", "namespaceName")}

    assert door.invoke("servicebus:getNamespace", **where) == namespace.outputs


def test_a_resource_group_is_looked_up_through_an_instance_of_its_subscription(
    connect: Callable[[], Door],
    group: Resource,
) -> None:
    same, other = connect(), connect()
    same.configure()
    other.configure(subscriptionId="11111111-1111-1111-1111-111111111111")
    name = group.outputs["name"]

    assert same.invoke("resources:getResourceGroup", resourceGroupName=name)["location"] == "westeurope"
    with pytest.raises(grpc.RpcError, match='Status=404 Code="ResourceGroupNotFound"'):
        other.invoke("resources:getResourceGroup", resourceGroupName=name)


def test_a_look_up_of_what_does_not_exist_fails_with_its_id(door: Door, namespace: Resource) -> None:
    where = {name: namespace.inputs[name] for name in ("resourceGroupName", "namespaceName")}
    text = f"request failed {namespace.id}/queues/missing: Status=404 Code="

    with pytest.raises(grpc.RpcError, match=re.escape(text)):
        door.invoke("servicebus:getQueue", queueName="missing", **where)


def test_a_look_up_without_its_parameters_names_the_missing_one(door: Door) -> None:
    with pytest.raises(grpc.RpcError, match="missing required property 'namespaceName'"):
        door.invoke("servicebus:getQueue", resourceGroupName="group")


@pytest.mark.parametrize(
    ("kind", "parent"),
    [("Namespace", {}), ("Queue", {"queueName": "orders"}), ("Topic", {"topicName": "topic"})],
)
def test_keys_are_listed_through_an_action(
    door: Door,
    subscription: dict[str, str],
    queue: Resource,
    kind: str,
    parent: dict[str, str],
) -> None:
    where = {"resourceGroupName": subscription["resourceGroupName"], "namespaceName": queue.inputs["namespaceName"]}
    rule = {"authorizationRuleName": "senders", **where, **parent}
    door.create(f"servicebus:{kind}AuthorizationRule", "senders", rights=["Send"], **rule)

    keys = door.invoke(f"servicebus:list{kind}Keys", **rule)

    assert keys["keyName"] == "senders"
    assert keys["primaryKey"] != keys["secondaryKey"]
    assert keys["primaryConnectionString"].startswith(
        f"Endpoint=sb://{where['namespaceName']}.servicebus.windows.net/;"
    )


@pytest.mark.parametrize("function", ["compute:getVirtualMachine", "servicebus:getNothing", "servicebus:listNothing"])
def test_a_function_that_is_not_served_is_refused(door: Door, function: str) -> None:
    with pytest.raises(grpc.RpcError, match=f"Invoke type azure-native:{function} not found"):
        door.invoke(function)
