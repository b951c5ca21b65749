"""Cases of entities: rules about queues and topics."""

from __future__ import annotations

from typing import Any

from tests.backbone.case import Case, namespace
from tests.backbone.cases.parts import QUEUES, queue

PARTITIONED: dict[str, Any] = {"enablePartitioning": True}


SHARED_EXPRESS: dict[str, Any] = {"enableExpress": True, "requiresDuplicateDetection": True}


def _queues(count: int, **keys: Any) -> dict[str, Any]:
    return {f"q{number}": keys for number in range(count)}


CASES: dict[str, tuple[Case, ...]] = {
    "the_session_queue_has_sessions": (
        Case(
            wrong=queue(name="Tracking", requiresSession=False),
            sentence=f"{QUEUES}.Tracking.requiresSession: expected true, because Tracking is the namespace's session "
            "queue, found false. Leave it out, or name another queue in queue.",
            right=(queue(name="tracking", requiresSession=True), queue(name="tracking2", requiresSession=False)),
        ),
    ),
    "express_goes_without_duplicate_detection": (
        Case(
            wrong=queue(**SHARED_EXPRESS),
            sentence=f"{QUEUES}.inbox.enableExpress: expected false with requiresDuplicateDetection true, found true",
            right=(
                queue(enableExpress=True, requiresDuplicateDetection=False),
                queue(enableExpress=False, requiresDuplicateDetection=True),
            ),
        ),
        Case(
            wrong=namespace(topics={"orders": SHARED_EXPRESS}),
            sentence="backbone:namespace.topics.orders.enableExpress: expected false with requiresDuplicateDetection "
            "true, found true",
            right=(namespace(topics={"orders": {"enableExpress": True}}),),
        ),
    ),
    "a_namespace_holds_its_entities": (
        Case(
            wrong=namespace(sku="Premium", queues=_queues(1000)),
            sentence=f"{QUEUES}: expected at most 1000 queues and topics in this namespace, found 1001. "
            "Move some to a scale unit.",
            right=(
                namespace(sku="Premium", queues=_queues(999)),
                namespace(sku="Premium", messagingUnits=2, queues=_queues(1999)),
                namespace(queues=_queues(1000)),
            ),
        ),
        Case(
            wrong=namespace(queues=_queues(10_000)),
            sentence=f"{QUEUES}: expected at most 10000 queues and topics in this namespace, found 10001. "
            "Move some to a scale unit.",
            right=(namespace(queues=_queues(9_999)),),
        ),
    ),
    "a_standard_namespace_holds_100_partitioned_entities": (
        Case(
            wrong=namespace(queues=_queues(100, **PARTITIONED), topics={"orders": PARTITIONED}),
            sentence=f"{QUEUES}: expected at most 100 partitioned queues and topics in a Standard namespace, found "
            "101. Move some to a scale unit.",
            right=(
                namespace(queues=_queues(99, **PARTITIONED), topics={"orders": PARTITIONED}),
                namespace(sku="Premium", partitions=2, queues=_queues(101, **PARTITIONED)),
            ),
        ),
    ),
}
