"""The rule `$Default` that comes with a subscription, and how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.servicebus import names
from sandbox.azure.servicebus.documents import API_VERSIONS
from sandbox.azure.view import Resource

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

RULES = "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules"
SQL_FILTER = "SqlFilter"
EVERYTHING = "1=1"
"""The expression of the built-in rule, which every message matches."""


def add_default_rule(subscription: Proposal) -> None:
    """Make the rule that comes with a new subscription and that every message matches."""
    subscription.view.put(
        Resource(
            id=subscription.id.child("rules", names.DEFAULT_RULE),
            type=RULES,
            api_version=API_VERSIONS[-1],
            body={
                "properties": {"action": {}, "filterType": SQL_FILTER, "sqlFilter": {"sqlExpression": EVERYTHING}},
            },
            private={"builtIn": True},
            created_at=subscription.now,
            updated_at=subscription.now,
        )
    )


def make_way(proposal: Proposal) -> None:
    """The first explicit rule takes the built-in one away (github.com/hashicorp/terraform-provider-azurerm #20718)."""
    built_in = proposal.view.find(proposal.id.ancestor(3).child("rules", names.DEFAULT_RULE))
    if built_in and built_in.private.get("builtIn") and built_in.id.key != proposal.id.key:
        proposal.view.remove(built_in.id)


def own(proposal: Proposal) -> None:
    """A built-in rule that somebody has written is his from then on."""
    proposal.private.pop("builtIn", None)
