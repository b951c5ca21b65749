"""A namespace behind a private endpoint, with its logs and alerts: components, transformations and resource options."""

from typing import Any

import pulumi
from pulumi_azure_native import monitor, network, operationalinsights, privatedns, resources, servicebus

OWNER = {"owner": "integration", "managed-by": "pulumi"}
UNTAGGED = ("Subnet", "PrivateDnsZoneGroup", "DiagnosticSetting", "NamespaceNetworkRuleSet", "Queue")


def tagged(args: pulumi.ResourceTransformationArgs) -> pulumi.ResourceTransformationResult | None:
    """Tag whatever takes tags."""
    if not args.type_.startswith("azure-native:") or args.type_.endswith(UNTAGGED):
        return None
    return pulumi.ResourceTransformationResult(
        {**args.props, "tags": {**(args.props.get("tags") or {}), **OWNER}}, args.opts
    )


pulumi.runtime.register_stack_transformation(tagged)


class Spoke(pulumi.ComponentResource):
    """A network with a subnet for private endpoints and the DNS zone that answers for them."""

    def __init__(
        self, name: str, group: pulumi.Input[str], space: str, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("platform:network:Spoke", name, None, opts)
        inside = pulumi.ResourceOptions(parent=self)
        self.network = network.VirtualNetwork(
            f"{name}-vnet",
            resource_group_name=group,
            address_space={"address_prefixes": [space]},
            subnets=[{"name": "workloads", "address_prefix": space.replace(".0/24", ".0/26")}],
            opts=pulumi.ResourceOptions.merge(inside, pulumi.ResourceOptions(ignore_changes=["subnets"])),
        )
        self.endpoints = network.Subnet(
            f"{name}-endpoints",
            resource_group_name=group,
            virtual_network_name=self.network.name,
            address_prefix=space.replace(".0/24", ".64/27"),
            opts=pulumi.ResourceOptions(parent=self, delete_before_replace=True),
        )
        self.zone = privatedns.PrivateZone(
            f"{name}-zone",
            resource_group_name=group,
            private_zone_name="privatelink.servicebus.windows.net",
            location="Global",
            opts=inside,
        )
        privatedns.VirtualNetworkLink(
            f"{name}-link",
            resource_group_name=group,
            private_zone_name=self.zone.name,
            location="global",
            registration_enabled=False,
            virtual_network=privatedns.SubResourceArgs(id=self.network.id),
            opts=pulumi.ResourceOptions(parent=self.zone),
        )
        self.register_outputs({"network": self.network.id})


group = resources.ResourceGroup("landing", tags={"zone": "corp"})
spoke = Spoke("spoke", group.name, "10.20.30.0/24")

bus = servicebus.Namespace(
    "bus",
    resource_group_name=group.name,
    sku={"name": "Premium", "tier": "Premium", "capacity": 1},
    identity={"type": "SystemAssigned"},
    disable_local_auth=True,
    public_network_access="Disabled",
    opts=pulumi.ResourceOptions(ignore_changes=["sku.capacity"], custom_timeouts=pulumi.CustomTimeouts(create="30m")),
)
servicebus.NamespaceNetworkRuleSet(
    "firewall",
    resource_group_name=group.name,
    namespace_name=bus.name,
    default_action=servicebus.DefaultAction.DENY,
    public_network_access="Disabled",
    trusted_service_access_enabled=True,
    opts=pulumi.ResourceOptions(deleted_with=bus, depends_on=[spoke]),
)
queue = servicebus.Queue("commands", resource_group_name=group.name, namespace_name=bus.name, requires_session=True)

endpoint = network.PrivateEndpoint(
    "bus-endpoint",
    resource_group_name=group.name,
    subnet={"id": spoke.endpoints.id},
    custom_network_interface_name="nic-bus",
    private_link_service_connections=[
        network.PrivateLinkServiceConnectionArgs(name="bus", group_ids=["namespace"], private_link_service_id=bus.id)
    ],
    opts=pulumi.ResourceOptions(depends_on=[queue], ignore_changes=["customDnsConfigs"]),
)
network.PrivateDnsZoneGroup(
    "bus-names",
    resource_group_name=group.name,
    private_endpoint_name=endpoint.name,
    private_dns_zone_group_name="default",
    private_dns_zone_configs=[{"name": "servicebus", "private_dns_zone_id": spoke.zone.id}],
)

logs = operationalinsights.Workspace(
    "logs",
    resource_group_name=group.name,
    sku=operationalinsights.WorkspaceSkuArgs(name="PerGB2018"),
    retention_in_days=90,
)
monitor.DiagnosticSetting(
    "bus-logs",
    resource_uri=bus.id,
    workspace_id=logs.id,
    logs=[
        monitor.DiagnosticsLogSettingsArgs(category=each, enabled=True)
        for each in ("OperationalLogs", "RuntimeAuditLogs")
    ],
    metrics=[{"category": "AllMetrics", "enabled": True}],
)
people = monitor.ActionGroup(
    "people",
    resource_group_name=group.name,
    location="Global",
    group_short_name="ops",
    enabled=True,
    email_receivers=[{"name": "ops", "email_address": "ops@example.com"}],
)
alerts: dict[str, dict[str, Any]] = {
    "ThrottledRequests": {"threshold": 0, "severity": 2, "aggregation": "Total"},
    "DeadletteredMessages": {"threshold": 10, "severity": 3, "aggregation": "Maximum"},
}
for metric, alert in alerts.items():
    monitor.MetricAlert(
        f"bus-{metric.lower()}",
        resource_group_name=group.name,
        location="global",
        scopes=bus.id.apply(lambda it: [it]),
        enabled=True,
        severity=alert["severity"],
        evaluation_frequency="PT5M",
        window_size="PT15M",
        target_resource_type="Microsoft.ServiceBus/namespaces",
        criteria=monitor.MetricAlertSingleResourceMultipleMetricCriteriaArgs(
            odata_type="Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
            all_of=[
                monitor.MetricCriteriaArgs(
                    name=metric,
                    criterion_type="StaticThresholdCriterion",
                    metric_name=metric,
                    operator="GreaterThan",
                    threshold=alert["threshold"],
                    time_aggregation=alert["aggregation"],
                )
            ],
        ),
        actions=people.id.apply(lambda it: [{"action_group_id": it}]),
        opts=pulumi.ResourceOptions(parent=people),
    )

pulumi.export("interfaces", endpoint.network_interfaces.apply(lambda found: [each.id for each in found]))
pulumi.export("records", endpoint.custom_dns_configs)
