"""The rules of a subscription: which messages it gets a copy of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi
from pulumi_azure_native import servicebus

from components.properties import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import RuleSettings
    from components.place import Place

EVERYTHING = "1=1"
"""The expression of the rule that Azure makes with each subscription."""


def declare_rules(
    rules: Mapping[str, RuleSettings],
    *,
    topic: servicebus.Topic,
    subscription: servicebus.Subscription,
    name: str,
    place: Place,
) -> list[pulumi.Resource]:
    """Declare the rules of a subscription, or, where there is none, the one that every message matches.

    Azure makes that one, `$Default`, itself, and takes it away with the first other rule; but it would not bring it
    back with the last other one gone, and without any rule a subscription gets nothing.

    Args:
        rules: The rules by name.
        topic: The topic.
        subscription: Its subscription.
        name: The subscription's logical name, under which those of the rules stand.
        place: Where they are declared.
    """
    where: dict[str, Any] = {
        "subscription_name": subscription.name,
        "topic_name": topic.name,
        "namespace_name": place.namespace,
        "resource_group_name": place.site.resource_group,
    }
    # Deleted one by one, though Azure would take them with their subscription (`deleted_with`): the engine would forget
    # them even where it then fails to delete the subscription, and could not make them again.
    opts = pulumi.ResourceOptions(parent=place.parent, delete_before_replace=True)
    if not rules:
        everything = servicebus.SqlFilterArgs(sql_expression=EVERYTHING)
        default = servicebus.DefaultRule(
            f"{name}/$Default", filter_type=servicebus.FilterType.SQL_FILTER, sql_filter=everything, **where, opts=opts
        )
        return [default]
    return [
        servicebus.Rule(f"{name}/{rule}", rule_name=rule, **where, **_contents(settings), opts=opts)
        for rule, settings in rules.items()
    ]


def _contents(rule: RuleSettings) -> dict[str, Any]:
    """Filter and action as the SDK takes them."""
    action = None if rule.action is None else servicebus.ActionArgs(**said(rule.action))
    if rule.correlation_filter is not None:
        properties = dict(rule.correlation_filter.properties) or None
        return {
            "filter_type": servicebus.FilterType.CORRELATION_FILTER,
            "correlation_filter": servicebus.CorrelationFilterArgs(
                **said(rule.correlation_filter, "properties"), properties=properties
            ),
            "action": action,
        }
    return {
        "filter_type": servicebus.FilterType.SQL_FILTER,
        "sql_filter": None if rule.sql_filter is None else servicebus.SqlFilterArgs(**said(rule.sql_filter)),
        "action": action,
    }
