"""The vault of the queue mappings, which only the function's identity can read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, final

import pulumi
from pulumi_azure_native import authorization, keyvault

from backbone import grants, naming
from components.diagnostics import declare_diagnostics
from components.grant import grant
from components.private_endpoint import PrivateEndpoint, PrivateEndpointArgs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pulumi_azure_native import managedidentity

    from backbone.settings import Settings
    from components.network import Network
    from components.observability import Observability
    from components.site import Site

RETENTION_IN_DAYS = 90
"""How long a deleted vault or secret can be recovered: the longest that Azure offers, fixed at creation."""

IMMUTABLE = ["location", "properties.softDeleteRetentionInDays", "properties.tenantId"]
"""What Azure refuses to change on a vault, while azure-native alone would try to."""


@dataclass(frozen=True, kw_only=True)
class VaultArgs:
    """What a vault is made of.

    Attributes:
        site: Where it is put.
        settings: What the stack file says.
        network: The network from which it can be reached.
        observability: Where its audit log goes.
        reader: The one identity that may read secrets.
    """

    site: Site
    settings: Settings
    network: Network
    observability: Observability
    reader: managedidentity.UserAssignedIdentity


@final
class Vault(pulumi.ComponentResource):
    """A vault without a public door: role-based, closed to Azure's trusted services, one reader.

    Attributes:
        resource: The vault itself.
        uri: Where its reader finds it.
        ready: What its reader waits for: the role and the way in.
    """

    resource: keyvault.Vault
    uri: pulumi.Output[str]
    ready: Sequence[pulumi.Resource]

    def __init__(self, name: str, args: VaultArgs, opts: pulumi.ResourceOptions | None = None) -> None:
        super().__init__("backbone:index:Vault", name, None, opts)
        self.resource = keyvault.Vault(
            name,
            vault_name=args.site.suffix.apply(partial(naming.vault_name, args.site.workload)),
            resource_group_name=args.site.resource_group,
            location=args.site.location,
            properties=_properties(args),
            tags=dict(args.site.tags),
            # Deleted before its group it would keep its name to itself for months, also from a next `up` in that group.
            opts=pulumi.ResourceOptions(
                parent=self,
                protect=args.site.protect,
                delete_before_replace=True,
                replace_on_changes=IMMUTABLE,
                deleted_with=args.site.group,
                import_=args.site.orphans.vault,
            ),
        )
        endpoint = PrivateEndpointArgs(site=args.site, network=args.network, target_id=self.resource.id, group="vault")
        way_in = PrivateEndpoint(name, endpoint, pulumi.ResourceOptions(parent=self))
        role = grant(
            f"{name}-reader", grants.OF_HOST["reader"], to=args.reader.principal_id, on=self.resource.id, parent=self
        )
        declare_diagnostics(name, self.resource.id, workspace_id=args.observability.workspace_id, parent=self)
        self.ready = [role, way_in.ready]
        self.uri = self.resource.properties.vault_uri
        self.register_outputs({"uri": self.uri})


def _properties(args: VaultArgs) -> keyvault.VaultPropertiesArgs:
    return keyvault.VaultPropertiesArgs(
        # Not the reader's own output: that is unknown while a change of the reader is previewed, and would look like a
        # new tenant, for which a protected vault refuses to be replaced.
        tenant_id=authorization.get_client_config_output().tenant_id,
        sku=keyvault.SkuArgs(family=keyvault.SkuFamily.A, name=keyvault.SkuName.STANDARD),
        create_mode=keyvault.CreateMode.RECOVER
        if args.settings.existing.recover_vault
        else keyvault.CreateMode.DEFAULT,
        enable_rbac_authorization=True,
        enable_soft_delete=True,
        soft_delete_retention_in_days=RETENTION_IN_DAYS,
        enable_purge_protection=True,
        enabled_for_deployment=False,
        enabled_for_disk_encryption=False,
        enabled_for_template_deployment=False,
        public_network_access="disabled",
        network_acls=keyvault.NetworkRuleSetArgs(
            bypass=keyvault.NetworkRuleBypassOptions.NONE,
            default_action=keyvault.NetworkRuleAction.DENY,
            ip_rules=[],
            virtual_network_rules=[],
        ),
    )
