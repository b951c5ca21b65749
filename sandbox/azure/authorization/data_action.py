"""Which actions are about data: those that Azure's list of operations marks `isDataAction`.

Sources: learn.microsoft.com/azure/role-based-access-control/permissions/security (Key Vault), …/integration (Service
Bus), …/storage and …/monitor.
"""

from __future__ import annotations

from sandbox.azure.authorization.permission import matches

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


def is_data_action(action: str) -> bool:
    """Whether an action is decided by roles' data actions."""
    return matches(DATA_ACTIONS, action)
