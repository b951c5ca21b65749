"""Quick-start: a namespace with two queues, a storage account, and connection strings for a laptop."""

import pulumi
import pulumi_azure_native as azure_native

resource_group = azure_native.resources.ResourceGroup(
    "resourceGroup",
    resource_group_name="rg-quickstart-weu",
    location="West Europe",
    tags={"environment": "demo", "cost-center": "4711"},
)

namespace = azure_native.servicebus.Namespace(
    "namespace",
    resource_group_name=resource_group.name,
    namespace_name="sb-quickstart-4711",
    location=resource_group.location,
    sku={"name": "Standard", "tier": "Standard"},
    minimum_tls_version="1.2",
    tags={"environment": "demo"},
)

errors = azure_native.servicebus.Queue(
    "errors",
    resource_group_name="rg-quickstart-weu",
    namespace_name="sb-quickstart-4711",
    queue_name="orders-errors",
    opts=pulumi.ResourceOptions(depends_on=[namespace]),
)

orders = azure_native.servicebus.Queue(
    "orders",
    resource_group_name=resource_group.name,
    namespace_name=namespace.name,
    queue_name="orders",
    lock_duration="PT90S",
    max_delivery_count=5,
    default_message_time_to_live="P14D",
    dead_lettering_on_message_expiration=True,
    forward_dead_lettered_messages_to="orders-errors",
    opts=pulumi.ResourceOptions(depends_on=[errors]),
)

sender = azure_native.servicebus.QueueAuthorizationRule(
    "sender",
    resource_group_name=resource_group.name,
    namespace_name=namespace.name,
    queue_name=orders.name,
    authorization_rule_name="web-shop",
    rights=["Send"],
)

account = azure_native.storage.StorageAccount(
    "account",
    resource_group_name=resource_group.name,
    account_name="stquickstart4711",
    kind=azure_native.storage.Kind.STORAGE_V2,
    sku={"name": azure_native.storage.SkuName.STANDARD_LRS},
)
azure_native.storage.BlobContainer(
    "invoices",
    resource_group_name=resource_group.name,
    account_name=account.name,
    public_access="None",
)

root_keys = azure_native.servicebus.list_namespace_keys_output(
    resource_group_name=resource_group.name,
    namespace_name=namespace.name,
    authorization_rule_name="RootManageSharedAccessKey",
)
sender_keys = pulumi.Output.all(resource_group.name, namespace.name, orders.name, sender.name).apply(
    lambda names: azure_native.servicebus.list_queue_keys(
        resource_group_name=names[0], namespace_name=names[1], queue_name=names[2], authorization_rule_name=names[3]
    )
)
account_keys = azure_native.storage.list_storage_account_keys_output(
    resource_group_name=resource_group.name, account_name=account.name
)

pulumi.export("namespace", namespace.name)
pulumi.export("endpoint", namespace.service_bus_endpoint)
pulumi.export("connectionString", pulumi.Output.secret(root_keys.primary_connection_string))
pulumi.export("senderConnectionString", pulumi.Output.secret(sender_keys.apply(lambda k: k.primary_connection_string)))
pulumi.export(
    "storageConnectionString",
    pulumi.Output.secret(
        pulumi.Output.concat(
            "DefaultEndpointsProtocol=https;AccountName=",
            account.name,
            ";AccountKey=",
            account_keys.keys[0].value,
            ";EndpointSuffix=core.windows.net",
        )
    ),
)
