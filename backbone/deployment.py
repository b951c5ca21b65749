"""What an exported stack says about its queue mappings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

VAULT = "azure-native:keyvault:Vault"
IDENTITY = "azure-native:managedidentity:UserAssignedIdentity"
FUNCTION = "::function"
"""How the URN of the function's identity ends."""


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """Where the mappings of a deployed stack are, and who sends to their queues.

    Attributes:
        vault_id: Resource id of the vault; None before it is deployed.
        sender: Object id of the function's identity; None before it is deployed.
    """

    vault_id: str | None
    sender: str | None

    @classmethod
    def parse(cls, exported: Mapping[str, Any]) -> Self:
        """Read what `pulumi stack export` prints."""
        resources = (exported.get("deployment") or {}).get("resources") or []
        vault = next((it.get("id") for it in resources if it["type"] == VAULT and not it.get("delete")), None)
        identity = next((it for it in resources if it["type"] == IDENTITY and it["urn"].endswith(FUNCTION)), None)
        return cls(vault_id=vault, sender=(identity.get("outputs") or {}).get("principalId") if identity else None)
