"""A namespace with two queues and somebody who may send to one: enough to drift and to fail."""

import pulumi
from pulumi_azure_native import authorization, resources, servicebus

SENDER = "/providers/Microsoft.Authorization/roleDefinitions/69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
SOMEBODY = "11111111-1111-1111-1111-111111111111"

group = resources.ResourceGroup("group", resource_group_name="drifting")
namespace = servicebus.Namespace(
    "namespace",
    resource_group_name=group.name,
    namespace_name="drifting-namespace",
    sku=servicebus.SBSkuArgs(name=servicebus.SkuName.STANDARD),
)


def queue(name: str, forward_to: pulumi.Input[str] | None = None) -> servicebus.Queue:
    """A queue of the namespace."""
    return servicebus.Queue(
        name,
        queue_name=name,
        resource_group_name=group.name,
        namespace_name=namespace.name,
        lock_duration="PT1M",
        forward_to=forward_to,
    )


outbox = queue("outbox")
inbox = queue("inbox", forward_to=outbox.name)
authorization.RoleAssignment(
    "sender",
    role_assignment_name="22222222-2222-2222-2222-222222222222",
    principal_id=SOMEBODY,
    principal_type=authorization.PrincipalType.SERVICE_PRINCIPAL,
    role_definition_id=SENDER,
    scope=outbox.id,
)
