"""The Basic tier, and what cannot be set there.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-resource-manager-exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition
from sandbox.azure.servicebus.documents import entity_rule
from sandbox.azure.servicebus.entity import FOREVER, TWO_WEEKS
from sandbox.azure.servicebus.tier import Tier, facts, tier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

BASIC_TIER = entity_rule(
    "basic-tier",
    text="On Basic there are no duplicate detection, automatic deletion, sessions, other time to live, express "
    "entities and forwarding.",
    message="The property '{property}' can't be set when creating a Queue because the namespace '{namespace}' is using "
    "the 'Basic' Tier. This operation is only supported in 'Standard' or 'Premium' tier.",
)
BASIC_VALUES = {
    "requiresDuplicateDetection": False,
    "autoDeleteOnIdle": FOREVER,
    "requiresSession": False,
    "defaultMessageTimeToLive": TWO_WEEKS,
    "duplicateDetectionHistoryTimeWindow": "PT10M",
    "enableExpress": False,
    "forwardTo": None,
    "forwardDeadLetteredMessagesTo": None,
}
"""What Basic knows no other value of; a request that repeats this value sets nothing."""


def _set_on_basic(proposal: Proposal) -> list[str]:
    """The properties that a request sets although Basic does not have them."""
    given = proposal.given_properties
    return [name for name, value in BASIC_VALUES.items() if name in given and given[name] != value]


def _basic_facts(proposal: Proposal) -> Mapping[str, object]:
    first = _set_on_basic(proposal)[0]
    return {"property": first[0].upper() + first[1:], **facts(proposal)}


BASIC = Condition(
    rule=BASIC_TIER,
    holds=lambda proposal: tier(proposal) is not Tier.BASIC or not _set_on_basic(proposal),
    fields=_basic_facts,
)
