"""Microsoft.Storage: storage accounts, their blob service and its containers."""

from __future__ import annotations

from sandbox.azure.storage.account import ACCOUNT
from sandbox.azure.storage.blob_service import BLOB_SERVICE
from sandbox.azure.storage.container import CONTAINER

TYPES = (ACCOUNT, BLOB_SERVICE, CONTAINER)
"""The resource types of this provider that are simulated."""

__all__ = ["TYPES"]
