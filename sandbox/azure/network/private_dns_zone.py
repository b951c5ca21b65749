"""Private DNS zones.

Source: learn.microsoft.com/azure/templates/microsoft.network/privatednszones.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.azure import envelope, etag
from sandbox.azure.constraint import Constraint, Hold
from sandbox.azure.network.connection import EVERYWHERE
from sandbox.azure.network.documents import DNS_API_VERSIONS, PRIVATE_DNS, network_rule
from sandbox.azure.network.names import ZONE_NAMING
from sandbox.azure.property import Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, always, record, reported

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

ZONES = "Microsoft.Network/privateDnsZones"
LINKS = "Microsoft.Network/privateDnsZones/virtualNetworkLinks"
_ZONE_GROUPS = "Microsoft.Network/privateEndpoints/privateDnsZoneGroups"

GLOBAL = network_rule(
    "dns-location",
    text="Private zones and their links are in no region: their location is global.",
    code="LocationNotAvailableForResourceType",
    message="The provided location '{value}' is not available for resource type '{type}'. List of available regions "
    "for the resource type is 'global'.",
    source=PRIVATE_DNS,
)
LINKED = network_rule(
    "dns-zone-linked",
    text="A zone that is linked to networks cannot be deleted.",
    status=409,
    code="CannotDeleteResource",
    message="Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '{link}'. "
    "Please delete all nested resources before deleting this resource.",
    source=PRIVATE_DNS,
)

LOCATION = Property(
    kind=Kind.LOCATION,
    keeps=True,
    constraints=(
        Constraint(
            rule=GLOBAL,
            holds=lambda value, _: value == "global",
            fields=lambda proposal: {"type": proposal.type.name},
        ),
    ),
)
"""Where zones and links are: nowhere in particular."""


def _links(zone: Resource, view: View, **equal: bool) -> int:
    return view.count(zone.id, LINKS, {f"properties.{name}": value for name, value in equal.items()})


def _held(zone: Resource, view: View) -> Mapping[str, object] | None:
    link = next(iter(view.under(zone.id, LINKS)), None)
    return {"link": link.id.relative} if link else None


def _records(zone: Resource, view: View) -> int:
    """The zone's own entry (SOA), and one for each zone group that names it."""
    named = (
        ResourceId.parse(config["properties"]["privateDnsZoneId"]).key
        for group in view.under(EVERYWHERE, _ZONE_GROUPS)
        for config in group.properties["privateDnsZoneConfigs"]
    )
    return 1 + sum(key == zone.id.key for key in named)


def _prepare(proposal: Proposal) -> None:
    proposal.private.setdefault("guid", str(uuid.uuid4()))


PRIVATE_DNS_ZONE = ResourceType(
    name=ZONES,
    answers_as=ZONES,
    api_versions=DNS_API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=ZONE_NAMING,
    created_status=201,
    body={
        **envelope.ENVELOPE,
        "etag": etag.PLAIN,
        "location": LOCATION,
        "tags": envelope.TAGS,
        "properties": record(
            {
                "internalId": reported(Kind.STRING, lambda zone, _: zone.private["guid"]),
                "maxNumberOfRecordSets": always(25_000),
                "maxNumberOfVirtualNetworkLinks": always(1_000),
                "maxNumberOfVirtualNetworkLinksWithRegistration": always(100),
                "numberOfRecordSets": reported(Kind.INTEGER, _records),
                "numberOfVirtualNetworkLinks": reported(Kind.INTEGER, _links),
                "numberOfVirtualNetworkLinksWithRegistration": reported(
                    Kind.INTEGER, lambda zone, view: _links(zone, view, registrationEnabled=True)
                ),
                "provisioningState": SUCCEEDED,
            },
            default={},
        ),
    },
    conditions=(envelope.LOCATED,),
    holds=(Hold(rule=LINKED, by=_held),),
    prepare=_prepare,
)
