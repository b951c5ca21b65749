"""The faults that are planned, in the world's file: whoever has its folder can plan one for whoever calls."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from sandbox.world.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.world.request import Request
    from sandbox.world.store import Store
    from sandbox.world.transaction import Transaction

_FAULTS = "faults"
"""The setting that holds what is left of the planned faults, oldest first."""


class Faults:
    """What will go wrong on purpose; one call is struck by one fault, the oldest that is for it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, fault: Fault) -> None:
        """Plan a fault."""
        with self._store.transaction(write=True) as view:
            _keep((*_planned(view), fault), view)

    def planned(self) -> tuple[Fault, ...]:
        """What is left of the faults, `times` of each counting what it will still strike."""
        with self._store.transaction(write=False) as view:
            return _planned(view)

    def clear(self) -> int:
        """Forget all faults; returns how many there were."""
        with self._store.transaction(write=True) as view:
            number = len(_planned(view))
            _keep((), view)
            return number

    def take(self, asked: Request) -> Fault | None:
        """The fault that strikes a call, if there is one; it is counted at once, whatever becomes of the call."""
        if not self._store.has(_FAULTS) or not any(fault.strikes(asked) for fault in self.planned()):
            return None
        with self._store.transaction(write=True) as view:
            planned = list(_planned(view))
            for index, fault in enumerate(planned):
                if fault.strikes(asked):
                    planned[index : index + 1] = [replace(fault, times=fault.times - 1)] if fault.times > 1 else []
                    _keep(planned, view)
                    return fault
        return None


def _planned(view: Transaction) -> tuple[Fault, ...]:
    return tuple(Fault(**{**each, "methods": tuple(each["methods"])}) for each in view.setting(_FAULTS) or ())


def _keep(faults: Iterable[Fault], view: Transaction) -> None:
    described: list[dict[str, Any]] = [asdict(fault) for fault in faults]
    view.set(_FAULTS, described)
