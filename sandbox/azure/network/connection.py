"""Private endpoint connections, seen from the resource that an endpoint leads to.

Source: learn.microsoft.com/azure/private-link/manage-private-endpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.resource_id import ResourceId
from sandbox.azure.view import Resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.view import View

ENDPOINTS = "Microsoft.Network/privateEndpoints"
EVERYWHERE = ResourceId(("subscriptions",))
"""Above all subscriptions: who refers to a resource may be in another one."""
DISCONNECTED = {"status": "Disconnected", "description": "Deleted state", "actionRequired": "Consumer can delete"}
"""The state of an endpoint whose target, or whose connection to it, was deleted."""
_CONNECTIONS = "privateEndpointConnections"
_STATE = "privateLinkServiceConnectionState"
_LISTS = ("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")


def links(endpoint: Resource) -> Iterator[dict[str, Any]]:
    """The links of an endpoint, those that wait for an approval included."""
    for kind in _LISTS:
        yield from endpoint.properties.get(kind) or []


def is_automatic(endpoint: Resource) -> bool:
    """Whether the endpoint was approved by who made it."""
    return bool(endpoint.properties.get(_LISTS[0]))


def state(endpoint: Resource, view: View) -> dict[str, Any]:
    """The state of an endpoint's connection as its target knows it; disconnected where the target knows of none."""
    connection = view.find(_connection_id(endpoint))
    found: dict[str, Any] = connection.properties[_STATE] if connection else DISCONNECTED
    return found


def _first_state(endpoint: Resource) -> dict[str, Any]:
    if is_automatic(endpoint):
        return {"status": "Approved", "description": "Auto-Approved", "actionRequired": "None"}
    message = next(links(endpoint))["properties"].get("requestMessage", "")
    return {"status": "Pending", "description": message, "actionRequired": "None"}


def _connection_id(endpoint: Resource) -> ResourceId:
    """The id of an endpoint's one connection, under what the endpoint leads to."""
    target = ResourceId.parse(next(links(endpoint))["properties"]["privateLinkServiceId"])
    return target.child(_CONNECTIONS, endpoint.private["connection"])


def connect(endpoint: Resource, before: Resource | None, view: View) -> None:
    """Make a new endpoint known to its target; a connection that the target has removed stays removed."""
    place, known = _connection_id(endpoint), _connection_id(before) if before else None
    if known and known.key == place.key:
        return
    if known:
        view.remove(known)
    target = view.find(ResourceId(place.segments[:-2]))
    if target is None:
        raise LookupError(place.text)
    view.put(
        Resource(
            id=target.id.child(_CONNECTIONS, place.name),
            type=f"{target.type}/{_CONNECTIONS}",
            api_version=endpoint.api_version,
            body={"properties": {"privateEndpoint": {"id": endpoint.id.text}, _STATE: _first_state(endpoint)}},
            created_at=view.now,
            updated_at=view.now,
        )
    )


def disconnect(endpoint: Resource, view: View) -> None:
    """An endpoint has gone: its target knows it no more."""
    view.remove(_connection_id(endpoint))


def connections_of(target: Resource, view: View) -> list[Resource]:
    """The connections of a resource, in order of their endpoints' ids."""
    found = view.under(target.id, f"{target.type}/{_CONNECTIONS}")
    return sorted(found, key=lambda each: ResourceId.parse(each.properties["privateEndpoint"]["id"]).key)


def endpoint_connections(target: Resource, view: View, type: str) -> list[dict[str, Any]]:
    """The connections of a resource, as its own answer shows them; `type` is the type that they have there."""
    return [
        {
            "id": each.id.text,
            "name": each.id.name,
            "type": type,
            "properties": {"provisioningState": "Succeeded", **each.properties},
        }
        for each in connections_of(target, view)
    ]
