"""The virtual network through which the function reaches what is closed to the public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import network, privatedns

from backbone.private_link import ZONES, groups_of
from backbone.subnets import Subnets
from components.orphans import ENDPOINTS, INTEGRATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import Settings
    from components.site import Site

FLEX_CONSUMPTION = "Microsoft.App/environments"
"""What the integration subnet of a Flex Consumption app is delegated to."""


@dataclass(frozen=True, kw_only=True)
class NetworkArgs:
    """What a network is made of.

    Attributes:
        site: Where it is put.
        settings: What the stack file says.
    """

    site: Site
    settings: Settings


@final
class Network(pulumi.ComponentResource):
    """Two subnets, one for the function's instances and one for private endpoints; either both are made or both exist.

    Attributes:
        network_id: The virtual network that holds them.
        integration_subnet_id: Where the function's instances live.
        endpoint_subnet_id: Where the private endpoints live.
        zone_ids: The private DNS zones that the network can see, by the group id of what they name.
    """

    network_id: pulumi.Output[str]
    integration_subnet_id: pulumi.Output[str]
    endpoint_subnet_id: pulumi.Output[str]
    zone_ids: Mapping[str, pulumi.Output[str]]

    def __init__(self, name: str, args: NetworkArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Network", name, None, opts)
        existing = args.settings.existing
        integration, endpoints = existing.integration_subnet_id, existing.private_endpoint_subnet_id
        if integration is not None and endpoints is not None:
            self._take(integration, endpoints)
        else:
            self._make(name, args)
        self.zone_ids = {
            group: self._zone(group, args)
            for service in args.settings.network.private_endpoints
            for group in groups_of(service)
        }
        self.register_outputs(
            {"integrationSubnetId": self.integration_subnet_id, "endpointSubnetId": self.endpoint_subnet_id}
        )

    def _take(self, integration: str, endpoints: str) -> None:
        self.network_id = pulumi.Output.from_input(integration.rpartition("/subnets/")[0])
        self.integration_subnet_id = pulumi.Output.from_input(integration)
        self.endpoint_subnet_id = pulumi.Output.from_input(endpoints)

    def _make(self, name: str, args: NetworkArgs) -> None:
        # Azure keeps the function's subnet busy for a while after the function is gone: deleting it alone would fail.
        with_group = pulumi.ResourceOptions(parent=self, deleted_with=args.site.group)
        orphans = args.site.orphans.subnets
        made = network.VirtualNetwork(
            name,
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            address_space=network.AddressSpaceArgs(address_prefixes=[args.settings.network.address_space]),
            tags=dict(args.site.tags),
            opts=with_group,
        )
        ranges = Subnets.of(args.settings.network.address_space)
        delegation = network.DelegationArgs(name="flex-consumption", service_name=FLEX_CONSUMPTION)
        integration = network.Subnet(
            INTEGRATION,
            resource_group_name=args.site.resource_group,
            virtual_network_name=made.name,
            subnet_name=INTEGRATION,
            address_prefix=ranges.integration,
            delegations=[delegation],
            opts=pulumi.ResourceOptions.merge(with_group, _taking_over(orphans.get(INTEGRATION))),
        )
        endpoints = network.Subnet(
            ENDPOINTS,
            resource_group_name=args.site.resource_group,
            virtual_network_name=made.name,
            subnet_name=ENDPOINTS,
            address_prefix=ranges.endpoints,
            opts=pulumi.ResourceOptions.merge(with_group, _taking_over(orphans.get(ENDPOINTS), integration)),
        )
        self.network_id, self.integration_subnet_id, self.endpoint_subnet_id = made.id, integration.id, endpoints.id

    def _zone(self, group: str, args: NetworkArgs) -> pulumi.Output[str]:
        existing = args.settings.existing.private_dns_zone_ids.of_group(group)
        if existing is not None:
            return pulumi.Output.from_input(existing)
        zone = privatedns.PrivateZone(
            group,
            resource_group_name=args.site.resource_group,
            private_zone_name=ZONES[group],
            location="global",
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self),
        )
        privatedns.VirtualNetworkLink(
            group,
            resource_group_name=args.site.resource_group,
            private_zone_name=zone.name,
            virtual_network_link_name=group,
            location="global",
            registration_enabled=False,
            virtual_network=privatedns.SubResourceArgs(id=self.network_id),
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self),
        )
        return zone.id


def _taking_over(id: str | None, *after: pulumi.Resource) -> pulumi.ResourceOptions:
    """The options of a subnet, which a failed destroy may have left."""
    return pulumi.ResourceOptions(import_=id, depends_on=after)
