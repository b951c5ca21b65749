"""A resource that Azure accepts but does not finish is in the state, and the next `up` repairs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import grpc
import pytest
from pulumi.runtime.proto import provider_pb2 as messages
from pulumi.runtime.proto import provider_pb2_grpc, status_pb2

from sandbox.provider.partial import DETAILS
from sandbox.provider.wire import from_struct, to_struct
from tests.deployment import ROOT, Deployment, deployment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = {"azure-native:location": "westeurope", "queues:count": 0}


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Deployment]:
    with deployment(tmp_path, CONFIG, program=ROOT / "tests" / "programs" / "queues") as opened:
        yield opened


@pytest.fixture
def failing(stack: Deployment, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let every write of a namespace end as Failed."""
    original = stack.world.call

    def call(method: str, id: str, *arguments: Any, **options: Any) -> Any:
        answer = original(method, id, *arguments, **options)
        if method == "PUT" and answer.body and "/namespaces/" in id:
            answer.body["properties"]["provisioningState"] = "Failed"
        return answer

    monkeypatch.setattr(stack.world, "call", call)
    return monkeypatch


def test_an_unfinished_creation_is_recorded_and_repaired_by_the_next_up(
    stack: Deployment, failing: pytest.MonkeyPatch
) -> None:
    shown = stack.fail("up", "--yes", "--skip-preview")
    assert "its provisioning state is Failed" in shown
    recorded = next(each for each in stack.state() if each["type"].endswith(":Namespace"))
    assert recorded["id"].endswith("/namespaces/bench-namespace")
    assert len(recorded["initErrors"]) == 1

    failing.undo()
    stack.up()

    stack.succeed("preview", "--expect-no-changes")
    assert all("initErrors" not in each for each in stack.state())


@pytest.mark.usefixtures("failing")
def test_the_error_carries_id_inputs_and_outputs(stack: Deployment) -> None:
    group = f"/subscriptions/{stack.world.subscription}/resourceGroups/rg"
    stack.world.call("PUT", group, "2021-04-01", {"location": "westeurope"})
    inputs = {
        "resourceGroupName": "rg",
        "namespaceName": "unfinished",
        "location": "westeurope",
        "sku": {"name": "Standard"},
    }
    urn = "urn:pulumi:dev::project::azure-native:servicebus:Namespace::unfinished"
    with grpc.insecure_channel(f"127.0.0.1:{stack.engine.port}") as channel:
        provider = provider_pb2_grpc.ResourceProviderStub(channel)
        provider.Configure(messages.ConfigureRequest())
        with pytest.raises(grpc.RpcError) as refused:
            provider.Create(messages.CreateRequest(urn=urn, properties=to_struct(inputs)))

    metadata = {each.key: each.value for each in refused.value.trailing_metadata()}
    status = status_pb2.Status.FromString(metadata[DETAILS])
    found = messages.ErrorResourceInitFailed()
    assert status.details[0].Unpack(found)
    assert found.id == f"{group}/providers/Microsoft.ServiceBus/namespaces/unfinished"
    assert from_struct(found.inputs) == inputs
    assert from_struct(found.properties)["name"] == "unfinished"
