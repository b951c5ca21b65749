"""What a stack file says about resources that somebody else made."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting


@dataclass(frozen=True, kw_only=True)
class PrivateDnsZoneSettings:
    """Existing private DNS zones."""

    vault: Annotated[domain.VaultZoneId | None, Setting("Zone privatelink.vaultcore.azure.net.")] = None
    service_bus: Annotated[domain.ServiceBusZoneId | None, Setting("Zone privatelink.servicebus.windows.net.")] = None
    blob: Annotated[domain.BlobZoneId | None, Setting("Zone privatelink.blob.core.windows.net.")] = None
    queue: Annotated[domain.QueueZoneId | None, Setting("Zone privatelink.queue.core.windows.net.")] = None
    table: Annotated[domain.TableZoneId | None, Setting("Zone privatelink.table.core.windows.net.")] = None

    def of_group(self, group: str) -> str | None:
        """The existing zone for a part of a service, by the part's group id."""
        return {
            "vault": self.vault,
            "namespace": self.service_bus,
            "blob": self.blob,
            "queue": self.queue,
            "table": self.table,
        }[group]


@dataclass(frozen=True, kw_only=True)
class ExistingSettings:
    """Resources that are used as they are, and neither changed nor deleted; what is absent, we make."""

    resource_group: Annotated[domain.ResourceGroupName | None, Setting("Name of an existing resource group.")] = None
    suffix: Annotated[
        domain.Suffix | None,
        Setting(
            "How every globally unique name ends; required with `resourceGroup`.",
            default_text="the random end of the resource group's name",
        ),
    ] = None
    recover_vault: Annotated[
        bool, Setting("Whether a soft-deleted vault of the same name is recovered instead of refused.")
    ] = False
    integration_subnet_id: Annotated[
        domain.SubnetId | None,
        Setting("Subnet of the function, /27 or larger and delegated to Microsoft.App/environments."),
    ] = None
    private_endpoint_subnet_id: Annotated[domain.SubnetId | None, Setting("Subnet of the private endpoints.")] = None
    private_dns_zone_ids: Annotated[PrivateDnsZoneSettings, Setting("Private DNS zones, by service.")]
    log_analytics_workspace_id: Annotated[domain.WorkspaceId | None, Setting("Workspace of all logs.")] = None
