"""A Service Bus namespace with its session queue, further queues and topics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import servicebus

from backbone import addresses, entities, naming
from backbone.roles import Role
from backbone.settings import Sku
from components.diagnostics import declare_diagnostics
from components.grant import grant
from components.place import Place
from components.private_endpoint import PrivateEndpoint, PrivateEndpointArgs
from components.topology import Topology

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pulumi_azure_native import managedidentity

    from backbone.settings import NamespaceSettings
    from components.network import Network
    from components.observability import Observability
    from components.site import Site

IMMUTABLE = [
    "location",
    "sku.name",
    "sku.tier",
    "premiumMessagingPartitions",
    "platformCapabilities.confidentialCompute.mode",
]
"""What Azure refuses to change on a namespace; azure-native alone would try to (all but the location).

Service Bus: the tier changes by migration only, partitions are fixed at creation.
"""


PRIVATE_LINK_GROUP = "namespace"
"""What private endpoints call a Service Bus namespace."""


@dataclass(frozen=True, kw_only=True)
class NamespaceArgs:
    """What a namespace is made of.

    Attributes:
        site: Where it is put.
        settings: What the stack file says about it.
        network: The network from which it is reached, where it is private.
        observability: Where its logs go.
        sender: The identity that may send to its session queue, and to nothing else.
    """

    site: Site
    settings: NamespaceSettings
    network: Network
    observability: Observability
    sender: managedidentity.UserAssignedIdentity


@final
class Namespace(pulumi.ComponentResource):
    """A namespace that only Microsoft Entra identities can use, and what is in it, addressed as `queue@alias`.

    Attributes:
        alias: What stands for it in addresses.
        resource: The namespace itself.
        host: Host name for clients, as Azure returns it.
        session_queue: Name on the wire of the queue that keeps the order of each session.
        queues: The queues by their name on the wire.
        topics: The topics by their name on the wire.
        subscriptions: The subscriptions by the topic's name on the wire and their own.
        resource_group: Name of the resource group that it is in.
        session_address: Address of the session queue.
    """

    alias: str
    resource: servicebus.Namespace
    host: pulumi.Output[str]
    session_queue: pulumi.Output[str]
    queues: Mapping[str, servicebus.Queue]
    topics: Mapping[str, servicebus.Topic]
    subscriptions: Mapping[tuple[str, str], servicebus.Subscription]
    resource_group: pulumi.Output[str]
    session_address: addresses.Address

    def __init__(self, name: str, args: NamespaceArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Namespace", name, None, opts)
        self._args = args
        self.alias = args.settings.alias
        self.resource_group = args.site.resource_group
        self.session_address = addresses.Address(entity=args.settings.queue, alias=args.settings.alias)
        self._is_private = _is_private(args)
        self.resource = self._declare_namespace(name)
        topology = Topology(args.settings, Place(site=args.site, namespace=self.resource.name, parent=self))
        self.queues, self.topics, self.subscriptions = topology.queues, topology.topics, topology.subscriptions
        declare_diagnostics(name, self.resource.id, workspace_id=args.observability.workspace_id, parent=self)
        if self._is_private:
            endpoint = PrivateEndpointArgs(
                site=args.site, network=args.network, target_id=self.resource.id, group=PRIVATE_LINK_GROUP
            )
            PrivateEndpoint(name, endpoint, pulumi.ResourceOptions(parent=self))
        session_queue = self.queues[args.settings.queue]
        sender = args.sender.principal_id
        grant(f"{name}-sender", Role.SERVICE_BUS_DATA_SENDER, to=sender, on=session_queue.id, parent=self)
        self.host = self.resource.service_bus_endpoint.apply(naming.host_of)
        self.session_queue = session_queue.name.apply(entities.wire_name)
        self.register_outputs({"host": self.host, "sessionQueue": self.session_queue})

    def entity_id(self, address: addresses.Address) -> pulumi.Output[str]:
        """Resource id of one of its queues, topics or subscriptions, spelt as it is declared."""
        if address.subscription is not None:
            return self.subscriptions[address.entity, address.subscription].id
        queue = self.queues.get(address.entity)
        return queue.id if queue is not None else self.topics[address.entity].id

    def queue_id_in(self, subscription: str, queue: str) -> pulumi.Output[str]:
        """Resource id that a queue has or will have; a preview knows it before there is a namespace."""
        return pulumi.Output.concat(
            f"/subscriptions/{subscription}/resourceGroups/",
            self.resource_group,
            "/providers/Microsoft.ServiceBus/namespaces/",
            self._physical_name(),
            f"/queues/{entities.arm_name(queue)}",
        )

    def _physical_name(self) -> pulumi.Output[str]:
        site = self._args.site
        return site.suffix.apply(partial(naming.namespace_name, site.workload, self.alias))

    def _declare_namespace(self, name: str) -> servicebus.Namespace:
        settings, site = self._args.settings, self._args.site
        return servicebus.Namespace(
            name,
            namespace_name=self._physical_name(),
            resource_group_name=site.resource_group,
            location=settings.location,
            sku=_sku(settings),
            premium_messaging_partitions=settings.partitions,
            disable_local_auth=True,
            minimum_tls_version=servicebus.TlsVersion.TLS_VERSION_1_2,
            public_network_access=_public_access(is_private=self._is_private),
            tags=dict(site.tags),
            opts=pulumi.ResourceOptions(
                parent=self, protect=site.protect, delete_before_replace=True, replace_on_changes=IMMUTABLE
            ),
        )


def _is_private(args: NamespaceArgs) -> bool:
    """Whether the namespace is reached through a private endpoint only, which Premium alone can be."""
    return PRIVATE_LINK_GROUP in args.network.zone_ids and args.settings.sku is Sku.PREMIUM


def _public_access(*, is_private: bool) -> servicebus.PublicNetworkAccess:
    return servicebus.PublicNetworkAccess.DISABLED if is_private else servicebus.PublicNetworkAccess.ENABLED


def _sku(settings: NamespaceSettings) -> servicebus.SBSkuArgs:
    """The SKU as Resource Manager wants it: the capacity is sent for Premium only."""
    tier = {Sku.STANDARD: servicebus.SkuTier.STANDARD, Sku.PREMIUM: servicebus.SkuTier.PREMIUM}[settings.sku]
    return servicebus.SBSkuArgs(name=servicebus.SkuName(tier.value), tier=tier, capacity=settings.messaging_units)
