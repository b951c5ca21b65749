"""The namespace that an entity belongs to, and what its tier means for it.

Sources: learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas and …/service-bus-premium-messaging.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import Resource, View

NAMESPACES = "Microsoft.ServiceBus/namespaces"


class Tier(StrEnum):
    """The tiers of a namespace."""

    BASIC = "Basic"
    STANDARD = "Standard"
    PREMIUM = "Premium"


def namespace_at(id: ResourceId, view: View) -> Resource:
    """The namespace around a Service Bus resource; rules are only asked after parents were found to exist."""
    namespace = view.find(id.ancestor(1))
    if namespace is None:
        raise LookupError(id.text)
    return namespace


def namespace_of(proposal: Proposal) -> Resource:
    """The namespace of a proposed entity."""
    return namespace_at(proposal.id, proposal.view)


def tier_of(namespace: Resource) -> Tier:
    """A namespace's tier."""
    return Tier(namespace.body["sku"]["name"])


def tier(proposal: Proposal) -> Tier:
    """The tier under which a proposed entity is to live."""
    return tier_of(namespace_of(proposal))


def partitions(namespace: Resource) -> int:
    """The number of partitions of a Premium namespace; 0 in the other tiers."""
    number: int = namespace.properties.get("premiumMessagingPartitions", 0)
    return number


def messaging_units(namespace: Resource) -> int:
    """The number of messaging units of a Premium namespace; 0 in the other tiers."""
    number: int = namespace.body["sku"].get("capacity", 0)
    return number


def is_replicated(namespace: Resource) -> bool:
    """Whether a namespace is replicated to a second region."""
    return len(namespace.properties.get("geoDataReplication", {}).get("locations", [])) > 1


def location(resource: Resource, view: View) -> str:
    """Where an entity is: where its namespace is."""
    place: str = namespace_at(resource.id, view).body["location"]
    return place


def facts(proposal: Proposal) -> dict[str, object]:
    """What messages about entities say of the namespace."""
    namespace = namespace_of(proposal)
    return {"namespace": namespace.id.name, "tier": tier_of(namespace)}
