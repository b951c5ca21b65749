"""Where Resource Manager keeps the resources of each azure-native type: the engine notes no id before a creation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"
_BUS = f"{_GROUP}/providers/Microsoft.ServiceBus/namespaces/{{namespaceName}}"
_TOPIC = f"{_BUS}/topics/{{topicName}}"
_SUBSCRIPTION = f"{_TOPIC}/subscriptions/{{subscriptionName}}"
_RULE = "authorizationRules/{authorizationRuleName}"
_VAULT = f"{_GROUP}/providers/Microsoft.KeyVault/vaults/{{vaultName}}"
_STORAGE = f"{_GROUP}/providers/Microsoft.Storage/storageAccounts/{{accountName}}"
_WEB = f"{_GROUP}/providers/Microsoft.Web"
_SITE = f"{_WEB}/sites/{{name}}"
_PUBLISHING = f"{_SITE}/basicPublishingCredentialsPolicies"
_NETWORK = f"{_GROUP}/providers/Microsoft.Network"
_ENDPOINT = f"{_NETWORK}/privateEndpoints/{{privateEndpointName}}"
_ZONE = f"{_NETWORK}/privateDnsZones/{{privateZoneName}}"
_INSIGHTS = f"{_GROUP}/providers/Microsoft.Insights"
_AUTHORIZATION = "/{scope}/providers/Microsoft.Authorization"
_IDENTITIES = f"{_GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities"


@dataclass(frozen=True, kw_only=True)
class ArmType:
    """One type.

    Attributes:
        path: Its resource id; what stands in braces is an input of that name, or the provider's subscription.
        comes_with_parent: Azure makes it together with its parent. That it exists says nothing about what was
            interrupted, and the provider creates it again without complaint.
    """

    path: str
    comes_with_parent: bool = False


_PATHS = {
    "applicationinsights:Component": f"{_INSIGHTS}/components/{{resourceName}}",
    "authorization:RoleAssignment": f"{_AUTHORIZATION}/roleAssignments/{{roleAssignmentName}}",
    "authorization:RoleDefinition": f"{_AUTHORIZATION}/roleDefinitions/{{roleDefinitionId}}",
    "keyvault:Secret": f"{_VAULT}/secrets/{{secretName}}",
    "keyvault:Vault": _VAULT,
    "managedidentity:UserAssignedIdentity": f"{_IDENTITIES}/{{resourceName}}",
    "monitor:ActionGroup": f"{_INSIGHTS}/actionGroups/{{actionGroupName}}",
    "monitor:DiagnosticSetting": "/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
    "monitor:MetricAlert": f"{_INSIGHTS}/metricAlerts/{{ruleName}}",
    "monitor:ScheduledQueryRule": f"{_INSIGHTS}/scheduledQueryRules/{{ruleName}}",
    "network:PrivateDnsZoneGroup": f"{_ENDPOINT}/privateDnsZoneGroups/{{privateDnsZoneGroupName}}",
    "network:PrivateEndpoint": _ENDPOINT,
    "network:Subnet": f"{_NETWORK}/virtualNetworks/{{virtualNetworkName}}/subnets/{{subnetName}}",
    "network:VirtualNetwork": f"{_NETWORK}/virtualNetworks/{{virtualNetworkName}}",
    "operationalinsights:Workspace": f"{_GROUP}/providers/Microsoft.OperationalInsights/workspaces/{{workspaceName}}",
    "privatedns:PrivateZone": _ZONE,
    "privatedns:VirtualNetworkLink": f"{_ZONE}/virtualNetworkLinks/{{virtualNetworkLinkName}}",
    "resources:ResourceGroup": _GROUP,
    "servicebus:DisasterRecoveryConfig": f"{_BUS}/disasterRecoveryConfigs/{{alias}}",
    "servicebus:MigrationConfig": f"{_BUS}/migrationConfigurations/{{configName}}",
    "servicebus:Namespace": _BUS,
    "servicebus:NamespaceAuthorizationRule": f"{_BUS}/{_RULE}",
    "servicebus:Queue": f"{_BUS}/queues/{{queueName}}",
    "servicebus:QueueAuthorizationRule": f"{_BUS}/queues/{{queueName}}/{_RULE}",
    "servicebus:Rule": f"{_SUBSCRIPTION}/rules/{{ruleName}}",
    "servicebus:Subscription": _SUBSCRIPTION,
    "servicebus:Topic": _TOPIC,
    "servicebus:TopicAuthorizationRule": f"{_TOPIC}/{_RULE}",
    "storage:BlobContainer": f"{_STORAGE}/blobServices/default/containers/{{containerName}}",
    "storage:StorageAccount": _STORAGE,
    "web:AppServicePlan": f"{_WEB}/serverfarms/{{name}}",
    "web:WebApp": _SITE,
}
_WITH_PARENT = {
    "servicebus:DefaultRule": f"{_SUBSCRIPTION}/rules/$Default",
    "servicebus:NamespaceNetworkRuleSet": f"{_BUS}/networkRuleSets/default",
    "web:WebAppAuthSettingsV2": f"{_SITE}/config/authsettingsV2",
    "web:WebAppFtpAllowed": f"{_PUBLISHING}/ftp",
    "web:WebAppScmAllowed": f"{_PUBLISHING}/scm",
}

ARM_TYPES: Mapping[str, ArmType] = {
    **{f"azure-native:{name}": ArmType(path=path) for name, path in _PATHS.items()},
    **{f"azure-native:{name}": ArmType(path=path, comes_with_parent=True) for name, path in _WITH_PARENT.items()},
}
"""The types by token. Resource Manager's REST reference, the page of each type."""
