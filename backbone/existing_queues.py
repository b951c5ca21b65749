"""Queues that the stack did not make: which of them a QueueMappingId may lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone import naming
from backbone.arm_ids import ArmId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from backbone.looked import Looked
    from backbone.settings import Settings

QUEUE_READ = "Microsoft.ServiceBus/namespaces/queues/read"
NAMESPACE_READ = "Microsoft.ServiceBus/namespaces/read"
RECEIVING = frozenset({"Active", "ReceiveDisabled"})
"""The states in which a queue takes messages."""


@dataclass(frozen=True, kw_only=True)
class WantedQueue:
    """An existing queue that a mapping is to lead to.

    Attributes:
        mapping_id: The QueueMappingId, as written.
        id: The queue's resource id, as written.
    """

    mapping_id: str
    id: str

    @property
    def subscription(self) -> str:
        """The id of the subscription that it is in, in lower case."""
        return ArmId.parse(self.id).subscription.lower()

    @property
    def namespace_id(self) -> str:
        """The resource id of its namespace, as written."""
        return self.id.rpartition("/queues/")[0]


@dataclass(frozen=True, kw_only=True)
class FoundQueue:
    """An existing queue as Azure describes it.

    Attributes:
        id: Resource id, as Azure spells it.
        name: Its name in Resource Manager.
        host: Host name of its namespace, for clients.
    """

    id: str
    name: str
    host: str

    @property
    def grant_name(self) -> str:
        """The logical name of the function's right to send to it, which no queue of the stack can have."""
        return f"existing-{self.name}@{ArmId.parse(self.id).names[0]}-sender".lower()


def wanted(settings: Settings) -> tuple[WantedQueue, ...]:
    """The existing queues that the settings map, by QueueMappingId."""
    return tuple(
        WantedQueue(mapping_id=mapping_id, id=target.queue_id)
        for mapping_id, target in sorted(settings.mappings.items())
        if target.queue_id is not None
    )


def found(queue: Looked, namespace: Looked) -> FoundQueue:
    """What a mapping needs to know of a queue that nothing speaks against."""
    return FoundQueue(
        id=queue.resource["id"],
        name=queue.resource["name"],
        host=naming.host_of(namespace.resource["serviceBusEndpoint"]),
    )


def refusal(wanted: WantedQueue, queue: Looked, namespace: Looked, own: Mapping[str, str]) -> str:
    """Why a mapping may not lead to an existing queue; empty if it may.

    Args:
        wanted: The mapping.
        queue: The queue.
        namespace: Its namespace.
        own: The stack's own namespaces: their aliases by name in lower case.
    """
    reasons = " and ".join(_reasons(wanted, queue, namespace, own))
    if not reasons:
        return ""
    return (
        f"The QueueMappingId {wanted.mapping_id} cannot lead to {wanted.id}: {reasons}. Map it to another queue, or "
        f"withdraw it: set backbone:mappings.{wanted.mapping_id} to `disabled`."
    )


def _reasons(wanted: WantedQueue, queue: Looked, namespace: Looked, own: Mapping[str, str]) -> Iterator[str]:
    *_, name, entity = ArmId.parse(wanted.id).names
    if name.lower() in own:
        address = f"{entity.replace('~', '/')}@{own[name.lower()]}"
        yield f"it is in a namespace of this stack, of which what the stack file declares is mapped, as {address}"
    elif namespace.is_missing or queue.is_missing:
        yield "it does not exist"
    elif namespace.error or queue.error:
        yield from _unseen(NAMESPACE_READ, wanted.namespace_id, namespace)
        yield from _unseen(QUEUE_READ, wanted.id, queue)
    else:
        described = {**queue.resource, "tier": namespace.resource["sku"]["name"]}
        yield from (reason(described) for holds, reason in _AGAINST if holds(described))


def _unseen(action: str, id: str, looked: Looked) -> Iterator[str]:
    """What kept a look-up from telling."""
    if looked.is_forbidden:
        yield f"the deployer has no right to see it; it needs {action} on {id}, which the role Reader gives"
    elif looked.error:
        yield f"Azure did not say what it is ({looked.error})"


_AGAINST: tuple[tuple[Callable[[Mapping[str, Any]], bool], Callable[[Mapping[str, Any]], str]], ...] = (
    (lambda queue: queue["tier"] == "Basic", lambda _: "its namespace is of the tier Basic, which knows no sessions"),
    (lambda queue: not queue.get("requiresSession"), lambda _: "it is not session-enabled"),
    (lambda queue: bool(queue.get("forwardTo")), lambda queue: f"it forwards its messages to {queue['forwardTo']}"),
    (
        lambda queue: queue.get("status", "Active") not in RECEIVING,
        lambda queue: f"its status is {queue['status']}, so that nothing can be sent to it",
    ),
)
"""What speaks against a queue, and how it is said."""
