"""Finds the secrets that queue mappings have already: those of this stack in its state, others in the vault."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi

from backbone import mappings
from backbone.adoption import Found
from components.look_up import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backbone.mappings import QueueMapping
    from components.deployed import Deployed

GET_SECRET = "azure-native:keyvault:getSecret"  # noqa: S105


@dataclass(frozen=True, kw_only=True)
class MappingLookup:
    """Where the secrets of mappings are looked for.

    Attributes:
        deployed: What the stack has deployed.
        resource_group: Name of the vault's resource group; None for a preview that does not know it.
        vault_id: Resource id of the vault; None for a preview that does not know it.
        recovers: Whether a vault that this stack has not deployed may hold mappings all the same.
    """

    deployed: Deployed
    resource_group: str | None
    vault_id: str | None
    recovers: bool

    async def find(self, declared: Iterable[QueueMapping]) -> Mapping[str, Found | None]:
        """The secret of each mapping as it is before this deployment, by the mapping's id; all are asked for at once.

        Raises:
            pulumi.RunError: Azure did not say whether there is one.
        """
        wanted = tuple(declared)
        found = await asyncio.gather(*map(self._find, wanted))
        return dict(zip((mapping.id for mapping in wanted), found, strict=True))

    async def _find(self, mapping: QueueMapping) -> Found | None:
        """The secret of one mapping; a vault that we have just made anew has none."""
        recorded = self.deployed.mappings.get(mapping.id.lower())
        if self.vault_id is None or (recorded is not None and recorded.id.startswith(f"{self.vault_id}/")):
            return recorded
        if self.vault_id in self.deployed.vault_ids or self.recovers:
            return await self._ask(mappings.secret_name(mapping.id), self.vault_id.rpartition("/")[2])
        return None

    async def _ask(self, secret: str, vault: str) -> Found | None:
        """Ask Resource Manager, which shows a secret's tags and never its value."""
        looked = await look_up(
            GET_SECRET, {"resourceGroupName": self.resource_group, "vaultName": vault, "secretName": secret}
        )
        if looked.is_missing:
            return None
        if looked.error:
            raise pulumi.RunError(f"Whether the vault holds {secret} already cannot be seen: {looked.error}")
        answer = looked.resource
        return Found(
            id=answer["id"],
            target=(answer.get("tags") or {}).get(mappings.TARGET),
            enabled=bool((answer["properties"].get("attributes") or {}).get("enabled", True)),
            managed=False,
        )
