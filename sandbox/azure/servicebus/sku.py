"""The tier of a namespace, its messaging units and its partitions.

Sources: learn.microsoft.com/azure/service-bus-messaging/service-bus-premium-messaging and …/enable-partitions-premium.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Condition
from sandbox.azure.property import UNSET, Kind, Property
from sandbox.azure.servicebus import documents
from sandbox.azure.servicebus.documents import namespace_rule
from sandbox.azure.servicebus.tier import Tier

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

TIER_FIXED = namespace_rule(
    "namespace-tier-fixed",
    text="A namespace cannot change to or from Premium.",
    message="The SKU of the namespace '{name}' can't be changed to or from 'Premium'.",
    source=documents.PREMIUM,
)
TIER_MISMATCH = namespace_rule(
    "namespace-sku-tier",
    text="The name and the tier of a SKU are the same.",
    message="The SKU name and the SKU tier must be the same.",
    source=documents.TEMPLATES,
)
UNITS = namespace_rule(
    "namespace-messaging-units",
    text="A Premium namespace has 1, 2, 4, 8 or 16 messaging units for each of its partitions.",
    message="The specified capacity {capacity} is invalid. It must be one of the following values: {allowed}.",
    source=documents.TEMPLATES,
)
PARTITION_COUNT = namespace_rule(
    "namespace-partitions",
    text="A Premium namespace has 1, 2 or 4 partitions, the others none.",
    message="The specified value {partitions} of 'PremiumMessagingPartitions' is invalid in the '{tier}' tier. It must "
    "be one of the following values: {allowed}.",
    source=documents.PREMIUM_PARTITIONS,
)
PARTITIONS_FIXED = namespace_rule(
    "namespace-partitions-fixed",
    text="The number of partitions is decided when a namespace is created.",
    message="The property 'PremiumMessagingPartitions' of an existing namespace can't be changed.",
    source=documents.PREMIUM_PARTITIONS,
)
_TIERS = tuple(tier.value for tier in Tier)
_UNITS_PER_PARTITION = (1, 2, 4, 8, 16)
_PARTITIONS = {Tier.BASIC: (0,), Tier.STANDARD: (0,), Tier.PREMIUM: (1, 2, 4)}


def tier(proposal: Proposal) -> Tier:
    """The tier that a proposed namespace is to have."""
    return Tier(proposal.body["sku"]["name"])


def is_premium(proposal: Proposal) -> bool:
    """Whether a proposed namespace is to be Premium."""
    return tier(proposal) is Tier.PREMIUM


def _sku_name(proposal: Proposal) -> Any:
    return proposal.existing.body["sku"]["name"] if proposal.existing else Tier.STANDARD.value


def _units(proposal: Proposal) -> tuple[int, ...]:
    return tuple(unit * proposal.properties["premiumMessagingPartitions"] for unit in _UNITS_PER_PARTITION)


def _given_partitions(proposal: Proposal) -> int:
    partitions: int = proposal.given_properties.get("premiumMessagingPartitions", 1)
    return partitions


def _default_units(proposal: Proposal) -> Any:
    """One unit for each partition; what was there stays."""
    if not is_premium(proposal):
        return UNSET
    if proposal.existing and "capacity" in proposal.existing.body["sku"]:
        return proposal.existing.body["sku"]["capacity"]
    return _given_partitions(proposal)


def _keeps_tier(proposal: Proposal) -> bool:
    before = proposal.existing.body["sku"]["name"] if proposal.existing else tier(proposal)
    return (before == Tier.PREMIUM) == is_premium(proposal)


SKU = Property(
    kind=Kind.OBJECT,
    default={},
    properties={
        "name": Property(kind=Kind.STRING, required=True, default=_sku_name, allowed=_TIERS),
        "tier": Property(
            kind=Kind.STRING,
            default=lambda proposal: proposal.body["sku"]["name"],
            allowed=_TIERS,
            computed=lambda namespace, _: namespace.body["sku"]["name"],
        ),
        "capacity": Property(kind=Kind.INTEGER, default=_default_units),
    },
)
PARTITIONS = Property(
    kind=Kind.INTEGER,
    default=lambda proposal: 1 if is_premium(proposal) else 0,
    keeps=True,
    fixed=PARTITIONS_FIXED,
)
CONDITIONS = (
    Condition(rule=TIER_FIXED, holds=_keeps_tier),
    Condition(rule=TIER_MISMATCH, holds=lambda proposal: proposal.body["sku"]["tier"] == proposal.body["sku"]["name"]),
    Condition(
        rule=PARTITION_COUNT,
        holds=lambda proposal: proposal.properties["premiumMessagingPartitions"] in _PARTITIONS[tier(proposal)],
        fields=lambda proposal: {
            "partitions": proposal.properties["premiumMessagingPartitions"],
            "tier": tier(proposal),
            "allowed": ";".join(map(str, _PARTITIONS[tier(proposal)])),
        },
    ),
    Condition(
        rule=UNITS,
        holds=lambda proposal: not is_premium(proposal) or proposal.body["sku"]["capacity"] in _units(proposal),
        fields=lambda proposal: {
            "capacity": proposal.body["sku"]["capacity"],
            "allowed": ";".join(map(str, _units(proposal))),
        },
    ),
)


def normalise(proposal: Proposal) -> None:
    """The tier only repeats the name, and outside Premium a capacity is accepted and has no meaning."""
    proposal.body["sku"].pop("tier")
    if not is_premium(proposal):
        proposal.body["sku"].pop("capacity", None)
