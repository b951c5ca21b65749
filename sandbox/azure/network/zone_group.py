"""DNS zone groups of private endpoints: they enter an endpoint's hosts into private zones.

Source: learn.microsoft.com/azure/private-link/private-endpoint-dns#private-dns-zone-group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, etag, linked_actions
from sandbox.azure.constraint import Condition, Quota, at_most
from sandbox.azure.network.documents import API_VERSIONS, PRIVATE_ENDPOINT_DNS, network_rule
from sandbox.azure.network.names import NAMING
from sandbox.azure.network.private_dns_zone import ZONES
from sandbox.azure.network.private_endpoint import ZONE_GROUPS, names_and_addresses
from sandbox.azure.network.service import GROUPS
from sandbox.azure.property import Access
from sandbox.azure.reference import refers_to
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, listing, record, text

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View

GROUP_COUNT = network_rule(
    "zone-group-count",
    text="A private endpoint has one DNS zone group.",
    code="PrivateDnsZoneGroupLimitReached",
    message="The private endpoint '{scope}' already has a private DNS zone group: the maximum number is {limit}.",
    source=PRIVATE_ENDPOINT_DNS,
    wording="ours",
)
ZONE_COUNT = network_rule(
    "zone-group-zones",
    text="A DNS zone group names one to five zones.",
    code="InvalidPrivateDnsZoneConfigs",
    message="The private DNS zone group '{name}' must name between 1 and 5 private DNS zones.",
    source=PRIVATE_ENDPOINT_DNS,
    wording="ours",
)
MOST_ZONES = 5


def _record_sets(endpoint: Resource, zone: ResourceId, view: View) -> list[dict[str, Any]]:
    """The entries that an endpoint's hosts get in a zone; none in a zone that is not for their service."""
    zones = {group: described.zone for groups in GROUPS.values() for group, described in groups.items()}
    return [
        {
            "recordType": "A",
            "recordSetName": host.partition(".")[0],
            "fqdn": f"{host.partition('.')[0]}.{zone.name}",
            "ttl": 10,
            "ipAddresses": [place],
            "provisioningState": "Succeeded",
        }
        for group, host, place in names_and_addresses(endpoint, view)
        if zones[group] == zone.name.lower()
    ]


def _configs(group: Resource, view: View) -> list[dict[str, Any]]:
    endpoint = view.find(group.id.ancestor(1))
    return [
        {
            "name": config["name"],
            "id": f"{group.id.text}/privateDnsZoneConfigs/{config['name']}",
            "etag": etag.weak(group),
            "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups/privateDnsZoneConfigs",
            "properties": {
                "provisioningState": "Succeeded",
                "privateDnsZoneId": config["properties"]["privateDnsZoneId"],
                "recordSets": _record_sets(endpoint, ResourceId.parse(config["properties"]["privateDnsZoneId"]), view)
                if endpoint
                else [],
            },
        }
        for config in group.properties["privateDnsZoneConfigs"]
    ]


_IGNORED = text(access=Access.IGNORED)
_ZONE = text(required=True, constraints=(refers_to(ZONES),), link=linked_actions.JOIN_ZONE)
_CONFIG = record(
    {
        "id": _IGNORED,
        "name": text(required=True),
        "type": _IGNORED,
        "etag": _IGNORED,
        "properties": record(
            {
                "provisioningState": _IGNORED,
                "privateDnsZoneId": _ZONE,
                "recordSets": listing(text(), access=Access.IGNORED),
            },
            required=True,
        ),
    }
)
ZONE_GROUP = ResourceType(
    name=ZONE_GROUPS,
    answers_as=ZONE_GROUPS,
    api_versions=API_VERSIONS,
    naming=NAMING,
    created_status=201,
    body={
        **envelope.ENVELOPE,
        "etag": etag.WEAK,
        "properties": record(
            {
                "provisioningState": SUCCEEDED,
                "privateDnsZoneConfigs": listing(
                    _CONFIG, default=[], constraints=(at_most(ZONE_COUNT, MOST_ZONES),), computed=_configs
                ),
            },
            required=True,
        ),
    },
    conditions=(Condition(rule=ZONE_COUNT, holds=lambda proposal: bool(proposal.properties["privateDnsZoneConfigs"])),),
    quotas=(
        Quota(
            rule=GROUP_COUNT,
            limit=lambda _: 1,
            scope=lambda proposal: proposal.id.ancestor(1),
            counted=(ZONE_GROUPS,),
        ),
    ),
)
