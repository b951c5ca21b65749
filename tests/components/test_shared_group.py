"""Two installations in one existing resource group: neither is in the way of the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox.world import World
from tests.components.platform import EXISTING, make_platform
from tests.deployment import deployment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.deployment import Deployment


def _config(suffix: str) -> dict[str, Any]:
    """With a network of its own, as a subnet for functions is used for nothing else."""
    existing = {key: value for key, value in EXISTING["backbone:existing"].items() if not key.endswith("SubnetId")}
    units = {"shipments": {"resourceGroup": "rg-shipments"}}
    return {**EXISTING, "backbone:existing": existing | {"suffix": suffix}, "backbone:scaleUnits": units}


def _ids(stack: Deployment) -> set[str]:
    return {each["id"] for each in stack.world.resources()}


def _destroy(stack: Deployment) -> None:
    """In an existing resource group the network goes by itself, once Azure has let go of the function's subnet."""
    assert "InUseSubnetCannotBeDeleted" in stack.fail("destroy", "--yes", "--skip-preview")
    stack.world.advance(timedelta(hours=2))
    stack.succeed("destroy", "--yes", "--skip-preview")


def test_two_installations_share_resource_groups_and_one_goes_without_the_other(tmp_path: Path) -> None:
    for name in ("azure", "one1", "two2"):
        (tmp_path / name).mkdir()
    with deployment(tmp_path / "one1", _config("one1"), world_of=lambda _: World(tmp_path / "azure")) as stack:
        make_platform(stack.world)
        theirs = _ids(stack)
        stack.up()
        first = _ids(stack)
    with deployment(tmp_path / "two2", _config("two2"), world_of=lambda _: World(tmp_path / "azure")) as stack:
        stack.up()
        assert len(_ids(stack) - first) == len(first - theirs)
        _destroy(stack)
        assert _ids(stack) == first
