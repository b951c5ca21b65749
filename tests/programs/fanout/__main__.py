"""Publish and subscribe: topics, subscriptions and rules as the configuration lists them, all names left to Pulumi."""

from typing import Any

import pulumi
from pulumi_azure_native import resources, servicebus

config = pulumi.Config()
topics: dict[str, Any] = config.require_object("topics")
audited = config.get_bool("audited")

group = resources.ResourceGroup("fanout")
bus = servicebus.Namespace("bus", resource_group_name=group.name, sku=servicebus.SBSkuArgs(name="Standard"))
where = {"resource_group_name": group.name, "namespace_name": bus.name}

audit = servicebus.Queue("audit", **where, max_size_in_megabytes=config.get_int("auditSize")) if audited else None

for topic_name, topic in topics.items():
    declared = servicebus.Topic(
        topic_name,
        **where,
        support_ordering=topic.get("ordered", False),
        default_message_time_to_live=topic.get("ttl"),
    )
    for name, subscription in topic["subscriptions"].items():
        listener = servicebus.Subscription(
            f"{topic_name}-{name}",
            **where,
            topic_name=declared.name,
            subscription_name=name,
            requires_session=subscription.get("sessions"),
            forward_to=audit.name if audit and subscription.get("audit") else None,
            opts=pulumi.ResourceOptions(parent=declared),
        )
        inside = {**where, "topic_name": declared.name, "subscription_name": listener.name}
        for rule, sql in subscription.get("sql", {}).items():
            servicebus.Rule(
                f"{topic_name}-{name}-{rule}",
                **inside,
                rule_name=rule,
                filter_type=servicebus.FilterType.SQL_FILTER,
                sql_filter={"sql_expression": sql},
                action=servicebus.ActionArgs(sql_expression="SET seen = TRUE"),
                opts=pulumi.ResourceOptions(parent=listener),
            )
        for rule, properties in subscription.get("correlation", {}).items():
            servicebus.Rule(
                f"{topic_name}-{name}-{rule}",
                **inside,
                rule_name=rule,
                filter_type="CorrelationFilter",
                correlation_filter=servicebus.CorrelationFilterArgs(
                    label=properties.pop("label", None), properties=properties
                ),
                opts=pulumi.ResourceOptions(parent=listener, delete_before_replace=True),
            )
        if "default" in subscription:
            servicebus.DefaultRule(
                f"{topic_name}-{name}-default",
                **inside,
                filter_type="SqlFilter",
                sql_filter={"sql_expression": subscription["default"]},
                opts=pulumi.ResourceOptions(parent=listener),
            )

pulumi.export("topics", list(topics))
pulumi.export("host", bus.name.apply(lambda name: f"{name}.servicebus.windows.net"))
