"""Fixtures of the provider door: a world, an open door, and instances that are connected to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grpc
import pytest

from sandbox.provider.server import MAX_MESSAGE_BYTES, ProviderServer, serve
from sandbox.world import World
from tests.sandbox.provider.door import Door, Resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOCATION = "westeurope"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(tmp_path)
    yield world
    world.close()


@pytest.fixture
def server(world: World) -> Iterator[ProviderServer]:
    with serve(world) as running:
        yield running


@pytest.fixture
def connect(server: ProviderServer) -> Iterator[Callable[[], Door]]:
    """Open a further connection, as each provider instance of each command has its own."""
    channels: list[grpc.Channel] = []

    def connected() -> Door:
        # A subchannel pool of its own: channels to one address would else share a connection.
        options = [("grpc.use_local_subchannel_pool", 1), ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES)]
        channel = grpc.insecure_channel(f"127.0.0.1:{server.port}", options)
        channels.append(channel)
        return Door(channel)

    yield connected
    for channel in channels:
        channel.close()


@pytest.fixture
def door(connect: Callable[[], Door]) -> Door:
    """A provider instance configured with a default location."""
    opened = connect()
    opened.configure(location=LOCATION)
    return opened


@pytest.fixture
def group(door: Door) -> Resource:
    return door.create("resources:ResourceGroup", "group")


@pytest.fixture
def namespace(door: Door, group: Resource) -> Resource:
    name = group.outputs["name"]
    return door.create("servicebus:Namespace", "namespace", resourceGroupName=name, sku={"name": "Standard"})


@pytest.fixture
def where(namespace: Resource) -> dict[str, str]:
    return {name: namespace.inputs[name] for name in ("resourceGroupName", "namespaceName")}


@pytest.fixture
def queue(door: Door, where: dict[str, str]) -> Resource:
    return door.create("servicebus:Queue", "orders", requiresSession=True, lockDuration="PT60S", **where)


@pytest.fixture
def subscription(door: Door, where: dict[str, str]) -> dict[str, str]:
    door.create("servicebus:Topic", "topic", **where)
    door.create("servicebus:Subscription", "listener", topicName="topic", **where)
    return {**where, "topicName": "topic", "subscriptionName": "listener"}
