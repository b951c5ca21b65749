"""Rules about queues and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits
from backbone.settings.checks.rule import Check, Conflict, namespaces
from backbone.settings.sku import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.tree import Settings


def the_session_queue_has_sessions(settings: Settings) -> Iterator[Conflict]:
    """The queue that `queue` names keeps the order of sessions, so it cannot do without them."""
    for placed in namespaces(settings):
        name = placed.settings.queue
        if placed.settings.queues[name].requires_session is False:
            yield Conflict(
                path=(*placed.path, "queues", name, "requiresSession"),
                expected=f"true, because {name} is the namespace's session queue",
                found="false",
                message="Leave it out, or name another queue in queue.",
                given=((*placed.path, "queue"),),
            )


def express_goes_without_duplicate_detection(settings: Settings) -> Iterator[Conflict]:
    """Azure refuses a queue or topic that is express and detects duplicates."""
    for placed in namespaces(settings):
        for kind, entities in (("queues", placed.settings.queues), ("topics", placed.settings.topics)):
            for name, entity in entities.items():
                if entity.enable_express and entity.requires_duplicate_detection:
                    yield Conflict(
                        path=(*placed.path, kind, name, "enableExpress"),
                        expected="false with requiresDuplicateDetection true",
                        found="true",
                    )


def a_namespace_holds_its_entities(settings: Settings) -> Iterator[Conflict]:
    """A Standard namespace holds 10,000 queues and topics, a Premium one 1,000 for each messaging unit."""
    for placed in namespaces(settings):
        units = (*placed.path, "messagingUnits")
        count = len(placed.settings.queues) + len(placed.settings.topics)
        room = limits.ENTITIES_PER_STANDARD_NAMESPACE
        if placed.settings.sku is Sku.PREMIUM:
            room = limits.ENTITIES_PER_MESSAGING_UNIT * (placed.settings.messaging_units or 1)
        if count > room:
            yield Conflict(
                path=(*placed.path, "queues"),
                expected=f"at most {room} queues and topics in this namespace",
                found=str(count),
                message="Move some to a scale unit.",
                given=((*placed.path, "sku"), units),
                follows=(units,) if placed.settings.sku is Sku.PREMIUM else (),
            )


def a_standard_namespace_holds_100_partitioned_entities(settings: Settings) -> Iterator[Conflict]:
    """A Standard namespace holds 100 partitioned queues and topics."""
    for placed in namespaces(settings):
        count = _partitioned(placed.settings)
        if placed.settings.sku is Sku.STANDARD and count > limits.PARTITIONED_ENTITIES_PER_NAMESPACE:
            yield Conflict(
                path=(*placed.path, "queues"),
                expected=f"at most {limits.PARTITIONED_ENTITIES_PER_NAMESPACE} partitioned queues and topics in a "
                "Standard namespace",
                found=str(count),
                message="Move some to a scale unit.",
                given=((*placed.path, "sku"),),
            )


def _partitioned(namespace: NamespaceSettings) -> int:
    queues = sum(queue.enable_partitioning is True for queue in namespace.queues.values())
    return queues + sum(topic.enable_partitioning is True for topic in namespace.topics.values())


CHECKS: tuple[Check, ...] = (
    the_session_queue_has_sessions,
    express_goes_without_duplicate_detection,
    a_namespace_holds_its_entities,
    a_standard_namespace_holds_100_partitioned_entities,
)
