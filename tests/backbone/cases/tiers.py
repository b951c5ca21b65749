"""Cases of tiers: rules about what a namespace's tier allows."""

from __future__ import annotations

from tests.backbone.case import Case, namespace
from tests.backbone.cases.parts import AFFINE, ORDERS, QUEUES, TOPICS, queue, subscription

CASES: dict[str, tuple[Case, ...]] = {
    "client_affinity_is_premium": (
        Case(
            wrong=namespace(topics=subscription(**AFFINE)),
            sentence=f"{TOPICS}.orders.subscriptions.s.isClientAffine: expected false in a Standard namespace, "
            "found true",
            right=(namespace(topics=subscription(isClientAffine=False)),),
        ),
    ),
    "capacity_is_premium": (
        Case(
            wrong=namespace(messagingUnits=1),
            sentence="backbone:namespace.messagingUnits: expected nothing in a Standard namespace, found 1. "
            "Set sku to Premium or leave messagingUnits out.",
            right=(namespace(sku="Premium", messagingUnits=1), namespace(messagingUnits=None)),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"other": {"partitions": 1}}},
            sentence="backbone:scaleUnits.other.partitions: expected nothing in a Standard namespace, found 1. "
            "Set sku to Premium or leave partitions out.",
            right=({"backbone:scaleUnits": {"other": {"sku": "Premium", "partitions": 1}}},),
        ),
    ),
    "messaging_units_fit_the_partitions": (
        Case(
            wrong=namespace(sku="Premium", messagingUnits=32, partitions=1),
            sentence="backbone:namespace.messagingUnits: expected one of 1, 2, 4, 8, 16 with partitions 1 "
            "(for example 1), found 32",
            right=(
                namespace(sku="Premium", messagingUnits=16, partitions=1),
                namespace(sku="Premium", messagingUnits=64, partitions=4),
                namespace(sku="Premium", partitions=4),
            ),
        ),
        Case(
            wrong=namespace(sku="Premium", messagingUnits=2, partitions=4),
            sentence="backbone:namespace.messagingUnits: expected one of 4, 8, 16, 32, 64 with partitions 4 "
            "(for example 4), found 2",
            right=(namespace(sku="Premium", messagingUnits=4, partitions=4),),
        ),
    ),
    "sizes_fit_the_tier": (
        Case(
            wrong=queue(maxSizeInMegabytes=10240),
            sentence=f"{QUEUES}.inbox.maxSizeInMegabytes: expected one of 1024, 2048, 3072, 4096, 5120 in a Standard "
            "namespace, found 10240",
            right=(queue(maxSizeInMegabytes=5120), queue("Premium", maxSizeInMegabytes=81920)),
        ),
    ),
    "message_sizes_are_premium": (
        Case(
            wrong=queue(maxMessageSizeInKilobytes=1024),
            sentence=f"{QUEUES}.inbox.maxMessageSizeInKilobytes: expected nothing in a Standard namespace, found 1024. "
            "Set sku to Premium or leave maxMessageSizeInKilobytes out.",
            right=(queue("Premium", maxMessageSizeInKilobytes=102400), queue(maxMessageSizeInKilobytes=None)),
        ),
    ),
    "express_is_standard": (
        Case(
            wrong=queue("Premium", enableExpress=True),
            sentence=f"{QUEUES}.inbox.enableExpress: expected false in a Premium namespace, found true",
            right=(queue(enableExpress=True), queue("Premium", enableExpress=False)),
        ),
    ),
    "partitioning_is_the_namespaces_on_premium": (
        Case(
            wrong=queue("Premium", enablePartitioning=True),
            sentence=f"{QUEUES}.inbox.enablePartitioning: expected false in a Premium namespace with partitions 1, "
            "found true",
            right=(
                queue(enablePartitioning=True),
                queue("Premium", enablePartitioning=False),
                namespace(sku="Premium", partitions=2, queues={"inbox": {"enablePartitioning": True}}),
            ),
        ),
        Case(
            wrong=namespace(sku="Premium", partitions=2, topics={"orders": {"enablePartitioning": False}}),
            sentence="backbone:namespace.topics.orders.enablePartitioning: expected true in a Premium namespace with "
            "partitions 2, found false",
            right=(namespace(sku="Premium", partitions=2, **ORDERS),),
        ),
    ),
}
