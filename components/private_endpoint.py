"""A private endpoint: an address in our network for a service that is closed to the public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import network

if TYPE_CHECKING:
    from components.network import Network
    from components.site import Site


@dataclass(frozen=True, kw_only=True)
class PrivateEndpointArgs:
    """What a private endpoint leads to and lies in.

    Attributes:
        site: Where it is put.
        network: The network that gets the address.
        target_id: Resource id of the service.
        group: Which of the service's parts; the network has a private DNS zone for it.
    """

    site: Site
    network: Network
    target_id: pulumi.Input[str]
    group: str


@final
class PrivateEndpoint(pulumi.ComponentResource):
    """A private endpoint with its name in DNS.

    Attributes:
        ready: The zone group, created last: whoever depends on it finds the service.
    """

    ready: network.PrivateDnsZoneGroup

    def __init__(self, name: str, args: PrivateEndpointArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:PrivateEndpoint", name, None, opts)
        endpoint = network.PrivateEndpoint(
            name,
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            subnet=network.SubnetArgs(id=args.network.endpoint_subnet_id),
            private_link_service_connections=[
                network.PrivateLinkServiceConnectionArgs(
                    name=args.group, private_link_service_id=args.target_id, group_ids=[args.group]
                )
            ],
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self, ignore_changes=["customDnsConfigs"]),
        )
        zone = network.PrivateDnsZoneConfigArgs(name=args.group, private_dns_zone_id=args.network.zone_ids[args.group])
        self.ready = network.PrivateDnsZoneGroup(
            name,
            resource_group_name=args.site.resource_group,
            private_endpoint_name=endpoint.name,
            private_dns_zone_group_name="default",
            private_dns_zone_configs=[zone],
            opts=pulumi.ResourceOptions(parent=self),
        )
        self.register_outputs({})
