"""Private endpoints: the parts of a service that they lead to, and the DNS zones of these.

Source: learn.microsoft.com/azure/private-link/private-endpoint-dns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import EndpointTarget

ZONES: Mapping[str, str] = {
    "vault": "privatelink.vaultcore.azure.net",
    "namespace": "privatelink.servicebus.windows.net",
    "blob": "privatelink.blob.core.windows.net",
    "queue": "privatelink.queue.core.windows.net",
    "table": "privatelink.table.core.windows.net",
}
"""The private DNS zone of each part of a service, by the part's group id."""

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "vault": ("vault",),
    "storage": ("blob", "queue", "table"),
    "serviceBus": ("namespace",),
}


def groups_of(target: EndpointTarget) -> tuple[str, ...]:
    """The group ids of a service's parts; each part has a private endpoint of its own."""
    return _GROUPS[target]
