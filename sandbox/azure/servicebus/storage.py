"""Properties and rules of the entities that store messages: queues and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition, Constraint, Quota
from sandbox.azure.property import Kind, Property
from sandbox.azure.resource_type import Claim
from sandbox.azure.servicebus.documents import (
    ARM_ERRORS,
    PREMIUM,
    PREMIUM_PARTITIONS,
    QUOTAS,
    entity_rule,
)
from sandbox.azure.servicebus.names import entity_claim
from sandbox.azure.servicebus.tier import (
    Tier,
    facts,
    messaging_units,
    namespace_at,
    namespace_of,
    partitions,
    tier,
    tier_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

QUEUES = "Microsoft.ServiceBus/namespaces/queues"
TOPICS = "Microsoft.ServiceBus/namespaces/topics"
SIZE_ALLOWED = entity_rule(
    "max-size",
    text="An entity's size is 1 to 5 GB, and on Premium also 10, 20, 40 or 80 GB.",
    message="The specified value {value} is invalid. The property 'MaxSizeInMegabytes', must be one of the following "
    "values: {sizes}.",
)
EXPRESS_PREMIUM = entity_rule(
    "express-premium",
    text="Express entities do not exist on Premium.",
    message="The property 'EnableExpress' can't be set because the namespace '{namespace}' is using the 'Premium' "
    "Tier.",
    source=PREMIUM,
    wording="ours",
)
EXPRESS_DUPLICATES = entity_rule(
    "express-duplicate-detection",
    text="An express entity cannot detect duplicates.",
    message="Both DelayedPersistence and RequiresDuplicateDetection property can't be enabled together.",
)
PARTITIONING_PREMIUM = entity_rule(
    "partitioning-premium",
    text="On Premium an entity is partitioned exactly if the namespace has more than one partition.",
    message="The property 'EnablePartitioning' must be {expected} because the namespace '{namespace}' has "
    "{partitions} partition(s).",
    source=PREMIUM_PARTITIONS,
    wording="ours",
)
PARTITIONED_COUNT = entity_rule(
    "partitioned-count",
    text="A Basic or Standard namespace has at most 100 partitioned entities.",
    message="The maximum number of resources of type `EnablePartioning == true` has been reached or exceeded.",
    source=ARM_ERRORS,
    sub_code=40300,
)
ENTITY_COUNT = entity_rule(
    "entity-count",
    text="A Basic or Standard namespace has at most 10,000 queues and topics, a Premium one 1,000 per messaging unit.",
    message="The maximum number of resources of type `Entity` has been reached or exceeded.",
    source=QUOTAS,
    sub_code=40300,
    wording="ours",
)
NAME_TAKEN = entity_rule(
    "entity-name-taken",
    text="A queue and a topic of one namespace cannot have the same name.",
    message="Bad Request.",
    source="https://github.com/hashicorp/terraform-provider-azurerm/issues/28576",
)
_SIZES = (1024, 2048, 3072, 4096, 5120)
_PREMIUM_SIZES = (*_SIZES, 10240, 20480, 40960, 81920)


def _sizes(proposal: Proposal) -> tuple[int, ...]:
    return _PREMIUM_SIZES if tier(proposal) is Tier.PREMIUM else _SIZES


def _size_facts(proposal: Proposal) -> Mapping[str, object]:
    return {"sizes": ";".join(map(str, _sizes(proposal)))}


def _is_premium(proposal: Proposal) -> bool:
    return tier(proposal) is Tier.PREMIUM


def _reported_size(resource: Resource, view: View) -> int:
    """Outside Premium a partitioned entity reports the sum of its 16 partitions (service-bus-partitioning)."""
    size: int = resource.properties["maxSizeInMegabytes"]
    outside_premium = tier_of(namespace_at(resource.id, view)) is not Tier.PREMIUM
    return size * 16 if resource.properties["enablePartitioning"] and outside_premium else size


def _partitioned_by_default(proposal: Proposal) -> bool:
    return partitions(namespace_of(proposal)) > 1


MAX_SIZE = Property(
    kind=Kind.INTEGER,
    default=1024,
    constraints=(
        Constraint(rule=SIZE_ALLOWED, holds=lambda value, proposal: value in _sizes(proposal), fields=_size_facts),
    ),
    computed=_reported_size,
)


def _partitioned_as_the_namespace(proposal: Proposal) -> bool:
    return not _is_premium(proposal) or proposal.properties["enablePartitioning"] == _partitioned_by_default(proposal)


def _partitioning_facts(proposal: Proposal) -> Mapping[str, object]:
    return {
        "expected": str(_partitioned_by_default(proposal)).lower(),
        "partitions": partitions(namespace_of(proposal)),
        **facts(proposal),
    }


CONDITIONS = (
    Condition(
        rule=EXPRESS_PREMIUM,
        holds=lambda proposal: not (proposal.properties["enableExpress"] and _is_premium(proposal)),
        fields=facts,
    ),
    Condition(
        rule=EXPRESS_DUPLICATES,
        holds=lambda proposal: (
            not (proposal.properties["enableExpress"] and proposal.properties["requiresDuplicateDetection"])
        ),
    ),
    Condition(rule=PARTITIONING_PREMIUM, holds=_partitioned_as_the_namespace, fields=_partitioning_facts),
)


def _entity_limit(proposal: Proposal) -> int:
    namespace = namespace_of(proposal)
    return 1_000 * messaging_units(namespace) if _is_premium(proposal) else 10_000


def _counted_as_partitioned(proposal: Proposal) -> Mapping[str, str | bool] | None:
    if _is_premium(proposal) or not proposal.properties["enablePartitioning"]:
        return None
    return {"properties.enablePartitioning": True}


LIMITS = (
    Quota(
        rule=PARTITIONED_COUNT,
        limit=lambda _: 100,
        scope=lambda proposal: proposal.id.ancestor(1),
        counted=(QUEUES, TOPICS),
        equal=_counted_as_partitioned,
    ),
    Quota(
        rule=ENTITY_COUNT,
        limit=_entity_limit,
        scope=lambda proposal: proposal.id.ancestor(1),
        counted=(QUEUES, TOPICS),
    ),
)

ENABLE_PARTITIONING = Property(kind=Kind.BOOLEAN, default=_partitioned_by_default)
CLAIM = Claim(rule=NAME_TAKEN, of=lambda proposal: entity_claim(proposal.id.ancestor(1), proposal.name))
"""A queue and a topic cannot have one name."""
