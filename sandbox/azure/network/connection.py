"""Private endpoint connections, seen from the resource that an endpoint leads to.

Source: learn.microsoft.com/azure/private-link/manage-private-endpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.view import Resource, View

ENDPOINTS = "Microsoft.Network/privateEndpoints"
EVERYWHERE = ResourceId(("subscriptions",))
"""Above all subscriptions: who refers to a resource may be in another one."""
DISCONNECTED = {"status": "Disconnected", "description": "Deleted state", "actionRequired": "Consumer can delete"}
"""The state of an endpoint whose target was deleted."""
_LISTS = ("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")


def links(endpoint: Resource) -> Iterator[dict[str, Any]]:
    """The links of an endpoint, those that wait for an approval included."""
    for kind in _LISTS:
        yield from endpoint.properties.get(kind) or []


def is_automatic(endpoint: Resource) -> bool:
    """Whether the endpoint was approved by who made it."""
    return bool(endpoint.properties.get(_LISTS[0]))


def state(endpoint: Resource) -> dict[str, Any]:
    """The state of an endpoint's connection, as its target knows it."""
    if is_automatic(endpoint):
        return {"status": "Approved", "description": "Auto-Approved", "actionRequired": "None"}
    messages = [link["properties"].get("requestMessage", "") for link in links(endpoint)]
    return {"status": "Pending", "description": messages[0], "actionRequired": "None"}


def has_target(endpoint: Resource, view: View) -> bool:
    """Whether what an endpoint leads to is still there."""
    return all(view.find(ResourceId.parse(link["properties"]["privateLinkServiceId"])) for link in links(endpoint))


def endpoint_connections(target: Resource, view: View, type: str) -> list[dict[str, Any]]:
    """The connections of a resource; `type` is the type that they have there."""
    found = []
    for endpoint in view.under(EVERYWHERE, ENDPOINTS):
        if _leads_to(endpoint, target):
            name = endpoint.private["connection"]
            found.append(
                {
                    "id": f"{target.id.text}/privateEndpointConnections/{name}",
                    "name": name,
                    "type": type,
                    "properties": {
                        "provisioningState": "Succeeded",
                        "privateEndpoint": {"id": endpoint.id.text},
                        "privateLinkServiceConnectionState": state(endpoint),
                    },
                }
            )
    return found


def _leads_to(endpoint: Resource, target: Resource) -> bool:
    wanted = (link["properties"]["privateLinkServiceId"] for link in links(endpoint))
    return any(ResourceId.parse(each).key == target.id.key for each in wanted)
