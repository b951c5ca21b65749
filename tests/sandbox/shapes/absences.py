"""What the SDK says is never missing from an answer, and is missing here: as a pattern, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ABSENT: Mapping[str, str] = {
    "network:PrivateEndpoint: networkInterfaces.*": "interfaces are answered as references",
    "network:PrivateEndpoint: subnet.*": "the subnet is answered as a reference",
    "network:Subnet: privateEndpoints*": "the endpoints of a subnet are answered as references, where there are any",
    "network:VirtualNetwork: subnets.privateEndpoints*": "the same in the network that has the subnet",
    "network:*delegations.etag": "a delegation has no state of its own",
    "network:*serviceAssociationLinks*": "answered where a service uses the subnet, without a tag",
    "network:*ipConfigurationProfiles": "container network profiles are not simulated",
    "network:*ipConfigurations": "virtual machines' interfaces are not simulated",
    "network:*purpose": "managed subnets are not simulated",
    "network:*resourceNavigationLinks": "an older kind of link than serviceAssociationLinks",
    "network:VirtualNetwork: flowLogs": "flow logs are not simulated",
    "applicationinsights:Component: *": "products that Application Insights came from, and private link scopes",
    "operationalinsights:Workspace: *": "Sentinel and private link scopes are not simulated",
    "keyvault:Vault: properties.hsmPoolResourceId": "hardware pools are not simulated",
    "storage:BlobContainer: *": "soft-deleted containers, leases and immutability policies are not simulated",
    "storage:StorageAccount: *": "said only of accounts with another region, a policy, a domain or a migration",
    "web:WebApp: identity.*": "said only of a system-assigned identity",
    "web:WebApp: siteConfig.machineKey": "machine keys belong to ASP.NET",
    "web:WebApp: *": "said only of sites with slots, operations in progress or an environment",
}
"""The patterns; a type that none of them names answers everything."""
