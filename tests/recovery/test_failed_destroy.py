"""A destroy that fails half-way: the next `up` makes the stack whole again, and a last destroy leaves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import Fault
from tests.components.stacks import DEV

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

SHIPMENTS = {"shipments": {"rules": {"created": {"sqlFilter": "entity = 'Shipment'"}}}}
POINTS = (
    "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
    "Microsoft.ServiceBus/namespaces/topics/subscriptions",
    "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.Resources/resourceGroups",
)
"""Types of which a deletion fails, from what goes first to what goes last."""
GO = ("--yes", "--skip-preview")


def _stack(subscriptions: Mapping[str, Any]) -> dict[str, Any]:
    return {**DEV, "backbone:namespace": {"topics": {"orders": {"subscriptions": subscriptions}}}}


def _types(stack: Deployment) -> set[str]:
    return {str(each["type"]) for each in stack.world.resources()}


def _id(stack: Deployment, ending: str) -> str:
    (found,) = (str(each["id"]) for each in stack.world.resources() if each["id"].endswith(ending))
    return found


def test_a_stack_whose_destroy_failed_is_made_whole_by_the_next_up(deploy: Deploy, subtests: pytest.Subtests) -> None:
    stack = deploy(_stack(SHIPMENTS))
    stack.up()
    types, vault = _types(stack), stack.outputs()["vaultUri"]
    for point in POINTS:
        with subtests.test(point):
            stack.world.faults.add(Fault(methods=("DELETE",), type=point, status=409))
            assert 'Code="Conflict"' in stack.fail("destroy", *GO)
            stack.up()
            assert _types(stack) == types
            assert stack.outputs()["vaultUri"] == vault
    stack.succeed("up", *GO, "--expect-no-changes")
    stack.succeed("destroy", *GO)
    assert stack.world.resources() == []


def test_what_a_lock_has_kept_is_still_known_when_the_lock_is_gone(deploy: Deploy) -> None:
    stack = deploy(_stack(SHIPMENTS))
    stack.up()
    queue = _id(stack, "/queues/tracking")
    stack.world.drift.lock(queue, "ReadOnly")
    assert "ScopeLocked" in stack.fail("destroy", *GO)
    stack.world.drift.unlock(queue)
    stack.up()

    subscription = _id(stack, "/subscriptions/shipments")
    made = stack.world.resources()
    stack.world.drift.lock(subscription)
    stack.configure(_stack({}))
    assert "ScopeLocked" in stack.fail("up", *GO)
    stack.world.drift.unlock(subscription)
    stack.up(_stack(SHIPMENTS))
    assert {each["id"] for each in stack.world.resources()} == {each["id"] for each in made}
    stack.succeed("up", *GO, "--expect-no-changes")
