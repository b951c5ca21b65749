"""Subscriptions of topics.

Source: learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces/topics/subscriptions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.azure import timestamp
from sandbox.azure.constraint import Condition, Quota
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.servicebus import forwarding, gauges, names
from sandbox.azure.servicebus.default_rule import add_default_rule
from sandbox.azure.servicebus.documents import API_VERSIONS, JMS, PREMIUM_PARTITIONS, QUOTAS, entity_rule
from sandbox.azure.servicebus.entity import (
    AUTO_DELETE_ON_IDLE,
    DEFAULT_TIME_TO_LIVE,
    ENABLE_BATCHED_OPERATIONS,
    LOCK_DURATION,
    MAX_DELIVERY_COUNT,
    STATUS,
    USER_METADATA,
    body,
    flag,
)
from sandbox.azure.servicebus.tier import Tier, facts, namespace_of, partitions, tier
from sandbox.azure.servicebus.topic import SUBSCRIPTIONS

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

SESSION_FIXED = entity_rule(
    "subscription-session-fixed",
    text="Whether a subscription requires sessions is decided when it is created.",
    message="The value for RequiresSession property of an existing Subscription can't be changed.",
)
CLIENT_FIXED = entity_rule(
    "subscription-client-fixed",
    text="The client of a client-affine subscription, and whether it is shared, are decided when it is created.",
    message="The client-affine properties of an existing Subscription can't be changed.",
    source=JMS,
    wording="ours",
)
CLIENT_AFFINE_TIER = entity_rule(
    "subscription-client-affine-tier",
    text="Client-affine subscriptions (Java Message Service 2.0) exist on Premium only.",
    message="The property 'IsClientAffine' can't be set when creating a Subscription because the namespace "
    "'{namespace}' is using the '{tier}' Tier.",
    source=JMS,
    wording="ours",
)
CLIENT_AFFINE_PARTITIONS = entity_rule(
    "subscription-client-affine-partitions",
    text="A partitioned namespace has no client-affine subscriptions: Java Message Service is not supported there.",
    message="The property 'IsClientAffine' can't be set when creating a Subscription because the namespace "
    "'{namespace}' is partitioned.",
    source=PREMIUM_PARTITIONS,
    wording="ours",
)
SUBSCRIPTION_COUNT = entity_rule(
    "subscription-count",
    text="A topic has at most 2,000 subscriptions.",
    message="The maximum number of resources of type `Subscription` has been reached or exceeded.",
    source=QUOTAS,
    sub_code=40300,
    wording="ours",
)


def _add_default_rule(proposal: Proposal) -> None:
    if proposal.existing is None:
        add_default_rule(proposal)


SUBSCRIPTION = ResourceType(
    name=SUBSCRIPTIONS,
    answers_as="Microsoft.ServiceBus/namespaces/topics/subscriptions",
    api_versions=API_VERSIONS,
    naming=names.SUBSCRIPTION,
    body=body(
        {
            "isClientAffine": flag(),
            "clientAffineProperties": Property(
                kind=Kind.OBJECT,
                keeps=True,
                properties={
                    "clientId": Property(kind=Kind.STRING, fixed=CLIENT_FIXED),
                    "isDurable": Property(kind=Kind.BOOLEAN),
                    "isShared": Property(kind=Kind.BOOLEAN, fixed=CLIENT_FIXED),
                },
            ),
            "lockDuration": LOCK_DURATION,
            "requiresSession": replace(flag(), fixed=SESSION_FIXED),
            "defaultMessageTimeToLive": DEFAULT_TIME_TO_LIVE,
            "deadLetteringOnMessageExpiration": flag(),
            "deadLetteringOnFilterEvaluationExceptions": flag(default=True),
            "duplicateDetectionHistoryTimeWindow": Property(kind=Kind.DURATION, access=Access.IGNORED),
            "messageCount": gauges.MESSAGE_COUNT,
            "maxDeliveryCount": MAX_DELIVERY_COUNT,
            "status": STATUS,
            "enableBatchedOperations": ENABLE_BATCHED_OPERATIONS,
            "autoDeleteOnIdle": AUTO_DELETE_ON_IDLE,
            "forwardTo": forwarding.FORWARD_TO,
            "forwardDeadLetteredMessagesTo": forwarding.FORWARD_TO,
            "userMetadata": USER_METADATA,
            "countDetails": gauges.COUNT_DETAILS,
            **gauges.times(accessed=lambda resource, _: timestamp.render(resource.created_at)),
        }
    ),
    conditions=(
        Condition(
            rule=CLIENT_AFFINE_TIER,
            holds=lambda proposal: not proposal.properties["isClientAffine"] or tier(proposal) is Tier.PREMIUM,
            fields=facts,
        ),
        Condition(
            rule=CLIENT_AFFINE_PARTITIONS,
            holds=lambda proposal: not proposal.properties["isClientAffine"] or partitions(namespace_of(proposal)) <= 1,
            fields=facts,
        ),
        forwarding.NOT_FROM_SESSION,
        forwarding.NOT_TO_ITS_TOPIC,
        forwarding.TO_EXISTING,
    ),
    quotas=(
        Quota(
            rule=SUBSCRIPTION_COUNT,
            limit=lambda _: 2_000,
            scope=lambda proposal: proposal.id.ancestor(2),
            counted=(SUBSCRIPTIONS,),
        ),
    ),
    prepare=forwarding.outlive_idleness,
    written=_add_default_rule,
)
