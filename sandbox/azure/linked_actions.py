"""The linked actions that the simulated types ask for, and where each is written down."""

from __future__ import annotations

from sandbox.azure.link import Link

_LEARN = "https://learn.microsoft.com/azure"
_OPERATIONS = f"{_LEARN}/role-based-access-control/permissions"
_CUSTOM_ROLES = f"{_LEARN}/role-based-access-control/custom-roles#who-can-create-delete-update-or-view-a-custom-role"
_ALERTS = f"{_LEARN}/azure-monitor/alerts/alerts-overview#azure-role-based-access-control-for-alerts"

JOIN_SUBNET = Link(
    action="Microsoft.Network/virtualNetworks/subnets/join/action", source=f"{_LEARN}/private-link/rbac-permissions"
)
"""A private endpoint, or an app that sends through the subnet."""
JOIN_VIA_SERVICE_ENDPOINT = Link(
    action="Microsoft.Network/virtualNetworks/subnets/joinViaServiceEndpoint/action",
    source=f"{_LEARN}/storage/common/storage-network-security",
)
"""A firewall that lets the subnet in."""
JOIN_NETWORK = Link(action="Microsoft.Network/virtualNetworks/join/action", source=f"{_OPERATIONS}/networking")
"""A DNS zone that the network resolves names by."""
JOIN_ZONE = Link(action="Microsoft.Network/privateDnsZones/join/action", source=f"{_OPERATIONS}/networking")
"""A private endpoint whose hosts are entered into the zone."""
JOIN_SECURITY_GROUP = Link(
    action="Microsoft.Network/networkSecurityGroups/join/action", source=f"{_OPERATIONS}/networking"
)
JOIN_ROUTE_TABLE = Link(action="Microsoft.Network/routeTables/join/action", source=f"{_OPERATIONS}/networking")
JOIN_NAT_GATEWAY = Link(action="Microsoft.Network/natGateways/join/action", source=f"{_OPERATIONS}/networking")
APPROVE_CONNECTION = Link(
    action="PrivateEndpointConnectionsApproval/action",
    source=f"{_LEARN}/private-link/private-endpoint-overview#access-to-a-private-link-resource-using-approval-workflow",
)
"""A private endpoint that is approved by who makes it."""
JOIN_PLAN = Link(action="Microsoft.Web/serverfarms/join/action", source=f"{_OPERATIONS}/web-and-mobile")
"""An app on the plan."""
ASSIGN_IDENTITY = Link(
    action="Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
    source="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/"
    "how-to-assign-managed-identity-via-azure-portal",
)
"""A resource that acts as the identity."""
WRITE_TO_WORKSPACE = Link(
    action="Microsoft.OperationalInsights/workspaces/sharedKeys/action",
    source=f"{_LEARN}/azure-monitor/platform/diagnostic-settings",
)
"""A diagnostic setting that sends to the workspace."""
WRITE_TO_ACCOUNT = Link(
    action="Microsoft.Storage/storageAccounts/listKeys/action",
    source=f"{_LEARN}/azure-monitor/platform/diagnostic-settings",
)
"""A diagnostic setting that sends to the storage account."""
WRITE_BY_RULE = Link(action="listkeys/action", source=f"{_LEARN}/azure-monitor/platform/diagnostic-settings")
"""A diagnostic setting that sends by a shared access rule."""
COLLECT_IN_WORKSPACE = Link(
    action="Microsoft.OperationalInsights/workspaces/sharedkeys/action",
    source=f"{_LEARN}/azure-monitor/app/create-workspace-resource",
    only_elsewhere=True,
)
"""An Application Insights component that keeps its data in a workspace of another subscription."""
WATCH = Link(action="read", source=_ALERTS)
"""An alert rule about the resource."""
TELL = Link(action="Microsoft.Insights/actionGroups/read", source=_ALERTS)
"""An alert rule that calls on the action group."""
DEFINE_ROLE = Link(
    action="Microsoft.Authorization/roleDefinitions/write",
    source=_CUSTOM_ROLES,
    when_deleted=Link(action="Microsoft.Authorization/roleDefinitions/delete", source=_CUSTOM_ROLES),
)
"""A custom role that can be assigned at the scope."""
