"""How large the largest message of a queue or topic may be.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-quotas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Constraint
from sandbox.azure.property import Kind, Property
from sandbox.azure.servicebus.documents import GEO_REPLICATION, QUOTAS, entity_rule
from sandbox.azure.servicebus.tier import Tier, facts, is_replicated, namespace_of, tier

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

MESSAGE_SIZE = entity_rule(
    "max-message-size",
    text="On Premium the largest message may be set, to 1 to 100 MB.",
    message="The property value for 'MaxMessageSizeInKilobytes' must be between 1024 and 102400 when the namespace "
    "'{namespace}' is using 'Premium' tier.",
    source=QUOTAS,
)
MESSAGE_SIZE_TIER = entity_rule(
    "max-message-size-tier",
    text="On Basic and Standard the largest message is 256 KB, and nothing else can be set.",
    message="Bad Request.",
    source=QUOTAS,
)
MESSAGE_SIZE_REPLICATED = entity_rule(
    "max-message-size-replicated",
    text="A namespace that is replicated to a second region has no messages above 1 MB.",
    message="The property value for 'MaxMessageSizeInKilobytes' must be 1024 because the namespace '{namespace}' uses "
    "geo-replication.",
    source=GEO_REPLICATION,
    wording="ours",
)
_STANDARD_MESSAGE = 256
_PREMIUM_MESSAGES = range(1024, 102_401)
"""Kilobytes that the largest message may have."""


def _is_premium(proposal: Proposal) -> bool:
    return tier(proposal) is Tier.PREMIUM


MAX_MESSAGE_SIZE = Property(
    kind=Kind.INTEGER,
    default=lambda proposal: _PREMIUM_MESSAGES[0] if _is_premium(proposal) else _STANDARD_MESSAGE,
    constraints=(
        Constraint(
            rule=MESSAGE_SIZE_TIER, holds=lambda value, proposal: _is_premium(proposal) or value == _STANDARD_MESSAGE
        ),
        Constraint(
            rule=MESSAGE_SIZE,
            holds=lambda value, proposal: not _is_premium(proposal) or value in _PREMIUM_MESSAGES,
            fields=facts,
        ),
        Constraint(
            rule=MESSAGE_SIZE_REPLICATED,
            holds=lambda value, proposal: value <= _PREMIUM_MESSAGES[0] or not is_replicated(namespace_of(proposal)),
            fields=facts,
        ),
    ),
)
