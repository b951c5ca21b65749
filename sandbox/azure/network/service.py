"""The services that private endpoints lead to: their groups, host names and DNS zones.

Source: learn.microsoft.com/azure/private-link/private-endpoint-dns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.view import Resource


@dataclass(frozen=True, kw_only=True)
class Group:
    """A sub-resource of a service that an endpoint can lead to; hosts and zone as the public DNS has them."""

    hosts: tuple[str, ...]
    zone: str


def _storage(service: str) -> Group:
    host = f"{service}.core.windows.net"
    return Group(hosts=(f"{{name}}.{host}",), zone=f"privatelink.{host}")


def _secondary(service: str) -> Group:
    host = f"{service}.core.windows.net"
    return Group(hosts=(f"{{name}}-secondary.{host}",), zone=f"privatelink.{host}")


_STORAGE = ("blob", "table", "queue", "file", "web", "dfs")
_WITH_SECONDARY = ("blob", "table", "queue", "web", "dfs")
GROUPS: Mapping[str, Mapping[str, Group]] = {
    "Microsoft.KeyVault/vaults": {
        "vault": Group(hosts=("{name}.vault.azure.net",), zone="privatelink.vaultcore.azure.net")
    },
    "Microsoft.ServiceBus/namespaces": {
        "namespace": Group(hosts=("{name}.servicebus.windows.net",), zone="privatelink.servicebus.windows.net")
    },
    "Microsoft.Storage/storageAccounts": {
        **{service: _storage(service) for service in _STORAGE},
        **{f"{service}_secondary": _secondary(service) for service in _WITH_SECONDARY},
    },
    "Microsoft.Web/sites": {
        "sites": Group(
            hosts=("{name}.azurewebsites.net", "{name}.scm.azurewebsites.net"), zone="privatelink.azurewebsites.net"
        )
    },
}
"""The groups of each type that takes private endpoints."""


def groups_of(target: Resource) -> Mapping[str, Group]:
    """The groups of a resource; none for a type without private endpoints."""
    return GROUPS.get(target.type, {})


def hosts(target: Resource, group: str) -> list[str]:
    """The host names that resolve to an endpoint of the group."""
    return [host.format(name=target.id.name.lower()) for host in groups_of(target)[group].hosts]
