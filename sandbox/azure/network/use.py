"""Who uses a subnet, and what that forbids.

Sources: learn.microsoft.com/troubleshoot/azure/virtual-network/delete-subnet-is-in-use and
learn.microsoft.com/azure/azure-functions/functions-networking-options#subnets.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sandbox.azure.network.connection import ENDPOINTS, EVERYWHERE
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.view import Resource, View

SUBNETS = "Microsoft.Network/virtualNetworks/subnets"
SITES = "Microsoft.Web/sites"
LINK = "legionservicelink"
"""The service association link that a Flex Consumption app leaves on its subnet (Azure/Azure-Functions #2605)."""
LINGERS = timedelta(hours=1)
"""How long that link outlives the last app here; reports of the real one range from minutes to two days."""
_LINKED_UNTIL = "linkedUntil"


def endpoints_in(subnet: ResourceId, view: View) -> Iterator[Resource]:
    """The private endpoints in a subnet."""
    for endpoint in view.under(EVERYWHERE, ENDPOINTS):
        if ResourceId.parse(endpoint.properties["subnet"]["id"]).key == subnet.key:
            yield endpoint


def sites_in(subnet: ResourceId, view: View) -> Iterator[Resource]:
    """The web and function apps that send through a subnet."""
    for site in view.under(EVERYWHERE, SITES):
        wanted = site.properties.get("virtualNetworkSubnetId")
        if wanted and ResourceId.parse(wanted).key == subnet.key:
            yield site


def is_linked(subnet: Resource, view: View) -> bool:
    """Whether a service association link stands on a subnet."""
    until = subnet.private.get(_LINKED_UNTIL)
    return any(sites_in(subnet.id, view)) or (until is not None and view.now < datetime.fromisoformat(until))


def keep_linked(subnet: ResourceId, view: View) -> None:
    """Let the link stay for a while after the app has gone."""
    found = view.find(subnet)
    if found:
        until = (view.now + LINGERS).isoformat()
        view.put(replace(found, private={**found.private, _LINKED_UNTIL: until}))


def user_of(subnet: Resource, view: View) -> str | None:
    """What uses a subnet, as messages name it; None: nothing does."""
    if is_linked(subnet, view):
        return f"{subnet.id.text}/serviceAssociationLinks/{LINK}"
    endpoint = next(endpoints_in(subnet.id, view), None)
    return f"{interface_of(endpoint)}/ipConfigurations/privateEndpointIpConfig" if endpoint else None


def interface_of(endpoint: Resource) -> str:
    """The id of an endpoint's network interface."""
    group = "/".join(("", *endpoint.id.segments[:4]))
    name = endpoint.properties.get("customNetworkInterfaceName") or endpoint.private["interface"]
    return f"{group}/providers/Microsoft.Network/networkInterfaces/{name}"
