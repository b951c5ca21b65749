"""Microsoft.KeyVault: vaults and their secrets, the soft-deleted ones included."""

from __future__ import annotations

from sandbox.azure.keyvault.deleted_vault import DELETED_VAULT, DELETED_VAULT_LIST
from sandbox.azure.keyvault.secret import SECRET
from sandbox.azure.keyvault.vault import VAULT

TYPES = (VAULT, SECRET, DELETED_VAULT, DELETED_VAULT_LIST)
"""The resource types of this provider that are simulated."""

__all__ = ["TYPES"]
