"""What keeps a namespace from becoming Basic: the entities that Basic cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition
from sandbox.azure.servicebus.basic import BASIC_VALUES
from sandbox.azure.servicebus.documents import ARM_ERRORS, namespace_rule
from sandbox.azure.servicebus.sku import tier
from sandbox.azure.servicebus.storage import QUEUES, TOPICS
from sandbox.azure.servicebus.tier import Tier

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

DOWNGRADE = namespace_rule(
    "namespace-downgrade",
    text="A namespace does not become Basic while it has topics, or queues with a feature or a time to live that Basic "
    "does not have.",
    message="The SKU of the namespace '{name}' can't be changed to 'Basic' because of its entity '{entity}'.",
    source=ARM_ERRORS,
)


def _fits_basic(queue: Resource) -> bool:
    return all(queue.properties.get(name) == value for name, value in BASIC_VALUES.items())


def _misfit(proposal: Proposal) -> str:
    """The name of an entity that is in the way; empty where there is none."""
    if proposal.existing is None or tier(proposal) is not Tier.BASIC:
        return ""
    queues = proposal.view.under(proposal.id, QUEUES)
    misfits = (*proposal.view.under(proposal.id, TOPICS), *(queue for queue in queues if not _fits_basic(queue)))
    return misfits[0].id.name if misfits else ""


NOT_TO_BASIC = Condition(
    rule=DOWNGRADE,
    holds=lambda proposal: not _misfit(proposal),
    fields=lambda proposal: {"entity": _misfit(proposal)},
)
