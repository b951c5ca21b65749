"""Queues, topics and subscriptions as the configuration says, declared with bare azure-native calls."""

from typing import Any

import pulumi
from pulumi_azure_native import resources, servicebus

WANTED = pulumi.Config().require_object("wanted")

group = resources.ResourceGroup("group", resource_group_name="wishes")
namespace = servicebus.Namespace(
    "namespace",
    resource_group_name=group.name,
    namespace_name="wishes-namespace",
    sku=servicebus.SBSkuArgs(name=servicebus.SkuName.STANDARD),
    tags=WANTED["tags"],
)
where: Any = {"resource_group_name": group.name, "namespace_name": namespace.name}
destination = servicebus.Queue("destination", queue_name="destination", **where)
for name, given in WANTED["queues"].items():
    forward: Any = {"forward_to": destination.name} if given.pop("forwards", False) else {}
    servicebus.Queue(f"queue-{name}", queue_name=name, **where, **given, **forward)
for name, filters in WANTED["topics"].items():
    topic = servicebus.Topic(f"topic-{name}", topic_name=name, **where)
    listener = servicebus.Subscription(
        f"listener-{name}", subscription_name="all", topic_name=topic.name, forward_to=destination.name, **where
    )
    for number, expression in enumerate(filters):
        servicebus.Rule(
            f"rule-{name}-{number}",
            rule_name=f"rule-{number}",
            topic_name=topic.name,
            subscription_name=listener.name,
            filter_type=servicebus.FilterType.SQL_FILTER,
            sql_filter=servicebus.SqlFilterArgs(sql_expression=expression),
            **where,
        )
