"""How one call is answered: the faults that are planned for it, then every decision in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from sandbox.azure import catalogue
from sandbox.azure.authorization.lock import require_unlocked
from sandbox.azure.error import AzureError
from sandbox.azure.gate import WRITING, Arrival
from sandbox.azure.meter import Meter
from sandbox.world import access, operations, progress, registration, request

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.world.fault import Fault
    from sandbox.world.faults import Faults
    from sandbox.world.operations import Answer
    from sandbox.world.store import Store
    from sandbox.world.transaction import Transaction

_READING = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, kw_only=True)
class ResourceManager:
    """Answers the calls of one process on a world."""

    store: Store
    faults: Faults
    wait: Callable[[float], None]
    """Lets that many seconds of a delay pass."""
    meter: Meter = field(default_factory=Meter)

    def answer(self, asked: request.Request, principal: str, written: Callable[[Answer], None]) -> Answer:
        """The answer to a call, or `AzureError`; `written` is told of it before it is kept for good."""
        fault = self.faults.take(asked)
        if fault is None:
            return self._work(asked, principal, written)
        if fault.status is None:
            answer = self._work(asked, principal, written, lasting=fault.delay)
            self.wait(fault.delay)
            return answer
        if fault.loses_answer:
            self._work_unseen(asked, principal, fault)
        self.wait(fault.delay)
        raise fault.refusal(asked)

    def _work(
        self, asked: request.Request, principal: str, written: Callable[[Answer], None], *, lasting: float = 0.0
    ) -> Answer:
        with self.store.transaction(write=asked.method not in _READING) as view:
            answer = self._decide(asked, view, principal)
            if lasting and asked.method in WRITING:
                progress.begin(asked.id, lasting, view)
            written(answer)
            return answer

    def _work_unseen(self, asked: request.Request, principal: str, fault: Fault) -> None:
        """Carry a call out whose caller will not hear what became of it, be it done or refused."""
        try:
            self._work(asked, principal, lambda _: None, lasting=fault.delay)
        except AzureError:
            return

    def _decide(self, asked: request.Request, view: Transaction, principal: str) -> Answer:
        caller = access.caller(principal, view)
        access.require(caller, asked, view)
        registration.require(asked.type.provider, asked.id.subscription, view)
        request.require_surroundings(asked, view)
        require_unlocked(asked.method, asked.id, view)
        self._admit(asked, view)
        match asked.method:
            case "GET" | "HEAD":
                return operations.read(asked, view)
            case "DELETE":
                return operations.delete(asked, view, caller.object_id)
            case "POST":
                return operations.act(asked, view)
            case _:
                return operations.write(asked, view, caller.object_id)

    def _admit(self, asked: request.Request, view: Transaction) -> None:
        gate = catalogue.GATES.get(asked.type.provider.lower())
        if gate:
            arrival = Arrival(
                method=asked.method,
                id=asked.id,
                view=view,
                meter=self.meter,
                in_progress=partial(progress.is_going_on, view=view),
            )
            gate.admit(arrival)
