from __future__ import annotations

from typing import TYPE_CHECKING

import grpc
import pytest

from sandbox.world import DEFAULT_SUBSCRIPTION
from tests.sandbox.provider.door import error_of

if TYPE_CHECKING:
    from tests.sandbox.provider.door import Door, Resource

LEVEL = {"level": "CanNotDelete", "notes": "ours"}


def _lock(door: Door, kind: str, queue: Resource, group: Resource) -> Resource:
    match kind:
        case "ByScope":
            return door.create("authorization:ManagementLockByScope", "keep", scope=queue.id, **LEVEL)
        case "AtResourceGroupLevel":
            name = group.outputs["name"]
            return door.create(f"authorization:ManagementLock{kind}", "keep", resourceGroupName=name, **LEVEL)
        case _:
            return door.create(f"authorization:ManagementLock{kind}", "keep", **LEVEL)


@pytest.mark.parametrize("kind", ["ByScope", "AtResourceGroupLevel", "AtSubscriptionLevel"])
def test_a_lock_is_made_read_changed_and_deleted_and_meanwhile_holds(
    door: Door, queue: Resource, group: Resource, kind: str
) -> None:
    lock = _lock(door, kind, queue, group)
    held = {"ByScope": queue.id, "AtResourceGroupLevel": group.id}.get(kind, f"/subscriptions/{DEFAULT_SUBSCRIPTION}")
    with pytest.raises(grpc.RpcError) as refused:
        door.delete(queue)

    assert lock.id == f"{held}/providers/Microsoft.Authorization/locks/{lock.outputs['name']}"
    assert lock.outputs["name"].startswith("keep")
    assert {name: lock.outputs[name] for name in LEVEL} == LEVEL
    assert door.refresh(lock).inputs == lock.inputs
    assert door.update(lock, {**lock.inputs, "notes": "still ours"})["notes"] == "still ours"
    assert error_of(refused.value) == (
        f'Status=409 Code="ScopeLocked" Message="The scope \'{queue.id}\' cannot perform delete operation because '
        f"following scope(s) are locked: '{held}'. Please remove the lock and try again.\""
    )
    door.delete(lock)
    assert door.refresh(lock).id == ""
    door.delete(queue)
    assert door.refresh(queue).id == ""
