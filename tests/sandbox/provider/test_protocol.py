from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import plugin_pb2
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider.server import ProviderServer, serve
from sandbox.provider.wire import from_struct, to_struct
from tests.sandbox.provider.door import requests

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource

URN = "urn:pulumi:dev::project::azure-native:servicebus:Queue::orders"


def test_an_engine_that_attaches_is_told_what_the_real_provider_would_tell(door: Door) -> None:
    shaken = door.stub.Handshake(messages.ProviderHandshakeRequest(engine_address="127.0.0.1:1"))
    attached = door.stub.Attach(plugin_pb2.PluginAttach(address="127.0.0.1:1"))
    configured = door.stub.Configure(messages.ConfigureRequest())

    assert [shaken.accept_secrets, shaken.accept_outputs, shaken.supports_autonaming_configuration] == [
        False,
        False,
        True,
    ]
    assert attached == Empty()
    assert door.stub.GetPluginInfo(Empty()).version == "3.29.0"
    assert [configured.acceptSecrets, configured.supportsPreview] == [False, True]


def test_a_provider_s_configuration_is_accepted_as_it_is(door: Door) -> None:
    news = to_struct({"location": "uksouth"})

    assert from_struct(door.stub.CheckConfig(messages.CheckRequest(news=news)).inputs) == {"location": "uksouth"}
    assert list(door.stub.DiffConfig(messages.DiffRequest(news=news)).replaces) == []


def test_configuration_is_understood_as_variables_too(connect: Callable[[], Door]) -> None:
    door = connect()
    variables = {"azure-native:config:location": "uksouth", "azure-native:config:subscriptionId": "s"}
    door.stub.Configure(messages.ConfigureRequest(variables=variables))

    assert door.check("resources:ResourceGroup", "group", {}).inputs["location"] == "uksouth"
    assert door.invoke("authorization:getClientConfig")["subscriptionId"] == "s"


def test_instances_keep_their_own_subscription_and_location(connect: Callable[[], Door], world: World) -> None:
    here, there = connect(), connect()
    here.configure(location="westeurope")
    there.configure(location="northeurope", subscriptionId="11111111-1111-1111-1111-111111111111")

    first = here.create("resources:ResourceGroup", "group")
    second = there.create("resources:ResourceGroup", "group")

    assert [first.outputs["location"], second.outputs["location"]] == ["westeurope", "northeurope"]
    assert first.id.startswith(f"/subscriptions/{world.deployer.subscription_id}/resourceGroups/")
    assert second.id.startswith("/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/")


def test_credentials_are_accepted_and_kept_nowhere(connect: Callable[[], Door], tmp_path: Path) -> None:
    door = connect()
    secrets = {name: f"hush-{name}" for name in ("clientSecret", "clientCertificatePassword", "oidcToken")}
    door.configure(location="westeurope", clientId="c", tenantId="t", useMsi="false", **secrets)
    group = door.create("resources:ResourceGroup", "group")

    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert group.id.encode() in written
    assert b"hush" not in written
    assert "hush" not in str(group)


def test_an_instance_that_skips_reading_takes_the_answer_of_the_write(
    connect: Callable[[], Door], tmp_path: Path
) -> None:
    reading, skipping = connect(), connect()
    reading.configure(location="westeurope")
    skipping.configure(location="westeurope", skipReadOnUpdate="true")

    reading.create("resources:ResourceGroup", "read")
    skipping.create("resources:ResourceGroup", "skipped")

    methods = [[each["method"] for each in requests(tmp_path) if name in each["id"]] for name in ("read", "skipped")]
    assert methods == [["GET", "PUT", "GET"], ["GET", "PUT"]]


def test_cancel_ends_one_command_and_disturbs_no_other(connect: Callable[[], Door]) -> None:
    ending, running = connect(), connect()
    ending.configure(location="westeurope")
    running.configure(location="westeurope")

    ending.stub.Cancel(Empty())

    assert running.create("resources:ResourceGroup", "group").outputs["location"] == "westeurope"


def test_an_instance_that_was_never_configured_is_told_so(connect: Callable[[], Door]) -> None:
    with pytest.raises(grpc.RpcError, match="This provider instance is not configured; run the command again"):
        connect().check("servicebus:Queue", "orders", {})


@pytest.mark.parametrize("method", ["Check", "Diff", "Create", "Update", "Read", "Delete"])
def test_a_type_that_is_not_served_is_refused(door: Door, method: str) -> None:
    request = {
        "Check": messages.CheckRequest,
        "Diff": messages.DiffRequest,
        "Create": messages.CreateRequest,
        "Update": messages.UpdateRequest,
        "Read": messages.ReadRequest,
        "Delete": messages.DeleteRequest,
    }[method]
    urn = URN.replace("servicebus:Queue", "compute:VirtualMachine")

    with pytest.raises(grpc.RpcError, match="Resource type azure-native:compute:VirtualMachine not found"):
        getattr(door.stub, method)(request(urn=urn))


def test_a_type_under_a_component_is_found(door: Door) -> None:
    urn = "urn:pulumi:dev::project::backbone:index:Namespace$azure-native:servicebus:Queue::orders"
    answer = door.stub.Check(messages.CheckRequest(urn=urn))

    assert from_struct(answer.inputs)["queueName"] == "orders"


def test_many_creations_and_look_ups_run_at_once(door: Door, namespace: Resource) -> None:
    where = {name: namespace.inputs[name] for name in ("resourceGroupName", "namespaceName")}

    def made(number: int) -> dict[str, Any]:
        name = f"queue{number}"
        door.create("servicebus:Queue", name, **where)
        return door.invoke("servicebus:getQueue", queueName=name, **where)

    with ThreadPoolExecutor(32) as pool:
        found = list(pool.map(made, range(64)))

    assert [each["name"] for each in found] == [f"queue{number}" for number in range(64)]


def test_large_messages_pass(door: Door) -> None:
    inputs = {"tags": {"a": "x" * 20_000_000}, "location": "uksouth"}

    assert door.check("resources:ResourceGroup", "group", inputs).inputs["tags"] == inputs["tags"]


def test_a_port_that_is_taken_is_an_error(server: ProviderServer, world: World) -> None:
    with pytest.raises(RuntimeError, match=re.escape(f"127.0.0.1:{server.port}")):
        serve(world, port=server.port)


def test_a_closed_door_frees_its_port(world: World) -> None:
    with serve(world) as first:
        port = first.port

    with serve(world, port=port) as second:
        assert second.port == port
