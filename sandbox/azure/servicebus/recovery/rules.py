"""Rules about pairs of namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition
from sandbox.azure.network.connection import connections_of
from sandbox.azure.reference import found
from sandbox.azure.rule import Rule
from sandbox.azure.servicebus.documents import GEO_RECOVERY, GEO_REPLICATION, namespace_rule
from sandbox.azure.servicebus.recovery.pairing import PARTNER, Role, is_secondary, pair_of, role
from sandbox.azure.servicebus.recovery.secondary import READ_ONLY
from sandbox.azure.servicebus.storage import QUEUES, TOPICS
from sandbox.azure.servicebus.tier import NAMESPACES, Tier, is_replicated, namespace_of, partitions, tier_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

PARTNER_REQUIRED = namespace_rule(
    "alias-partner",
    text="An alias names an existing namespace as the partner.",
    message="The partner namespace '{partner}' of the alias '{name}' doesn't exist.",
    source=GEO_RECOVERY,
)
TIERS = namespace_rule(
    "alias-tier",
    text="Both namespaces of a pair are Premium.",
    message="Geo-disaster recovery is supported in the 'Premium' tier only; the namespace '{offender}' is using the "
    "'{tier}' tier.",
    source=GEO_RECOVERY,
)
REGIONS = namespace_rule(
    "alias-region",
    text="The namespaces of a pair are in different regions.",
    message="The primary and the secondary namespace must be in different regions; both are in '{region}'.",
    source=GEO_RECOVERY,
)
PARTITIONS = namespace_rule(
    "alias-partitions",
    text="A partitioned namespace pairs with a partitioned one only.",
    message="Pairing a partitioned namespace with a non-partitioned namespace isn't supported.",
    source=GEO_RECOVERY,
)
REPLICATION = namespace_rule(
    "alias-geo-replication",
    text="A namespace has geo-replication or geo-disaster recovery, not both.",
    message="Geo-disaster recovery can't be used in combination with geo-replication.",
    source=GEO_REPLICATION,
)
ENDPOINTS = namespace_rule(
    "alias-private-endpoints",
    text="A primary with private endpoints pairs with a secondary that has private endpoints, too.",
    message="The primary namespace has private endpoint connections and the secondary namespace '{partner}' has none.",
    source=GEO_RECOVERY,
)
REPAIRING = namespace_rule(
    "alias-paired",
    text="A namespace is in one pair at a time, and has to leave it for another one.",
    message="The namespace '{namespace}' is paired under the alias '{alias}'. Break the pairing first.",
    source=GEO_RECOVERY,
)
FROZEN = Rule(
    id="servicebus/alias-secondary-new",
    text="Only a new namespace, without entities and without a pair, becomes a secondary.",
    source="https://github.com/hashicorp/terraform-provider-azurerm/issues/20933",
    status=409,
    code="Conflict",
    message="Unable to freeze secondary namespace",
)
ALTERNATE = namespace_rule(
    "alias-alternate-name",
    text="An alias has an alternate name only if the alias is called as the primary namespace is.",
    message="Alternate name is supported only if alias and primary namespace are same.",
    source="https://github.com/Azure/azure-sdk-for-go/issues/5893",
    wording="azure",
)


def _partner(proposal: Proposal) -> Resource | None:
    return found(proposal.properties.get(PARTNER, ""), NAMESPACES, proposal.view)


def both(proposal: Proposal) -> tuple[Resource, Resource]:
    """The primary and the partner of a proposed pair; asked after the partner was found to exist."""
    partner = _partner(proposal)
    if partner is None:
        raise LookupError(proposal.id.text)
    return namespace_of(proposal), partner


def _below_premium(proposal: Proposal) -> list[Resource]:
    return [each for each in both(proposal) if tier_of(each) is not Tier.PREMIUM]


def _alike(value: Callable[[Resource], object]) -> Callable[[Proposal], bool]:
    def holds(proposal: Proposal) -> bool:
        primary, partner = both(proposal)
        return value(primary) == value(partner)

    return holds


def _endpoints_match(proposal: Proposal) -> bool:
    primary, partner = both(proposal)
    return not connections_of(primary, proposal.view) or bool(connections_of(partner, proposal.view))


def _is_pair(proposal: Proposal) -> bool:
    """Whether these two are paired already, under this alias."""
    pair = pair_of(both(proposal)[1].id, proposal.view)
    return (
        pair is not None and role(pair) is Role.SECONDARY and pair.properties[PARTNER] == namespace_of(proposal).id.text
    )


def _is_free(proposal: Proposal) -> bool:
    return _is_pair(proposal) or pair_of(proposal.id.ancestor(1), proposal.view) is None


def _is_new(proposal: Proposal) -> bool:
    partner, view = both(proposal)[1], proposal.view
    entities = sum(view.count(partner.id, kind, {}) for kind in (QUEUES, TOPICS))
    return _is_pair(proposal) or (entities == 0 and pair_of(partner.id, view) is None)


def _is_called_as_its_namespace(proposal: Proposal) -> bool:
    same = proposal.name.lower() == namespace_of(proposal).id.name.lower()
    return same or "alternateName" not in proposal.properties


def _pair_facts(proposal: Proposal) -> Mapping[str, object]:
    pair = pair_of(proposal.id.ancestor(1), proposal.view)
    return {"namespace": namespace_of(proposal).id.name, "alias": pair.id.name if pair else ""}


def _tier_facts(proposal: Proposal) -> Mapping[str, object]:
    offender = _below_premium(proposal)[0]
    return {"offender": offender.id.name, "tier": tier_of(offender)}


CONDITIONS = (
    Condition(rule=READ_ONLY, holds=lambda proposal: not is_secondary(proposal.id.ancestor(1), proposal.view)),
    Condition(
        rule=PARTNER_REQUIRED,
        holds=lambda proposal: _partner(proposal) is not None,
        fields=lambda proposal: {"partner": proposal.properties.get(PARTNER, "")},
    ),
    Condition(rule=TIERS, holds=lambda proposal: not _below_premium(proposal), fields=_tier_facts),
    Condition(
        rule=REGIONS,
        holds=lambda proposal: not _alike(lambda namespace: namespace.body["location"])(proposal),
        fields=lambda proposal: {"region": namespace_of(proposal).body["location"]},
    ),
    Condition(rule=PARTITIONS, holds=_alike(lambda namespace: partitions(namespace) > 1)),
    Condition(rule=REPLICATION, holds=lambda proposal: not any(map(is_replicated, both(proposal)))),
    Condition(rule=ENDPOINTS, holds=_endpoints_match, fields=lambda proposal: {"partner": both(proposal)[1].id.name}),
    Condition(rule=REPAIRING, holds=_is_free, fields=_pair_facts),
    Condition(rule=FROZEN, holds=_is_new),
    Condition(rule=ALTERNATE, holds=_is_called_as_its_namespace),
)
"""What is asked when an alias is written."""
