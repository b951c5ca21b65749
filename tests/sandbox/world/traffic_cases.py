"""Cases of too many calls at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.world import Fault
from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import LISTENER, STANDARD, queue

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

INBOX = queue("inbox")
CALLS_PER_SECOND = 100


def _spend_the_coming_second(azure: Scenery) -> None:
    """Make as many calls as a second allows, in the second in which the refused call comes."""
    azure.clock.pass_by(seconds=1)
    for _ in range(CALLS_PER_SECOND):
        azure.get(INBOX)
    azure.clock.pass_by(seconds=-1)


def _write_for_a_minute(azure: Scenery) -> None:
    azure.world.faults.add(Fault(methods=("PUT",), delay=60))
    azure.put(INBOX)


CASES = (
    Case(
        rule="servicebus/throttled",
        accepted=(put(LISTENER), Call(method="GET", id=LISTENER)),
        prepare=_spend_the_coming_second,
        refused=put(LISTENER),
        message="SubCode=50004. The request was terminated because the namespace standard-bus is being throttled.",
    ),
    Case(
        rule="servicebus/operation-in-progress",
        accepted=(put(INBOX), put(INBOX)),
        prepare=_write_for_a_minute,
        refused=put(INBOX),
        message="SubCode=40901. Another conflicting operation is in progress.",
    ),
    Case(
        rule="servicebus/operation-in-progress",
        accepted=(put(f"{INBOX}/authorizationRules/r", {"properties": {"rights": ["Send"]}}),),
        prepare=_write_for_a_minute,
        refused=Call(method="DELETE", id=f"{INBOX}/authorizationRules/r"),
        message="SubCode=40901. Another conflicting operation is in progress.",
    ),
    Case(
        rule="servicebus/operation-in-progress",
        accepted=(Call(method="DELETE", id=f"{STANDARD}/topics/orders"),),
        prepare=_write_for_a_minute,
        refused=Call(method="DELETE", id=INBOX),
        message="SubCode=40901. Another conflicting operation is in progress.",
    ),
)
