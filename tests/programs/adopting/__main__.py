"""A namespace, a queue and a vault that were made by hand, described as they are; with their ids they are imported."""

import pulumi
from pulumi_azure_native import authorization, keyvault, servicebus

ids: dict[str, str] = pulumi.Config().get_object("ids") or {}
GROUP = "rg-by-hand"


def existing(name: str) -> pulumi.ResourceOptions:
    """Import a resource whose id is configured."""
    return pulumi.ResourceOptions(import_=ids.get(name))


servicebus.Namespace(
    "namespace",
    resource_group_name=GROUP,
    namespace_name="sb-by-hand",
    location="westeurope",
    sku={"name": servicebus.SkuName.STANDARD, "tier": servicebus.SkuTier.STANDARD},
    disable_local_auth=False,
    ip_address_type="IPv4",
    minimum_tls_version="1.2",
    premium_messaging_partitions=0,
    zone_redundant=False,
    opts=existing("namespace"),
)
servicebus.Queue(
    "queue",
    resource_group_name=GROUP,
    namespace_name="sb-by-hand",
    queue_name="orders",
    auto_delete_on_idle="P10675199DT2H48M5.4775807S",
    dead_lettering_on_message_expiration=False,
    default_message_time_to_live="P14D",
    duplicate_detection_history_time_window="PT10M",
    enable_batched_operations=True,
    enable_express=False,
    enable_partitioning=False,
    lock_duration="PT1M",
    max_delivery_count=10,
    max_message_size_in_kilobytes=256,
    max_size_in_megabytes=1024,
    requires_duplicate_detection=False,
    requires_session=True,
    status=servicebus.EntityStatus.ACTIVE,
    opts=existing("queue"),
)
keyvault.Vault(
    "vault",
    resource_group_name=GROUP,
    vault_name="kv-by-hand",
    location="westeurope",
    properties=keyvault.VaultPropertiesArgs(
        tenant_id=authorization.get_client_config().tenant_id,
        sku=keyvault.SkuArgs(family="A", name=keyvault.SkuName.STANDARD),
        enable_rbac_authorization=True,
        enable_soft_delete=True,
        enabled_for_deployment=False,
        enabled_for_disk_encryption=False,
        enabled_for_template_deployment=False,
        public_network_access="Enabled",
        soft_delete_retention_in_days=90,
    ),
    opts=existing("vault"),
)
