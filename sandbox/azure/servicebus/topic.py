"""Topics.

Source: learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces/topics.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition
from sandbox.azure.property import Kind
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.servicebus import gauges, names, storage
from sandbox.azure.servicebus.documents import API_VERSIONS, entity_rule
from sandbox.azure.servicebus.entity import (
    AUTO_DELETE_ON_IDLE,
    DEFAULT_TIME_TO_LIVE,
    DUPLICATE_DETECTION_WINDOW,
    ENABLE_BATCHED_OPERATIONS,
    STATUS,
    USER_METADATA,
    body,
    flag,
)
from sandbox.azure.servicebus.message_size import MAX_MESSAGE_SIZE
from sandbox.azure.servicebus.tier import Tier, facts, tier

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

SUBSCRIPTIONS = "Microsoft.ServiceBus/namespaces/topics/subscriptions"

TOPICS_ON_BASIC = entity_rule(
    "topic-basic-tier",
    text="Basic has no topics.",
    message="Cannot operate on type Topic because the namespace '{namespace}' is using 'Basic' tier.",
)
DUPLICATES_FIXED = entity_rule(
    "topic-duplicate-detection-fixed",
    text="Whether a topic detects duplicates is decided when it is created.",
    message="The value for the 'requiresDuplicateDetection' property of an existing Topic can't be changed.",
)
PARTITIONING_FIXED = entity_rule(
    "topic-partitioning-fixed",
    text="Whether a topic is partitioned is decided when it is created.",
    message="Partitioning can't be changed for Topic.",
)


def _is_ordered(proposal: Proposal) -> bool:
    """Order is supported by default, and not over partitions."""
    return not proposal.properties["enablePartitioning"]


def _subscription_count(topic: Resource, view: View) -> int:
    return view.count(topic.id, SUBSCRIPTIONS, {})


TOPIC = ResourceType(
    name=storage.TOPICS,
    answers_as="Microsoft.ServiceBus/namespaces/topics",
    api_versions=API_VERSIONS,
    naming=names.ENTITY,
    claim=storage.CLAIM,
    body=body(
        {
            "maxMessageSizeInKilobytes": MAX_MESSAGE_SIZE,
            "defaultMessageTimeToLive": DEFAULT_TIME_TO_LIVE,
            "maxSizeInMegabytes": storage.MAX_SIZE,
            "requiresDuplicateDetection": replace(flag(), fixed=DUPLICATES_FIXED),
            "duplicateDetectionHistoryTimeWindow": DUPLICATE_DETECTION_WINDOW,
            "enableBatchedOperations": ENABLE_BATCHED_OPERATIONS,
            "sizeInBytes": gauges.SIZE_IN_BYTES,
            "status": STATUS,
            "autoDeleteOnIdle": AUTO_DELETE_ON_IDLE,
            "enablePartitioning": replace(storage.ENABLE_PARTITIONING, fixed=PARTITIONING_FIXED),
            "supportOrdering": flag(default=_is_ordered),
            "enableExpress": flag(),
            "userMetadata": USER_METADATA,
            "subscriptionCount": gauges.gauge(Kind.INTEGER, _subscription_count),
            "countDetails": gauges.COUNT_DETAILS,
            **gauges.times(),
        }
    ),
    conditions=(
        Condition(rule=TOPICS_ON_BASIC, holds=lambda proposal: tier(proposal) is not Tier.BASIC, fields=facts),
        *storage.CONDITIONS,
    ),
    quotas=storage.LIMITS,
)
