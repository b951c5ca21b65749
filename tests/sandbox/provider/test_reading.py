from __future__ import annotations

from typing import TYPE_CHECKING

import grpc
import pytest
from pulumi.runtime.proto import provider_pb2 as messages

from tests.sandbox.provider.door import Resource, error_of

if TYPE_CHECKING:
    from sandbox.world import World
    from tests.sandbox.provider.door import Door

VERSION = "2026-01-01"


def test_a_refresh_of_what_nobody_changed_leaves_the_inputs_as_written(door: Door, queue: Resource) -> None:
    found = door.refresh(queue)

    assert [found.id, found.inputs] == [queue.id, queue.inputs]
    assert {**found.outputs, "accessedAt": ""} == {**queue.outputs, "accessedAt": ""}


def test_a_refresh_finds_what_was_changed_behind_pulumi_s_back(door: Door, queue: Resource, world: World) -> None:
    world.call("PUT", queue.id, VERSION, {"properties": {"requiresSession": True, "maxDeliveryCount": 7}})

    found = door.refresh(queue)

    # The lock duration is PT1M as before, only written differently by the program.
    assert found.inputs == {**queue.inputs, "maxDeliveryCount": 7}
    assert found.outputs["maxDeliveryCount"] == 7


@pytest.mark.parametrize("gone", ["queue", "namespace", "group"])
def test_a_refresh_of_what_is_gone_answers_with_an_empty_id(
    door: Door,
    request: pytest.FixtureRequest,
    queue: Resource,
    gone: str,
) -> None:
    door.delete(request.getfixturevalue(gone))

    assert door.refresh(queue).id == ""


def test_an_import_takes_inputs_from_id_and_answer(door: Door, queue: Resource, where: dict[str, str]) -> None:
    found = door.read("servicebus:Queue", queue.id)

    assert found.id == queue.id
    expected = {**where, "queueName": "orders", "requiresSession": True, "lockDuration": "PT1M", "maxDeliveryCount": 10}
    assert {name: found.inputs.get(name) for name in expected} == expected
    assert "createdAt" not in found.inputs
    assert found.outputs["requiresSession"] is True


def test_imported_inputs_are_right_and_change_nothing(door: Door, queue: Resource) -> None:
    found = door.read("servicebus:Queue", queue.id)
    imported = Resource(type=queue.type, name="imported", id=found.id, inputs=found.inputs, outputs=found.outputs)

    checked = door.check("servicebus:Queue", "imported", found.inputs, old=found.inputs)

    assert checked.failures == []
    assert door.diff(imported, checked.inputs).changes == messages.DiffResponse.DIFF_NONE


def test_an_import_of_what_does_not_exist_answers_with_an_empty_id(door: Door, namespace: Resource) -> None:
    assert door.read("servicebus:Queue", f"{namespace.id}/queues/missing").id == ""


def test_an_import_with_another_type_s_id_is_refused(door: Door, namespace: Resource) -> None:
    with pytest.raises(grpc.RpcError, match="is not one of azure-native:servicebus:Queue"):
        door.read("servicebus:Queue", namespace.id)


def test_a_default_rule_that_is_gone_cannot_be_refreshed_while_its_subscription_stands(
    door: Door, subscription: dict[str, str], world: World
) -> None:
    rule = door.create("servicebus:DefaultRule", "default", filterType="SqlFilter", **subscription)
    world.call("DELETE", rule.id, VERSION)

    with pytest.raises(grpc.RpcError, match="even though its parent subscription still exists") as refused:
        door.refresh(rule)
    assert rule.id in error_of(refused.value)
    world.call("DELETE", rule.id.removesuffix("/rules/$Default"), VERSION)
    assert door.refresh(rule).id == ""
