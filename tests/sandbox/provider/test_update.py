from __future__ import annotations

import grpc
import pytest
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider.wire import UNKNOWN
from tests.sandbox.provider.door import Door, Resource, error_of


def test_a_preview_of_an_update_knows_name_and_location(door: Door, namespace: Resource) -> None:
    found = door.update(namespace, {**namespace.inputs, "tags": {"a": "b"}}, preview=True)

    assert [found["name"], found["location"], found["tags"]] == [
        namespace.outputs["name"],
        namespace.outputs["location"],
        {"a": "b"},
    ]
    assert found["serviceBusEndpoint"] == UNKNOWN


def test_an_update_replaces_the_whole_entity(door: Door, queue: Resource) -> None:
    inputs = {name: value for name, value in queue.inputs.items() if name != "lockDuration"}

    found = door.update(queue, {**inputs, "maxDeliveryCount": 3})

    assert [found["maxDeliveryCount"], found["lockDuration"], found["requiresSession"]] == [3, "PT1M", True]


def test_a_change_that_the_provider_lets_pass_is_refused_by_azure(door: Door, subscription: dict[str, str]) -> None:
    made = door.create("servicebus:Subscription", "plain", **{**subscription, "subscriptionName": "plain"})
    changed = {**made.inputs, "requiresSession": True}

    assert list(door.diff(made, changed).replaces) == []
    with pytest.raises(grpc.RpcError) as refused:
        door.update(made, changed)

    assert error_of(refused.value).startswith('Status=400 Code="')


def test_the_diff_of_an_unchanged_resource_is_empty(door: Door, queue: Resource) -> None:
    found = door.diff(queue, queue.inputs)

    assert found == messages.DiffResponse(changes=messages.DiffResponse.DIFF_NONE)


def test_the_diff_of_a_changed_resource_names_the_leaf_paths(door: Door, namespace: Resource) -> None:
    found = door.diff(namespace, {**namespace.inputs, "sku": {"name": "Premium"}, "location": "uksouth"})

    kinds = {path: messages.PropertyDiff.Kind.Name(each.kind) for path, each in found.detailedDiff.items()}
    assert found.changes == messages.DiffResponse.DIFF_SOME
    assert kinds == {"sku.name": "UPDATE", "location": "UPDATE_REPLACE"}
    assert all(each.inputDiff for each in found.detailedDiff.values())
    assert [list(found.diffs), list(found.replaces)] == [["location", "sku"], ["location"]]
    # The name was made up, so the new one can be created first.
    assert not found.deleteBeforeReplace


def test_ignored_changes_are_left_out(door: Door, queue: Resource) -> None:
    found = door.diff(queue, {**queue.inputs, "lockDuration": "PT2M"}, ignore=("lockDuration",))

    assert found.changes == messages.DiffResponse.DIFF_NONE
