"""Operations that are still going on: what a delayed call has begun, until the world's time says that it is done.

They stand in the world's file: every process sees them, and one whose caller died ends like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.azure.resource_id import ResourceId
    from sandbox.world.transaction import Transaction

_OPERATIONS = "operations"
"""The setting that says until when (as a timestamp) an operation goes on, by the key of its resource."""


def begin(id: ResourceId, seconds: float, view: Transaction) -> None:
    """Let an operation on a resource go on for that long."""
    now = view.now.timestamp()
    others = {key: end for key, end in (view.setting(_OPERATIONS) or {}).items() if end > now}
    view.set(_OPERATIONS, {**others, id.key: now + seconds})


def is_going_on(id: ResourceId, view: Transaction) -> bool:
    """Whether an operation on exactly that resource has begun and is not done yet."""
    end: float = (view.setting(_OPERATIONS) or {}).get(id.key, 0)
    return end > view.now.timestamp()
