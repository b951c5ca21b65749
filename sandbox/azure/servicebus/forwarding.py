"""Auto-forwarding: where a source may forward to, and what forwarding does to the source.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-auto-forwarding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import duration
from sandbox.azure.constraint import Condition
from sandbox.azure.property import Kind, Property
from sandbox.azure.servicebus.documents import ADMINISTRATION, SESSION_FORWARDING, entity_rule
from sandbox.azure.servicebus.names import entity_claim, wire_name
from sandbox.azure.servicebus.tier import namespace_of

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

DESTINATION_MISSING = entity_rule(
    "forward-destination",
    text="The destination of forwardTo and forwardDeadLetteredMessagesTo is a queue or topic of the same namespace "
    "that exists before the source.",
    message="The auto forwarding destination entity doesn't exist.",
    sub_code=40400,
)
TO_ITSELF = entity_rule(
    "forward-to-itself",
    text="A queue does not forward to itself, nor a subscription to its own topic; letter case means nothing.",
    message="Entity cannot have auto-forwarding policy to itself.",
    source=ADMINISTRATION,
)
SESSION_SOURCE = entity_rule(
    "forward-from-session",
    text="An entity that requires sessions does not forward (it may be a destination).",
    message="Bad Request.",
    source=SESSION_FORWARDING,
)

FORWARD_TO = Property(kind=Kind.STRING)
SOURCES = ("forwardTo", "forwardDeadLetteredMessagesTo")


def _destinations(proposal: Proposal) -> list[str]:
    return [proposal.properties[source] for source in SOURCES if source in proposal.properties]


def _is_elsewhere(proposal: Proposal, own: str) -> bool:
    return all(wire_name(destination).lower() != wire_name(own).lower() for destination in _destinations(proposal))


def _exists(proposal: Proposal) -> bool:
    namespace = namespace_of(proposal).id
    claims = (entity_claim(namespace, destination) for destination in _destinations(proposal))
    return all(proposal.view.holder(claim) for claim in claims)


NOT_FROM_SESSION = Condition(
    rule=SESSION_SOURCE,
    holds=lambda proposal: not (proposal.properties["requiresSession"] and "forwardTo" in proposal.properties),
)
NOT_TO_ITSELF = Condition(rule=TO_ITSELF, holds=lambda proposal: _is_elsewhere(proposal, proposal.name))
NOT_TO_ITS_TOPIC = Condition(
    rule=TO_ITSELF, holds=lambda proposal: _is_elsewhere(proposal, proposal.id.ancestor(2).name)
)
TO_EXISTING = Condition(rule=DESTINATION_MISSING, holds=_exists)


def outlive_idleness(proposal: Proposal) -> None:
    """The service sets autoDeleteOnIdle of a forwarding source to the maximum, whatever was asked for."""
    if _destinations(proposal):
        proposal.properties["autoDeleteOnIdle"] = duration.render(duration.MAXIMUM)
