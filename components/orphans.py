"""What Azure still has although the engine has forgotten it, found so that it can be taken back."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

import pulumi
from pulumi.runtime.sync_await import _sync_await

from backbone import naming
from backbone.arm_ids import ArmId
from components.look_up import look_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import Settings
    from components.deployed import Deployed

GET_SUBNET = "azure-native:network:getSubnet"
GET_VAULT = "azure-native:keyvault:getVault"

INTEGRATION, ENDPOINTS = "integration", "endpoints"
"""The subnets, by their logical names, which are Azure's too."""


@dataclass(frozen=True, kw_only=True)
class Orphans:
    """What is in the stack's resource group and not in its state.

    What is `deleted_with` its resource group is forgotten before the group is deleted; where a destroy then stops, it
    is still there, and could not be created again. What is found is imported; the engine goes on with the update that
    makes it what is declared. Azure is asked only where the state has the group or network without what belongs in it.
    The network itself is not looked for: its name is the engine's, a second one has another, both go with the group.

    Attributes:
        subnets: Resource ids of subnets, by name.
        vault: Resource id of the vault, if that is one.
    """

    subnets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    vault: str | None = None

    @classmethod
    def find(cls, settings: Settings, deployed: Deployed) -> Self:
        """Look for what there may be.

        Args:
            settings: What the stack file says.
            deployed: What the stack has deployed.

        Raises:
            pulumi.RunError: Azure did not say whether there is one.
        """
        return _sync_await(cls._find(settings, deployed))  # what is imported has to be said when it is declared

    @classmethod
    async def _find(cls, settings: Settings, deployed: Deployed) -> Self:
        subnets, vault = await asyncio.gather(_subnets(deployed), _vault(deployed, settings))
        return cls(subnets=subnets, vault=vault)


async def _subnets(deployed: Deployed) -> Mapping[str, str]:
    if deployed.network_id is None:
        return {}
    network = ArmId.parse(deployed.network_id)
    where = {"resourceGroupName": network.resource_group, "virtualNetworkName": network.names[0]}
    missing = [name for name in (INTEGRATION, ENDPOINTS) if name not in deployed.subnets]
    found = await asyncio.gather(*(_ask(GET_SUBNET, {**where, "subnetName": name}) for name in missing))
    return {name: each for name, each in zip(missing, found, strict=True) if each is not None}


async def _vault(deployed: Deployed, settings: Settings) -> str | None:
    if deployed.group is None or deployed.vault_ids:
        return None
    suffix = settings.existing.suffix or naming.suffix_of(deployed.group)
    name = naming.vault_name(settings.workload, suffix)
    return await _ask(GET_VAULT, {"resourceGroupName": deployed.group, "vaultName": name})


async def _ask(function: str, arguments: Mapping[str, str]) -> str | None:
    """The id of what a function of the provider looks up; None where Azure has no such thing."""
    looked = await look_up(function, arguments)
    if looked.is_missing:
        return None
    if looked.error:
        names = ", ".join(arguments.values())
        raise pulumi.RunError(f"Whether a failed destroy has left {names} cannot be seen: {looked.error}")
    return str(looked.resource["id"])
