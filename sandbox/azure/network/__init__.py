"""Microsoft.Network: virtual networks, private endpoints and private DNS."""

from __future__ import annotations

from sandbox.azure.network.network_link import NETWORK_LINK
from sandbox.azure.network.private_dns_zone import PRIVATE_DNS_ZONE
from sandbox.azure.network.private_endpoint import PRIVATE_ENDPOINT
from sandbox.azure.network.subnet import SUBNET
from sandbox.azure.network.virtual_network import VIRTUAL_NETWORK
from sandbox.azure.network.zone_group import ZONE_GROUP

TYPES = (VIRTUAL_NETWORK, SUBNET, PRIVATE_ENDPOINT, ZONE_GROUP, PRIVATE_DNS_ZONE, NETWORK_LINK)
"""The resource types of this provider that are simulated."""

__all__ = ["TYPES"]
