"""What the secondary of a pair gets from its primary: entities, filters and access rules, with their keys.

Messages, role assignments, the firewall, private endpoints, identities and encryption are not replicated.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.azure.resource_id import ResourceId
from sandbox.azure.servicebus.authorization_rule import AUTHORIZATION_RULES
from sandbox.azure.servicebus.default_rule import RULES
from sandbox.azure.servicebus.names import entity_claim
from sandbox.azure.servicebus.recovery.pairing import follower_of
from sandbox.azure.servicebus.storage import QUEUES, TOPICS
from sandbox.azure.servicebus.topic import SUBSCRIPTIONS

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View

REPLICATED = (QUEUES, TOPICS, SUBSCRIPTIONS, RULES, *(each.name for each in AUTHORIZATION_RULES))


def replicate(primary: ResourceId, view: View) -> None:
    """Bring the secondary of a namespace, if it has one, to the namespace's state."""
    secondary = follower_of(primary, view)
    if secondary is None or view.find(secondary) is None:
        return
    wanted = [_copy(each, primary, secondary) for kind in REPLICATED for each in view.under(primary, kind)]
    keys = {copy.id.key for copy in wanted}
    for kind in REPLICATED:
        for each in view.under(secondary, kind):
            if each.id.key not in keys:
                view.remove(each.id)
    for copy in wanted:
        if view.find(copy.id) != copy:
            view.put(copy)


def forget(resource: Resource, view: View) -> None:
    """Take a resource that has gone from a primary away from its secondary."""
    primary = resource.id.ancestor(1)
    secondary = follower_of(primary, view)
    if secondary:
        view.remove(_moved(resource.id, primary, secondary))


def _copy(original: Resource, primary: ResourceId, secondary: ResourceId) -> Resource:
    claim = entity_claim(secondary, original.id.name) if original.claim else None
    return replace(original, id=_moved(original.id, primary, secondary), claim=claim)


def _moved(id: ResourceId, primary: ResourceId, secondary: ResourceId) -> ResourceId:
    return ResourceId((*secondary.segments, *id.segments[len(primary.segments) :]))
