"""Queues that another Pulumi program made through a provider of its own are mapped, and it notices nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import OWNER, World
from tests.components import theirs
from tests.components.stacks import DEV
from tests.deployment import ROOT, deployment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.deployment import Deployment

SEND = "Microsoft.ServiceBus/namespaces/messages/send/action"
HUB = f"{theirs.ELSEWHERE}/resourceGroups/rg-hub"
TEAM = f"{theirs.HERE}/resourceGroups/rg-team"
PLATFORM = {
    "platform:group": "rg-team",
    "platform:sharedSubscription": theirs.ELSEWHERE.rpartition("/")[2],
    "platform:hub": "sb-hub",
    "platform:hubGroup": "rg-hub",
    "platform:clientSecret": "not-checked-here",
}
HUB_BUS = f"{HUB}/providers/Microsoft.ServiceBus/namespaces/sb-hub"


def _make_estate(world: World) -> str:
    """The groups and the hub, and a queue in the team's group; returns the queue's id."""
    bus = f"{TEAM}/providers/Microsoft.ServiceBus/namespaces/team-bus"
    sku = {"location": "northeurope", "sku": {"name": "Standard"}}
    for group in (TEAM, HUB):
        world.call("PUT", group, "2024-03-01", {"location": "northeurope"}, principal=OWNER)
    for namespace in (HUB_BUS, bus):
        world.call("PUT", namespace, theirs.BUS_VERSION, sku, principal=OWNER)
    theirs.make_queue(world, f"{bus}/queues/orders", **theirs.SESSIONS)
    return f"{bus}/queues/orders"


def _config(**mappings: str) -> dict[str, Any]:
    existing = {"resourceGroup": "rg-team", "suffix": "a1b2c3"}
    return {**DEV, "backbone:existing": existing, "backbone:mappings": mappings}


def test_a_queue_of_another_program_and_one_in_the_stack_s_own_group_are_mapped_and_stay_as_they_are(
    deploy: Callable[[Mapping[str, Any]], Deployment], tmp_path: Path
) -> None:
    stack = deploy(DEV)
    near = _make_estate(stack.world)
    root = tmp_path / "theirs"
    root.mkdir()
    home = stack.engine.workspace.home
    program = ROOT / "tests" / "programs" / "platform"
    with deployment(root, PLATFORM, program=program, world_of=lambda _: World(home)) as platform:
        platform.up()
        held = {each["id"]: each["body"] for each in stack.world.resources()}
        (far,) = (
            each for each in held if each.startswith(f"{HUB_BUS}/queues/") and "/providers/Microsoft.Auth" not in each
        )

        stack.up(_config(far=far, near=near))
        for queue in (far, near):
            assert stack.world.may("function", SEND, queue).allowed
            assert not stack.world.may("function", SEND, queue.rpartition("/queues/")[0]).allowed
        platform.succeed("preview", "--refresh", "--expect-no-changes")
        after = {each["id"]: each["body"] for each in stack.world.resources()}
        assert {key: after[key] for key in held} == held
