"""The public documents in which the rules of storage accounts are written down."""

from __future__ import annotations

API_VERSIONS = (
    "2021-09-01",
    "2022-09-01",
    "2023-01-01",
    "2023-05-01",
    "2024-01-01",
    "2025-01-01",
    "2025-06-01",
)
"""Versions of the REST API (learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts)."""

_LEARN = "https://learn.microsoft.com/azure"
ERRORS = f"{_LEARN}/azure-resource-manager/troubleshooting/error-storage-account-name"
OVERVIEW = f"{_LEARN}/storage/common/storage-account-overview"
UPGRADE = f"{_LEARN}/storage/common/storage-account-upgrade"
NAMESPACE_UPGRADE = f"{_LEARN}/storage/blobs/upgrade-to-data-lake-storage-gen2"
ANONYMOUS_ACCESS = f"{_LEARN}/storage/blobs/anonymous-read-access-prevent"
NETWORK_SECURITY = f"{_LEARN}/storage/common/storage-network-security"
TEMPLATES = f"{_LEARN}/templates/microsoft.storage/storageaccounts"
CONTAINER_NAMES = (
    "https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata"
)
REDUNDANCY = f"{_LEARN}/storage/common/redundancy-migration"
RETENTION = f"{_LEARN}/storage/blobs/soft-delete-blob-overview"
