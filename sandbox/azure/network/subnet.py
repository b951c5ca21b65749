"""Subnets.

Source: learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks/subnets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, etag, linked_actions
from sandbox.azure.constraint import Condition, Constraint, Hold
from sandbox.azure.network import subnet_rules as rules
from sandbox.azure.network import use
from sandbox.azure.network.address import PREFIX_CONSTRAINTS
from sandbox.azure.network.documents import API_VERSIONS
from sandbox.azure.network.names import NAMING
from sandbox.azure.property import UNSET, Access, Kind, Property
from sandbox.azure.reference import REFERENCED_RESOURCE, exists
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, flag, listing, record, reported, text

if TYPE_CHECKING:
    from sandbox.azure.link import Link
    from sandbox.azure.view import Resource, View

SUBNETS = use.SUBNETS

_IGNORED = text(access=Access.IGNORED)
_REST = {
    **dict.fromkeys(("name", "type", "etag", "location"), _IGNORED),
    **dict.fromkeys(("properties", "tags"), Property(kind=Kind.OBJECT, access=Access.IGNORED)),
}


def reference(constraint: Constraint, link: Link | None = None) -> Property:
    """Another resource, by its id; what a request says of it besides has no effect."""
    return record({"id": text(required=True, constraints=(constraint,), link=link), **_REST})


_ANY = Constraint(rule=REFERENCED_RESOURCE, holds=exists)
REFERENCE = reference(_ANY)
"""Any other resource."""


def _delegations(subnet: Resource, _view: View) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{subnet.id.text}/delegations/{each['name']}",
            "name": each["name"],
            "type": "Microsoft.Network/virtualNetworks/subnets/delegations",
            "properties": {
                "provisioningState": "Succeeded",
                "serviceName": each["properties"]["serviceName"],
                "actions": ["Microsoft.Network/virtualNetworks/subnets/join/action"],
            },
        }
        for each in subnet.properties["delegations"]
    ]


def _service_endpoints(subnet: Resource, _view: View) -> Any:
    asked = subnet.properties.get("serviceEndpoints")
    if asked is None:
        return UNSET
    return [{"provisioningState": "Succeeded", "locations": ["*"], **each} for each in asked]


def _endpoints(subnet: Resource, view: View) -> Any:
    found = [{"id": endpoint.id.text} for endpoint in use.endpoints_in(subnet.id, view)]
    return found or UNSET


def _links(subnet: Resource, view: View) -> Any:
    if not use.is_linked(subnet, view):
        return UNSET
    return [
        {
            "id": f"{subnet.id.text}/serviceAssociationLinks/{use.LINK}",
            "name": use.LINK,
            "type": "Microsoft.Network/virtualNetworks/subnets/serviceAssociationLinks",
            "properties": {
                "provisioningState": "Succeeded",
                "linkedResourceType": "Microsoft.App/environments",
                "allowDelete": False,
                "locations": [],
            },
        }
    ]


_DELEGATION = record(
    {
        "id": _IGNORED,
        "name": text(required=True),
        "type": _IGNORED,
        "etag": _IGNORED,
        "properties": record(
            {
                "serviceName": text(required=True, constraints=(rules.KNOWN_SERVICE,)),
                "actions": listing(text(), access=Access.IGNORED),
                "provisioningState": _IGNORED,
            },
            required=True,
        ),
    }
)
_SERVICE_ENDPOINT = record(
    {
        "service": text(required=True),
        "locations": listing(text()),
        "networkIdentifier": REFERENCE,
        "provisioningState": _IGNORED,
    }
)
_PREFIX = text(constraints=PREFIX_CONSTRAINTS)

BODY = {
    **envelope.ENVELOPE,
    "etag": etag.WEAK,
    "properties": record(
        {
            "provisioningState": SUCCEEDED,
            "addressPrefix": _PREFIX,
            "addressPrefixes": listing(_PREFIX),
            "networkSecurityGroup": reference(_ANY, linked_actions.JOIN_SECURITY_GROUP),
            "routeTable": reference(_ANY, linked_actions.JOIN_ROUTE_TABLE),
            "natGateway": reference(_ANY, linked_actions.JOIN_NAT_GATEWAY),
            "serviceEndpoints": listing(_SERVICE_ENDPOINT, computed=_service_endpoints),
            "serviceEndpointPolicies": listing(REFERENCE),
            "delegations": listing(_DELEGATION, default=[], computed=_delegations),
            "privateEndpoints": reported(Kind.ARRAY, _endpoints),
            "serviceAssociationLinks": reported(Kind.ARRAY, _links),
            "privateEndpointNetworkPolicies": text(
                "Enabled", "Disabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled", default="Disabled"
            ),
            "privateLinkServiceNetworkPolicies": text("Enabled", "Disabled", default="Enabled"),
            "defaultOutboundAccess": flag(),
            "sharingScope": text("Tenant", "DelegatedServices"),
        },
        required=True,
    ),
}
"""The body of a subnet, by itself or inside its network."""

SUBNET = ResourceType(
    name=SUBNETS,
    answers_as=SUBNETS,
    api_versions=API_VERSIONS,
    naming=NAMING,
    created_status=201,
    body=BODY,
    conditions=(
        Condition(rule=rules.PREFIX_REQUIRED, holds=rules.has_prefix),
        Condition(rule=rules.OUTSIDE, holds=rules.lies_inside, fields=rules.network_name),
        Condition(rule=rules.OVERLAP, holds=rules.lies_apart, fields=rules.network_name),
        Condition(rule=rules.IN_USE_FIXED, holds=rules.keeps_its_range),
        Condition(rule=rules.DELEGATION_FIXED, holds=rules.keeps_its_delegation, fields=rules.delegation_change),
        Condition(rule=rules.DELEGATION_COUNT, holds=rules.has_one_delegation),
    ),
    holds=(Hold(rule=rules.IN_USE, by=rules.held),),
)
