"""As many queues as the configuration says, declared with bare azure-native calls."""

import pulumi
from pulumi_azure_native import resources, servicebus

group = resources.ResourceGroup("group", resource_group_name="bench")
namespace = servicebus.Namespace(
    "namespace",
    resource_group_name=group.name,
    namespace_name="bench-namespace",
    sku=servicebus.SBSkuArgs(name=servicebus.SkuName.STANDARD),
)
for number in range(pulumi.Config().require_int("count")):
    servicebus.Queue(
        f"queue-{number}",
        queue_name=f"queue-{number}",
        resource_group_name=group.name,
        namespace_name=namespace.name,
    )
