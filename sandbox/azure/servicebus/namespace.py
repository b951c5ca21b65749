"""Namespaces.

Source: learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition, Hold, Quota
from sandbox.azure.identity import IDENTITY, IDENTITY_CONDITION, give_identity
from sandbox.azure.network.connection import endpoint_connections
from sandbox.azure.property import UNSET, Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import Claim, ResourceType
from sandbox.azure.servicebus import gauges, names, premium, sku
from sandbox.azure.servicebus.authorization_rule import add_root_rule
from sandbox.azure.servicebus.documents import API_VERSIONS, QUOTAS, namespace_rule
from sandbox.azure.servicebus.downgrade import NOT_TO_BASIC
from sandbox.azure.servicebus.entity import flag
from sandbox.azure.servicebus.network_rule_set import add_rule_set
from sandbox.azure.servicebus.recovery.pairing import host, is_secondary, pair_of
from sandbox.azure.servicebus.recovery.rules import REPLICATION
from sandbox.azure.servicebus.recovery.secondary import READ_ONLY, stands_still
from sandbox.azure.servicebus.tier import NAMESPACES

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

NAME_TAKEN = namespace_rule(
    "namespace-name-taken",
    text="A namespace's name is its host name: it is taken if anybody has it, in whatever group or subscription.",
    message="The specified name is not available. For more information visit https://aka.ms/eventhubsarmexceptions.",
    source="https://learn.microsoft.com/rest/api/servicebus/namespaces/check-name-availability",
    wording="azure",
)
NAMESPACE_COUNT = namespace_rule(
    "namespace-count",
    text="A subscription has at most 1,000 namespaces in a region.",
    message="The maximum number of namespaces of the subscription '{scope}' has been reached in this region.",
    source=QUOTAS,
)
SECONDARY_FIXED = namespace_rule(
    "namespace-secondary",
    text="The secondary of a pair is not updated, not even to what it is.",
    message="Cannot update a namespace which is secondary.",
    source="https://github.com/Azure/bicep-registry-modules/issues/5981",
    wording="azure",
)


def _subscription(proposal: Proposal) -> ResourceId:
    return ResourceId(("subscriptions", proposal.id.subscription))


def _recovers_or_replicates(proposal: Proposal) -> bool:
    locations = proposal.properties.get("geoDataReplication", {}).get("locations", [])
    return len(locations) <= 1 or pair_of(proposal.id, proposal.view) is None


def _endpoint(namespace: Resource, _view: View) -> str:
    return f"https://{namespace.id.name}.servicebus.windows.net:443/"


def _metric_id(namespace: Resource, _view: View) -> str:
    return f"{namespace.id.subscription}:{namespace.id.name}"


def _connections(namespace: Resource, view: View) -> object:
    """The private endpoint connections; a namespace without any does not speak of them."""
    found = endpoint_connections(namespace, view, "Microsoft.ServiceBus/Namespaces/PrivateEndpointConnections")
    return found or UNSET


def _prepare(proposal: Proposal) -> None:
    sku.normalise(proposal)
    give_identity(proposal)


def _furnish(proposal: Proposal) -> None:
    if proposal.existing is None:
        add_root_rule(proposal)
        add_rule_set(proposal)


NAMESPACE = ResourceType(
    name=NAMESPACES,
    answers_as="Microsoft.ServiceBus/Namespaces",
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=names.NAMESPACE,
    claim=Claim(rule=NAME_TAKEN, of=lambda proposal: host(proposal.name)),
    body={
        "sku": sku.SKU,
        **envelope.ENVELOPE,
        "location": envelope.LOCATION,
        "tags": envelope.TAGS,
        "identity": IDENTITY,
        "properties": Property(
            kind=Kind.OBJECT,
            default={},
            properties={
                "premiumMessagingPartitions": sku.PARTITIONS,
                "platformCapabilities": premium.CONFIDENTIAL_COMPUTE,
                "geoDataReplication": premium.GEO_REPLICATION,
                "encryption": premium.ENCRYPTION,
                "alternateName": names.ALTERNATE_NAME,
                "ipAddressType": Property(kind=Kind.STRING, default="IPv4", allowed=("IPv4", "DualStack")),
                "minimumTlsVersion": Property(kind=Kind.STRING, default="1.2", allowed=("1.0", "1.1", "1.2", "1.3")),
                "publicNetworkAccess": Property(
                    kind=Kind.STRING, default="Enabled", allowed=("Enabled", "Disabled", "SecuredByPerimeter")
                ),
                "disableLocalAuth": flag(),
                "zoneRedundant": gauges.gauge(Kind.BOOLEAN, lambda _, __: False),
                "privateEndpointConnections": gauges.gauge(Kind.ARRAY, _connections),
                "provisioningState": gauges.gauge(Kind.STRING, lambda _, __: "Succeeded"),
                "metricId": gauges.gauge(Kind.STRING, _metric_id),
                "createdAt": gauges.CREATED_AT,
                "updatedAt": gauges.UPDATED_AT,
                "serviceBusEndpoint": gauges.gauge(Kind.STRING, _endpoint),
                "status": gauges.gauge(Kind.STRING, lambda _, __: "Active"),
            },
        ),
    },
    conditions=(
        envelope.LOCATED,
        Condition(rule=SECONDARY_FIXED, holds=lambda proposal: not is_secondary(proposal.id, proposal.view)),
        envelope.SETTLED,
        *sku.CONDITIONS,
        NOT_TO_BASIC,
        *premium.CONDITIONS,
        Condition(rule=REPLICATION, holds=_recovers_or_replicates),
        IDENTITY_CONDITION,
    ),
    holds=(Hold(rule=READ_ONLY, by=stands_still),),
    quotas=(
        Quota(
            rule=NAMESPACE_COUNT,
            limit=lambda _: 1_000,
            scope=_subscription,
            counted=(NAMESPACES,),
            equal=lambda proposal: {"location": proposal.body["location"]},
        ),
    ),
    prepare=_prepare,
    written=_furnish,
)
