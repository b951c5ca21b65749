"""Too many calls at once: a namespace's credits, and operations that are in each other's way.

Sources: learn.microsoft.com/azure/service-bus-messaging/service-bus-throttling (the credits) and
…/service-bus-resource-manager-exceptions (the answers).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.gate import WRITING, Gate
from sandbox.azure.rule import Rule
from sandbox.azure.servicebus import documents
from sandbox.azure.servicebus.tier import Tier, tier_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.gate import Arrival
    from sandbox.azure.resource_id import ResourceId

CREDITS_PER_SECOND = 1_000
"""What a Basic or Standard namespace may spend; Premium has no such limit."""
CREDITS_OF_A_CALL = 10
"""What an operation of management costs, reading included."""

_CODE = "MessagingGatewayTooManyRequests"
THROTTLED = Rule(
    id="servicebus/throttled",
    text="A Basic or Standard namespace has 1,000 credits a second, and an operation of management costs 10.",
    source=documents.ARM_ERRORS,
    status=429,
    code=_CODE,
    message="SubCode=50004. The request was terminated because the namespace {namespace} is being throttled.",
    # What the data plane says of the same credits: "Please wait 2 seconds and try again".
    retry_after=2.0,
)
CONFLICT = Rule(
    id="servicebus/operation-in-progress",
    text="An entity is not written while an operation on it, or on what encloses it, is still going on.",
    source=documents.ARM_ERRORS,
    status=429,
    code=_CODE,
    message="SubCode=40901. Another conflicting operation is in progress.",
)


def _admit(arrival: Arrival) -> None:
    if arrival.id.names and not _has_credits(arrival):
        raise THROTTLED.refusal(namespace=arrival.id.names[0])
    if arrival.method in WRITING and any(map(arrival.in_progress, _lineage(arrival.id))):
        raise CONFLICT.refusal()


def _has_credits(arrival: Arrival) -> bool:
    """Take what the call costs; a namespace that is only being created has nothing to throttle yet."""
    namespace = arrival.view.find(arrival.id.ancestor(1))
    if namespace is None or tier_of(namespace) is Tier.PREMIUM:
        return True
    return arrival.meter.spend(namespace.id.key, CREDITS_OF_A_CALL, allowance=CREDITS_PER_SECOND, now=arrival.view.now)


def _lineage(id: ResourceId) -> Iterator[ResourceId]:
    """A resource and what encloses it, up to the namespace."""
    return (id.ancestor(depth) for depth in range(1, len(id.names) + 1))


GATE = Gate(admit=_admit, rules=(THROTTLED, CONFLICT))
"""What Service Bus asks of every call."""
