"""An `up` of the whole backbone that is killed again and again: nothing is made twice, nothing is left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backbone.recovery.identify import Identifier
from tests.components.stacks import DEV
from tests.deployment import deployment
from tests.graph import graph
from tests.recovery.fragile import Patient, patient
from tests.recovery.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

POINTS = 10
WITH_PARENT = ("/basicpublishingcredentialspolicies/", "/config/")
"""What Azure makes together with its parent is made part of the stack by the next `up`, not by recovery."""

BEFORE: dict[str, Any] = {
    **DEV,
    "backbone:namespace": {"queues": {"orders": {"requiresSession": True}, "flips": {}, "archive": {}}},
    "backbone:mappings": {"orders": "orders@main"},
}
AFTER: dict[str, Any] = {
    **DEV,
    "backbone:namespace": {
        "queues": {
            "orders": {"requiresSession": True, "maxDeliveryCount": 20},
            "flips": {"requiresSession": True},
            **{f"more-{number}": {"requiresSession": True} for number in range(4)},
        }
    },
    "backbone:mappings": {"orders": "orders@main", **{f"more-{number}": f"more-{number}@main" for number in range(4)}},
    "backbone:alerts": {"emails": ["operations@example.com"]},
    "backbone:network": {"privateEndpoints": ["vault", "storage"]},
}
"""More of most, another setting of one queue, one queue replaced, one gone."""


def test_a_fresh_install_killed_at_ten_points_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    folders = _folders(tmp_path)
    with patient(folders[0], DEV) as killed:
        _kill_and_recover(killed, writes=3)
        _assert_as_undisturbed(killed, folders[1], DEV)


def test_a_change_killed_at_ten_points_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    folders = _folders(tmp_path)
    with patient(folders[0], BEFORE) as killed:
        killed.stack.up()
        killed.stack.configure(AFTER)
        _kill_and_recover(killed, writes=3)
        _assert_as_undisturbed(killed, folders[1], AFTER)


def _folders(root: Path) -> list[Path]:
    folders = [root / "killed", root / "undisturbed"]
    for folder in folders:
        folder.mkdir()
    return folders


def _kill_and_recover(killed: Patient, *, writes: int) -> None:
    """Kill ten times, by turns before Azure has kept the last write and after, each time some writes further on."""
    for point in range(POINTS):
        killed.kill_up(at=writes, keep=point % 2 == 0)
        killed.recover()
        _assert_nothing_is_lost(killed)


def _assert_nothing_is_lost(killed: Patient) -> None:
    """What was asked for and is there stands in the state, and what stands there is there."""
    held, there = killed.in_state(), killed.in_azure()
    assert held <= there
    assert {each for each in there - held if not any(part in each for part in WITH_PARENT)} == set()


def _assert_every_id_could_have_been_told(killed: Patient) -> None:
    held = killed.stack.state()
    identifier = Identifier(resources=held, subscription=killed.world.subscription)
    for resource in held:
        if resource["type"].startswith("azure-native:"):
            assert identifier.id_of(resource).lower() == str(resource["id"]).lower()


def _assert_as_undisturbed(killed: Patient, folder: Path, config: Mapping[str, Any]) -> None:
    assert killed.recover() == "stack test: nothing to recover\n"
    killed.stack.up()
    assert killed.stack.steps() == []
    _assert_every_id_could_have_been_told(killed)
    with deployment(folder, config) as undisturbed:
        undisturbed.up()
        assert likeness(killed.stack) == likeness(undisturbed)
        assert graph(killed.stack) == graph(undisturbed)
