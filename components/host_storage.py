"""The storage account of the function's host: its code, its locks, its own queues and tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import storage

from backbone import grants, naming
from backbone.private_link import groups_of
from backbone.settings import EndpointTarget
from components.grant import grant
from components.private_endpoint import PrivateEndpoint, PrivateEndpointArgs

if TYPE_CHECKING:
    from pulumi_azure_native import managedidentity

    from backbone.settings import Settings
    from components.network import Network
    from components.site import Site

SERVICES = ("blobs", "queues", "tables")
"""What of the storage account the function's host uses."""


@dataclass(frozen=True, kw_only=True)
class HostStorageArgs:
    """What the storage account is made of.

    Attributes:
        site: Where it is put.
        settings: What the stack file says.
        network: The network of the function.
        user: The function's identity.
    """

    site: Site
    settings: Settings
    network: Network
    user: managedidentity.UserAssignedIdentity


@final
class HostStorage(pulumi.ComponentResource):
    """A storage account without keys and without public blobs, and a private container for the function's code.

    Attributes:
        account: The account's name.
        container_url: Where the function's code is put.
    """

    account: pulumi.Output[str]
    container_url: pulumi.Output[str]

    def __init__(self, name: str, args: HostStorageArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:HostStorage", name, None, opts)
        account = self._declare_account(name, args)
        container = storage.BlobContainer(
            f"{name}-code",
            container_name="code",
            account_name=account.name,
            resource_group_name=args.site.resource_group,
            public_access=storage.PublicAccess.NONE,
            opts=pulumi.ResourceOptions(parent=self),
        )
        for what in SERVICES:
            grant(f"{name}-{what}", grants.OF_HOST[what], to=args.user.principal_id, on=account.id, parent=self)
        if _is_private(args):
            for group in groups_of(EndpointTarget.STORAGE):
                endpoint = PrivateEndpointArgs(site=args.site, network=args.network, target_id=account.id, group=group)
                PrivateEndpoint(f"{name}-{group}", endpoint, pulumi.ResourceOptions(parent=self))
        self.account = account.name
        self.container_url = pulumi.Output.concat(account.primary_endpoints.blob, container.name)
        self.register_outputs({"account": self.account, "containerUrl": self.container_url})

    def _declare_account(self, name: str, args: HostStorageArgs) -> storage.StorageAccount:
        access = storage.PublicNetworkAccess
        public = access.DISABLED if _is_private(args) else access.ENABLED
        return storage.StorageAccount(
            name,
            account_name=args.site.suffix.apply(partial(naming.storage_account_name, args.site.workload)),
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            kind=storage.Kind.STORAGE_V2,
            sku=storage.SkuArgs(name=storage.SkuName.STANDARD_LRS),
            access_tier=storage.AccessTier.HOT,
            allow_blob_public_access=False,
            allow_cross_tenant_replication=False,
            allow_shared_key_access=False,
            default_to_o_auth_authentication=True,
            enable_https_traffic_only=True,
            minimum_tls_version=storage.MinimumTlsVersion.TLS1_2,
            public_network_access=public,
            tags=dict(args.site.tags),
            opts=pulumi.ResourceOptions(parent=self, delete_before_replace=True),
        )


def _is_private(args: HostStorageArgs) -> bool:
    return EndpointTarget.STORAGE in args.settings.network.private_endpoints
