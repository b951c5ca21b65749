"""Cases of the rules about private endpoints and private DNS."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import PREMIUM, STANDARD, SUBSCRIPTION, properties
from tests.sandbox.world.storage_cases import ACCOUNT, account
from tests.sandbox.world.subnet_cases import (
    ENDPOINT,
    INTEGRATION,
    NETWORK,
    NETWORKS,
    PROVIDER,
    SUBNET,
    WITH_ENDPOINT,
    WITH_SUBNETS,
    endpoint,
    network,
    subnet,
)

ZONES = f"{PROVIDER}/privateDnsZones"
ZONE = f"{ZONES}/privatelink.blob.core.windows.net"
LINK = f"{ZONE}/virtualNetworkLinks/backbone"
ZONE_GROUP = f"{ENDPOINT}/privateDnsZoneGroups/default"
GLOBAL = {"location": "global"}
_STORE = put(ACCOUNT, account())
_BLOB = put(ENDPOINT, endpoint(ACCOUNT, "blob"))
_OTHER_GROUP = f"{SUBSCRIPTION}/resourceGroups/other"
_OTHER_ZONE = f"{_OTHER_GROUP}/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net"
_PLAIN_ZONE = f"{ZONES}/internal.example"
_PLAIN_LINK = f"{_PLAIN_ZONE}/virtualNetworkLinks/backbone"
_MISSING = f"{ACCOUNT}x"
_NOT_FOUND = (
    "Resource {} referenced by resource {} was not found. Please make sure that the referenced resource exists, and "
    "that both resources are in the same region."
)
_GROUPS = (
    "blob, table, queue, file, web, dfs, blob_secondary, table_secondary, queue_secondary, web_secondary, dfs_secondary"
)


def link(to: str = NETWORK, **given: object) -> dict[str, Any]:
    """The body of a link of a zone to a network."""
    return {**GLOBAL, "properties": {"virtualNetwork": {"id": to}, **given}}


def zones(*ids: str) -> dict[str, Any]:
    """The body of a zone group."""
    configs = [{"name": f"zone-{i}", "properties": {"privateDnsZoneId": each}} for i, each in enumerate(ids)]
    return properties(privateDnsZoneConfigs=configs)


def _zone(number: int) -> str:
    return f"{ZONES}/zone-{number}.example"


_SIX_ZONES = tuple(put(_zone(number), GLOBAL) for number in range(6))
LINKED = (*WITH_ENDPOINT, put(ZONE, GLOBAL), put(LINK, link()))
"""A private endpoint, and a zone that is linked to its network."""
_TWO = [{"name": name, "properties": {"privateLinkServiceId": ACCOUNT, "groupIds": ["blob"]}} for name in ("a", "b")]
_NO_SUBNET = {"location": "westeurope", "properties": {"privateLinkServiceConnections": _TWO[:1]}}

ENDPOINTS = (
    Case(
        rule="network/endpoint-subnet-required",
        accepted=WITH_ENDPOINT,
        refused=put(f"{ENDPOINT}-2", _NO_SUBNET),
        message="Cannot parse the request: the private endpoint 'store-2' has no subnet.",
    ),
    *(
        Case(
            rule="network/endpoint-connection",
            accepted=WITH_ENDPOINT,
            refused=put(f"{ENDPOINT}-2", {"location": "westeurope", "properties": {"subnet": {"id": SUBNET}, **links}}),
            message="The private endpoint 'store-2' must have exactly one private link service connection.",
        )
        for links in ({}, {"privateLinkServiceConnections": _TWO})
    ),
    *(
        Case(
            rule="network/endpoint-target",
            accepted=WITH_ENDPOINT,
            refused=put(ENDPOINT, endpoint(target, "blob")),
            message=_NOT_FOUND.format(target, ENDPOINT),
        )
        for target in (_MISSING, NETWORK)
    ),
    Case(
        rule="network/endpoint-target-tier",
        accepted=(*WITH_SUBNETS, put(ENDPOINT, endpoint(PREMIUM, "namespace"))),
        refused=put(f"{ENDPOINT}-2", endpoint(STANDARD, "namespace")),
        message="Call to Microsoft.ServiceBus/namespaces failed. Error message: Private endpoints are supported in the "
        f"'Premium' tier only. Resource id: {STANDARD}.",
    ),
    *(
        Case(
            rule="network/endpoint-group",
            accepted=(*WITH_ENDPOINT, put(f"{ENDPOINT}-2", endpoint(ACCOUNT, "queue"))),
            refused=put(f"{ENDPOINT}-3", endpoint(ACCOUNT, *groups)),
            message="Call to Microsoft.Storage/storageAccounts failed. Error message: The group id "
            f"'{', '.join(groups)}' is invalid for the resource {ACCOUNT}. The valid group ids are: {_GROUPS}.",
        )
        for groups in (("vault",), ("blob", "queue"), ())
    ),
    Case(
        rule="network/endpoint-region",
        accepted=WITH_ENDPOINT,
        refused=put(f"{ENDPOINT}-2", endpoint(ACCOUNT, "blob", location="northeurope")),
        message=_NOT_FOUND.format(SUBNET, f"{ENDPOINT}-2"),
    ),
    Case(
        rule="network/endpoint-delegated-subnet",
        accepted=WITH_ENDPOINT,
        refused=put(f"{ENDPOINT}-2", endpoint(ACCOUNT, "blob", at=INTEGRATION)),
        message=f"Subnet {INTEGRATION} cannot be used as it contains external resources. The external resources in "
        "this subnet are Microsoft.App/environments.",
    ),
    Case(
        rule="network/endpoint-subnet-full",
        accepted=(
            *WITH_SUBNETS,
            _STORE,
            put(SUBNET, subnet("10.40.0.32/29")),
            *(put(f"{ENDPOINT}-{number}", endpoint(ACCOUNT, "blob")) for number in range(3)),
        ),
        refused=put(ENDPOINT, endpoint(ACCOUNT, "blob")),
        message="Subnet endpoints with address prefix 10.40.0.32/29 does not have enough capacity for 1 IP addresses.",
    ),
    Case(
        rule="network/endpoint-subnet-fixed",
        accepted=(*WITH_ENDPOINT, _BLOB, put(f"{NETWORK}/subnets/third", subnet("10.40.0.64/27"))),
        refused=put(ENDPOINT, endpoint(ACCOUNT, "blob", at=f"{NETWORK}/subnets/third")),
        message="The subnet of the private endpoint 'store' cannot be changed.",
    ),
)
DNS = (
    *(
        Case(
            rule="network/zone-group-zones",
            accepted=(*WITH_ENDPOINT, *_SIX_ZONES, put(ZONE_GROUP, zones(*map(_zone, range(5))))),
            refused=put(ZONE_GROUP, zones(*map(_zone, range(number)))),
            message="The private DNS zone group 'default' must name between 1 and 5 private DNS zones.",
        )
        for number in (0, 6)
    ),
    Case(
        rule="network/zone-group-count",
        accepted=(*LINKED, put(ZONE_GROUP, zones(ZONE)), put(ZONE_GROUP, zones(ZONE))),
        refused=put(f"{ENDPOINT}/privateDnsZoneGroups/second", zones(ZONE)),
        message="The private endpoint 'store' already has a private DNS zone group: the maximum number is 1.",
    ),
    *(
        Case(
            rule="network/dns-zone-name",
            accepted=(put(f"{ZONES}/a.b", GLOBAL), put(f"{ZONES}/{'.'.join(['a'] * 34)}", GLOBAL)),
            refused=put(f"{ZONES}/{name}", GLOBAL),
            message=f"The zone name '{name}' is invalid.",
        )
        for name in ("single", ".".join(["a"] * 35), "a..b", f"{'a' * 64}.b")
    ),
    Case(
        rule="network/dns-location",
        accepted=(put(ZONE, {"location": "Global"}),),
        refused=put(_PLAIN_ZONE, {"location": "westeurope"}),
        message="The provided location 'westeurope' is not available for resource type 'Microsoft.Network/"
        "privateDnsZones'. List of available regions for the resource type is 'global'.",
    ),
    Case(
        rule="network/dns-zone-linked",
        accepted=(
            *LINKED,
            Call(method="DELETE", id=LINK),
            Call(method="DELETE", id=ZONE),
            put(ZONE, GLOBAL),
            put(LINK, link()),
        ),
        refused=Call(method="DELETE", id=ZONE),
        message="Cannot delete resource while nested resources exist. Some existing nested resource IDs include: "
        "'Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net/virtualNetworkLinks/backbone'. Please "
        "delete all nested resources before deleting this resource.",
    ),
    *(
        Case(
            rule="network/dns-link-name",
            accepted=(*WITH_SUBNETS, put(ZONE, GLOBAL), put(f"{ZONE}/virtualNetworkLinks/{'a' * 80}", link())),
            refused=put(f"{ZONE}/virtualNetworkLinks/{name}", link()),
            message=f"The virtual network link name '{name}' is invalid.",
        )
        for name in ("a" * 81, "-a")
    ),
    Case(
        rule="network/dns-link-network-required",
        accepted=LINKED,
        refused=put(f"{LINK}-2", GLOBAL),
        message="The virtual network link 'backbone-2' names no virtual network.",
    ),
    Case(
        rule="network/dns-link-network-fixed",
        accepted=(*LINKED, put(LINK, link()), put(f"{NETWORKS}/second", network())),
        refused=put(LINK, link(f"{NETWORKS}/second")),
        message="The virtual network of the virtual network link 'backbone' cannot be changed.",
    ),
    Case(
        rule="network/dns-link-overlapping",
        accepted=(
            *LINKED,
            put(f"{NETWORKS}/second", network()),
            put(_OTHER_GROUP, {"location": "westeurope"}),
            put(_OTHER_ZONE, GLOBAL),
            put(f"{_OTHER_ZONE}/virtualNetworkLinks/second", link(f"{NETWORKS}/second")),
        ),
        refused=put(f"{_OTHER_ZONE}/virtualNetworkLinks/first", link()),
        message="A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link "
        "virtual network with 'privatelink.blob.core.windows.net' and 'privatelink.blob.core.windows.net' zones.",
    ),
    Case(
        rule="network/dns-link-registration",
        accepted=(
            *LINKED,
            put(LINK, link(registrationEnabled=True)),
            put(_PLAIN_ZONE, GLOBAL),
            put(_PLAIN_LINK, link()),
        ),
        refused=put(_PLAIN_LINK, link(registrationEnabled=True)),
        message="A virtual network can only be linked to 1 private zone(s) with auto registration enabled; conflicting "
        "private zone is 'privatelink.blob.core.windows.net'.",
    ),
    Case(
        rule="network/dns-link-resolution-policy",
        accepted=(*LINKED, put(LINK, link(resolutionPolicy="NxDomainRedirect")), put(_PLAIN_ZONE, GLOBAL)),
        refused=put(_PLAIN_LINK, link(resolutionPolicy="NxDomainRedirect")),
        message="The resolution policy 'NxDomainRedirect' is supported for private link zones only; 'internal.example' "
        "is none.",
    ),
)
CASES = (*ENDPOINTS, *DNS)
