"""The public documents in which Key Vault's rules are written down, and how its refusals are phrased."""

from __future__ import annotations

from sandbox.azure.rule import Rule, Wording

API_VERSIONS = (
    "2019-09-01",
    "2021-10-01",
    "2022-07-01",
    "2023-02-01",
    "2023-07-01",
    "2024-04-01-preview",
    "2024-11-01",
    "2024-12-01-preview",
    "2025-05-01",
    "2026-02-01",
    "2026-03-01-preview",
)
"""Versions of the REST API (learn.microsoft.com/azure/templates/microsoft.keyvault/vaults)."""

_LEARN = "https://learn.microsoft.com/azure/key-vault"
SOFT_DELETE = f"{_LEARN}/general/soft-delete-overview"
RECOVERY = f"{_LEARN}/general/key-vault-recovery"
NETWORK = f"{_LEARN}/general/network-security"
ERRORS = f"{_LEARN}/general/common-error-codes"
REST_ERRORS = f"{_LEARN}/general/rest-error-codes"
ABOUT_SECRETS = f"{_LEARN}/secrets/about-secrets"
ABOUT_NAMES = f"{_LEARN}/general/about-keys-secrets-certificates"
ACCESS_POLICY = f"{_LEARN}/general/assign-access-policy"
LIMITS = f"{_LEARN}/general/service-limits"
VAULT_REST = "https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/create-or-update"
SECRET_REST = "https://learn.microsoft.com/rest/api/keyvault/keyvault/secrets/create-or-update"  # noqa: S105
PURGE_PROTECTION_FALSE = "https://github.com/Azure/ai-hub/issues/241"
PURGE_REFUSED = "https://github.com/MicrosoftDocs/azure-docs/issues/55427"


def rule(
    id: str,
    *,
    text: str,
    message: str,
    source: str,
    status: int = 400,
    code: str = "BadRequest",
    inner_code: str = "",
    wording: Wording = "ours",
) -> Rule:
    """A rule of Key Vault."""
    return Rule(
        id=f"keyvault/{id}",
        text=text,
        source=source,
        status=status,
        code=code,
        message=message,
        wording=wording,
        inner_code=inner_code,
    )
