from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import grpc
import pytest

from sandbox.provider.wire import UNKNOWN
from sandbox.world import Answer, AzureError, World
from tests.sandbox.provider.door import Door, Resource, error_of, requests

if TYPE_CHECKING:
    from pathlib import Path

VERSION = "2026-01-01"
FOREVER = "P10675199DT2H48M5.4775807S"


def test_a_created_queue_has_azure_s_defaults_in_its_outputs(queue: Resource, namespace: Resource) -> None:
    assert queue.id == f"{namespace.id}/queues/orders"
    expected = {
        "id": queue.id,
        "name": "orders",
        "azureApiVersion": VERSION,
        "requiresSession": True,
        "lockDuration": "PT1M",
        "maxDeliveryCount": 10,
        "defaultMessageTimeToLive": FOREVER,
        "status": "Active",
    }
    assert {name: queue.outputs.get(name) for name in expected} == expected
    assert "resourceGroupName" not in queue.outputs


def test_creating_asks_first_then_puts_then_reads_back(queue: Resource, tmp_path: Path) -> None:
    made = [each for each in requests(tmp_path) if each["id"] == queue.id]

    assert [(each["method"], each["status"]) for each in made] == [
        ("GET", 404),
        ("PUT", made[1]["status"]),
        ("GET", 200),
    ]
    assert made[1]["body"] == {"properties": {"lockDuration": "PT60S", "requiresSession": True}}
    assert {each["apiVersion"] for each in made} == {VERSION}


def test_what_exists_is_not_created_again(door: Door, queue: Resource, where: dict[str, str]) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        door.create("servicebus:Queue", "orders", **where)

    assert error_of(refused.value) == f"cannot create already existing resource '{queue.id}'"


def test_a_refusal_of_azure_reads_as_the_provider_prints_it(door: Door, where: dict[str, str]) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        door.create("servicebus:Queue", "orders", forwardTo="missing", **where)

    assert error_of(refused.value).startswith('Status=400 Code="')
    assert 'Message="' in error_of(refused.value)


def test_a_queue_without_its_namespace_is_refused_by_azure(door: Door, group: Resource) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        door.create(
            "servicebus:Queue",
            "orders",
            resourceGroupName=group.outputs["name"],
            namespaceName="nowhere-at-all",
        )

    assert error_of(refused.value).startswith('Status=404 Code="ParentResourceNotFound" Message="')


def test_a_preview_of_a_creation_sends_no_request(door: Door, where: dict[str, str], tmp_path: Path) -> None:
    before = requests(tmp_path)

    found = door.preview("servicebus:Queue", "orders", {**where, "queueName": "orders", "maxDeliveryCount": 3})

    assert requests(tmp_path) == before
    assert [found["maxDeliveryCount"], found["name"], found["id"]] == [3, UNKNOWN, UNKNOWN]


def test_a_creation_whose_read_back_fails_is_recorded_as_azure_answered_it(
    door: Door,
    where: dict[str, str],
    world: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answered = world.call
    written: list[str] = []

    def forgetful(method: str, id: str, api_version: str, body: dict[str, Any] | None = None) -> Answer:
        if written and method == "GET":
            raise AzureError(status=429, code="TooManyRequests", message="Wait.", rule="test")
        written.extend([id] if method == "PUT" else [])
        return answered(method, id, api_version, body)

    monkeypatch.setattr(world, "call", forgetful)
    queue = door.create("servicebus:Queue", "orders", **where)

    assert [queue.id, queue.outputs["lockDuration"]] == [written[0], "PT1M"]


def test_a_resource_whose_existence_cannot_be_checked_is_not_created(
    door: Door,
    namespace: Resource,
    where: dict[str, str],
    world: World,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refusal = AzureError(status=403, code="AuthorizationFailed", message="No.", rule="test")
    monkeypatch.setattr(world, "call", Mock(side_effect=refusal))
    with pytest.raises(grpc.RpcError) as refused:
        door.create("servicebus:Queue", "orders", **where)

    assert error_of(refused.value) == (
        f"cannot check existence of resource '{namespace.id}/queues/orders': status code 403, "
        '{"error":{"code":"AuthorizationFailed","message":"No."}}'
    )
