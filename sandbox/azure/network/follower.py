"""Pairs of Service Bus namespaces, as far as private endpoints are concerned.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-geo-dr#private-endpoints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.network.connection import connections_of
from sandbox.azure.network.documents import network_rule
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View

FOLLOWER_FIRST = network_rule(
    "endpoint-secondary-first",
    text="The primary of a pair of namespaces takes private endpoints after its secondary has one.",
    code="BadRequest",
    message="Call to Microsoft.ServiceBus/namespaces failed. Error message: Create a private endpoint on the secondary "
    "namespace first. Resource id: {target}.",
    source="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-geo-dr#existing-pairings",
    wording="ours",
)
_ALIASES = "Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs"


def is_open_to_endpoints(target: Resource, view: View) -> bool:
    """Whether a target is no primary of a pair, or its secondary can be reached through an endpoint, too."""
    return all(connections_of(each, view) for each in _followers(target, view))


def _followers(target: Resource, view: View) -> list[Resource]:
    aliases = [each for each in view.under(target.id, _ALIASES) if each.private["role"] == "Primary"]
    found = [view.find(ResourceId.parse(each.properties["partnerNamespace"])) for each in aliases]
    return [each for each in found if each]
