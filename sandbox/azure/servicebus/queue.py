"""Queues.

Source: learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces/queues.
"""

from __future__ import annotations

from dataclasses import replace

from sandbox.azure.resource_type import ResourceType
from sandbox.azure.servicebus import basic, forwarding, gauges, names, storage
from sandbox.azure.servicebus.documents import API_VERSIONS, entity_rule
from sandbox.azure.servicebus.entity import (
    AUTO_DELETE_ON_IDLE,
    DEFAULT_TIME_TO_LIVE,
    DUPLICATE_DETECTION_WINDOW,
    ENABLE_BATCHED_OPERATIONS,
    LOCK_DURATION,
    MAX_DELIVERY_COUNT,
    STATUS,
    USER_METADATA,
    body,
    flag,
)
from sandbox.azure.servicebus.message_size import MAX_MESSAGE_SIZE

SESSION_FIXED = entity_rule(
    "queue-session-fixed",
    text="Whether a queue requires sessions is decided when it is created.",
    message="The value for RequiresSession property of an existing Queue can't be changed.",
)
DUPLICATES_FIXED = entity_rule(
    "queue-duplicate-detection-fixed",
    text="Whether a queue detects duplicates is decided when it is created.",
    message="The value for the 'requiresDuplicateDetection' property of an existing Queue can't be changed.",
)
PARTITIONING_FIXED = entity_rule(
    "queue-partitioning-fixed",
    text="Whether a queue is partitioned is decided when it is created.",
    message="Partitioning can't be changed for Queue.",
)

QUEUE = ResourceType(
    name=storage.QUEUES,
    answers_as="Microsoft.ServiceBus/namespaces/queues",
    api_versions=API_VERSIONS,
    naming=names.ENTITY,
    claim=storage.CLAIM,
    body=body(
        {
            "maxMessageSizeInKilobytes": MAX_MESSAGE_SIZE,
            "lockDuration": LOCK_DURATION,
            "maxSizeInMegabytes": storage.MAX_SIZE,
            "requiresDuplicateDetection": replace(flag(), fixed=DUPLICATES_FIXED),
            "requiresSession": replace(flag(), fixed=SESSION_FIXED),
            "defaultMessageTimeToLive": DEFAULT_TIME_TO_LIVE,
            "deadLetteringOnMessageExpiration": flag(),
            "enableBatchedOperations": ENABLE_BATCHED_OPERATIONS,
            "duplicateDetectionHistoryTimeWindow": DUPLICATE_DETECTION_WINDOW,
            "maxDeliveryCount": MAX_DELIVERY_COUNT,
            "sizeInBytes": gauges.SIZE_IN_BYTES,
            "messageCount": gauges.MESSAGE_COUNT,
            "status": STATUS,
            "autoDeleteOnIdle": AUTO_DELETE_ON_IDLE,
            "enablePartitioning": replace(storage.ENABLE_PARTITIONING, fixed=PARTITIONING_FIXED),
            "enableExpress": flag(),
            "forwardTo": forwarding.FORWARD_TO,
            "forwardDeadLetteredMessagesTo": forwarding.FORWARD_TO,
            "userMetadata": USER_METADATA,
            "countDetails": gauges.COUNT_DETAILS,
            **gauges.times(),
        }
    ),
    conditions=(
        basic.BASIC,
        *storage.CONDITIONS,
        forwarding.NOT_FROM_SESSION,
        forwarding.NOT_TO_ITSELF,
        forwarding.TO_EXISTING,
    ),
    quotas=storage.LIMITS,
    prepare=forwarding.outlive_idleness,
)
