"""Private endpoint connections, as the owner of a namespace sees and decides them.

An endpoint makes its connection; the owner approves, rejects or removes it. A secondary's are its own to change.
Source: learn.microsoft.com/azure/service-bus-messaging/private-link-service.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition
from sandbox.azure.reference import found
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.rule import Rule
from sandbox.azure.servicebus.documents import API_VERSIONS, namespace_rule
from sandbox.azure.servicebus.entity import body
from sandbox.azure.shorthand import SUCCEEDED, record, text

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

_STATUSES = ("Pending", "Approved", "Rejected", "Disconnected")
_NEXT = {
    "Pending": ("Pending", "Approved", "Rejected"),
    "Approved": ("Approved", "Rejected", "Disconnected"),
    "Rejected": ("Rejected", "Disconnected"),
    "Disconnected": ("Disconnected",),
}
"""What the owner may make of a connection."""

MADE_BY_ENDPOINT = Rule(
    id="servicebus/endpoint-connection-exists",
    text="A connection is made by a private endpoint, not by a request to the namespace.",
    source="https://github.com/Azure/bicep/issues/8285",
    status=404,
    code="NotFound",
    message="The requested resource {name} does not exist.",
)
OTHER_ENDPOINT = namespace_rule(
    "endpoint-connection-endpoint",
    text="A connection stays that of its private endpoint.",
    message="The private endpoint of the connection '{name}' can't be changed.",
    source="https://learn.microsoft.com/azure/private-link/manage-private-endpoint",
)
STATUS = namespace_rule(
    "endpoint-connection-status",
    text="A pending connection may be approved or rejected and an approved one rejected; a rejected one is final.",
    message="The status of the private endpoint connection '{name}' can't be changed from '{before}' to '{after}'.",
    source="https://learn.microsoft.com/azure/private-link/manage-private-endpoint",
)


def _status(properties: dict[str, object]) -> str:
    state = properties.get("privateLinkServiceConnectionState")
    return str(state.get("status", "")) if isinstance(state, dict) else ""


def _before(proposal: Proposal) -> dict[str, object]:
    return proposal.existing.properties if proposal.existing else {}


def _is_of_its_endpoint(proposal: Proposal) -> bool:
    given = proposal.given_properties.get("privateEndpoint", {}).get("id")
    endpoint = _before(proposal)["privateEndpoint"]
    if given is None or not isinstance(endpoint, dict):
        return given is None
    named = found(given, "Microsoft.Network/privateEndpoints", proposal.view)
    return named is not None and named.id.key == ResourceId.parse(endpoint["id"]).key


PRIVATE_ENDPOINT_CONNECTION = ResourceType(
    name="Microsoft.ServiceBus/namespaces/privateEndpointConnections",
    answers_as="Microsoft.ServiceBus/Namespaces/PrivateEndpointConnections",
    api_versions=API_VERSIONS,
    body=body(
        {
            "provisioningState": SUCCEEDED,
            "privateEndpoint": record({"id": text()}, keeps=True),
            "privateLinkServiceConnectionState": record(
                {"status": text(*_STATUSES, keeps=True), "description": text(keeps=True)}, keeps=True
            ),
        }
    ),
    conditions=(
        Condition(rule=MADE_BY_ENDPOINT, holds=lambda proposal: proposal.existing is not None),
        Condition(rule=OTHER_ENDPOINT, holds=_is_of_its_endpoint),
        Condition(
            rule=STATUS,
            holds=lambda proposal: _status(proposal.properties) in _NEXT[_status(_before(proposal))],
            fields=lambda proposal: {"before": _status(_before(proposal)), "after": _status(proposal.properties)},
        ),
    ),
)
