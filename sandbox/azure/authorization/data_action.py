"""Which actions are about data: those that Azure's list of operations marks `isDataAction`.

Sources: learn.microsoft.com/azure/role-based-access-control/permissions/security (Key Vault), …/integration (Service
Bus), …/storage and …/monitor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.authorization.permission import matches

if TYPE_CHECKING:
    from sandbox.azure.resource_id import ResourceId

DATA_ACTIONS = (
    "Microsoft.KeyVault/vaults/secrets/*/action",
    "Microsoft.KeyVault/vaults/secrets/delete",
    "Microsoft.KeyVault/vaults/keys/*/action",
    "Microsoft.KeyVault/vaults/keys/delete",
    "Microsoft.KeyVault/vaults/certificates/*",
    "Microsoft.KeyVault/vaults/certificatecas/*",
    "Microsoft.KeyVault/vaults/certificatecontacts/write",
    "Microsoft.KeyVault/vaults/storageaccounts/*",
    "Microsoft.ServiceBus/*/send/action",
    "Microsoft.ServiceBus/*/receive/action",
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*",
    "Microsoft.Storage/storageAccounts/queueServices/queues/messages/*",
    "Microsoft.Storage/storageAccounts/tableServices/tables/entities/*",
    "Microsoft.Storage/storageAccounts/fileServices/fileshares/files/*",
    "Microsoft.Insights/Metrics/Write",
    "Microsoft.Insights/Telemetry/Write",
)
"""Patterns of the data actions of the simulated providers."""

SECRET_ACTIONS = tuple(
    f"Microsoft.KeyVault/vaults/secrets/{name}/action"
    for name in ("backup", "getSecret", "purge", "readMetadata", "recover", "restore", "setSecret", "update")
)
"""What Azure lists below the first of these patterns."""


def is_data_action(action: str) -> bool:
    """Whether an action is decided by roles' data actions."""
    return matches(DATA_ACTIONS, action)


_ENDS = frozenset({"microsoft.servicebus/namespaces/topics"})
"""Types at which a role for data ends. Receiving from a subscription needs a role on itself or on the namespace: one
on its topic is not enough (learn.microsoft.com/azure/azure-functions/functions-bindings-service-bus-trigger)."""


def reaches(holder: ResourceId, scope: ResourceId, *, data: bool) -> bool:
    """Whether a role that is held at the scope or above it holds at the scope."""
    return not data or holder.key == scope.key or holder.type.lower() not in _ENDS
