from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.world import AzureError
from tests.sandbox.provider.stage import Stage

if TYPE_CHECKING:
    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource

FLEX_CONFIGURATION = "Microsoft.Web/sites/config"
"""A Flex Consumption app reports settings that may not be sent back to it."""


def _is_writable(world: World, id: str) -> bool:
    try:
        world.drift.set(id, {})
    except AzureError:
        return False
    return True


def test_somebody_else_can_write_every_type_but_one_back_and_the_engine_sees_no_drift(
    door: Door, group: Resource, world: World
) -> None:
    stage = Stage(door, group)
    before = {name: door.refresh(resource).inputs for name, resource in stage.made.items()}

    refused = {each["type"] for each in world.resources() if not _is_writable(world, each["id"])}

    assert refused == {FLEX_CONFIGURATION}
    assert {name: door.refresh(resource).inputs for name, resource in stage.made.items()} == before
