"""What a stack with scale units is made of, declared with bare azure-native calls and without any component."""

import uuid

import pulumi
from pulumi_azure_native import authorization, keyvault, managedidentity, monitor, resources, servicebus
from pulumi_azure_native import operationalinsights as logs

TENANT = "00000000-0000-4000-8000-000000000009"
SENDER = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
METRICS = {
    "DeadletteredMessages": monitor.AggregationTypeEnum.AVERAGE,
    "ThrottledRequests": monitor.AggregationTypeEnum.TOTAL,
}

group = resources.ResourceGroup("group", resource_group_name="bench")
identity = managedidentity.UserAssignedIdentity("identity", resource_group_name=group.name)
workspace = logs.Workspace("logs", resource_group_name=group.name)
action_group = monitor.ActionGroup(
    "alerts", resource_group_name=group.name, location="global", group_short_name="bench", enabled=True
)
vault = keyvault.Vault(
    "vault",
    vault_name="bench-vault",
    resource_group_name=group.name,
    properties=keyvault.VaultPropertiesArgs(
        tenant_id=TENANT,
        enable_rbac_authorization=True,
        sku=keyvault.SkuArgs(family=keyvault.SkuFamily.A, name=keyvault.SkuName.STANDARD),
    ),
)


def declare(alias: str) -> None:
    """Declare one namespace with its queue, logs, alerts, the function's right, and its mapping."""
    namespace = servicebus.Namespace(
        alias,
        namespace_name=f"bench-{alias}",
        resource_group_name=group.name,
        sku=servicebus.SBSkuArgs(name=servicebus.SkuName.STANDARD, tier=servicebus.SkuTier.STANDARD),
        disable_local_auth=True,
        minimum_tls_version=servicebus.TlsVersion.TLS_VERSION_1_2,
        public_network_access=servicebus.PublicNetworkAccess.ENABLED,
    )
    queue = servicebus.Queue(
        f"tracking@{alias}",
        queue_name="tracking",
        namespace_name=namespace.name,
        resource_group_name=group.name,
        requires_session=True,
    )
    monitor.DiagnosticSetting(
        alias,
        name="bench",
        resource_uri=namespace.id,
        workspace_id=workspace.id,
        log_analytics_destination_type="Dedicated",
        logs=[monitor.DiagnosticsLogSettingsArgs(category_group="allLogs", enabled=True)],
        metrics=[monitor.DiagnosticsMetricSettingsArgs(category="AllMetrics", enabled=True)],
    )
    authorization.RoleAssignment(
        f"{alias}-sender",
        role_assignment_name=str(uuid.uuid5(uuid.NAMESPACE_URL, alias)),
        role_definition_id=f"/providers/Microsoft.Authorization/roleDefinitions/{SENDER}",
        principal_id=identity.principal_id,
        principal_type=authorization.PrincipalType.SERVICE_PRINCIPAL,
        scope=queue.id,
    )
    for metric, aggregation in METRICS.items():
        declare_alert(alias, namespace, metric, aggregation)
    keyvault.Secret(
        f"mapping-{alias}",
        secret_name=f"queue-mapping-{alias}",
        vault_name=vault.name,
        resource_group_name=group.name,
        properties=keyvault.SecretPropertiesArgs(
            value=pulumi.Output.secret(namespace.service_bus_endpoint),
            content_type="application/json",
            attributes=keyvault.SecretAttributesArgs(enabled=True),
        ),
        tags={"target": queue.id},
    )


def declare_alert(
    alias: str, namespace: servicebus.Namespace, metric: str, aggregation: monitor.AggregationTypeEnum
) -> None:
    """Declare one metric alert of a namespace."""
    criterion = monitor.MetricCriteriaArgs(
        criterion_type="StaticThresholdCriterion",
        name=metric,
        metric_name=metric,
        metric_namespace="Microsoft.ServiceBus/namespaces",
        time_aggregation=aggregation,
        operator=monitor.Operator.GREATER_THAN,
        threshold=0,
        dimensions=[monitor.MetricDimensionArgs(name="EntityName", operator="Include", values=["*"])],
    )
    monitor.MetricAlert(
        f"{metric}@{alias}",
        rule_name=f"{metric}-{alias}",
        resource_group_name=group.name,
        location="global",
        severity=2,
        enabled=True,
        scopes=[namespace.id],
        evaluation_frequency="PT5M",
        window_size="PT5M",
        criteria=monitor.MetricAlertMultipleResourceMultipleMetricCriteriaArgs(
            odata_type="Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria", all_of=[criterion]
        ),
        actions=[monitor.MetricAlertActionArgs(action_group_id=action_group.id)],
    )


for number in range(pulumi.Config().require_int("count")):
    declare(f"unit-{number}")
