"""Which resource types of the SDK stand for which resources of Resource Manager: the paths, written down again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Mapping

_BUS = "G/providers/Microsoft.ServiceBus/namespaces/{namespaceName}"
_TOPIC = f"{_BUS}/topics/{{topicName}}"
_LISTENER = f"{_TOPIC}/subscriptions/{{subscriptionName}}"
_KEYS = "authorizationRules/{authorizationRuleName}"
_ACCOUNT = "G/providers/Microsoft.Storage/storageAccounts/{accountName}"
_NETWORK = "G/providers/Microsoft.Network"
_MONITOR = "G/providers/Microsoft.Insights"
_LOCK = "/providers/Microsoft.Authorization/locks/{lockName}"
_SITE = "G/providers/Microsoft.Web/sites/{name}"
_PATHS: Mapping[str, str] = {
    "resources:ResourceGroup": "G",
    "servicebus:Namespace": _BUS,
    "servicebus:NamespaceAuthorizationRule": f"{_BUS}/{_KEYS}",
    "servicebus:NamespaceNetworkRuleSet": f"{_BUS}/networkRuleSets/default",
    "servicebus:Queue": f"{_BUS}/queues/{{queueName}}",
    "servicebus:QueueAuthorizationRule": f"{_BUS}/queues/{{queueName}}/{_KEYS}",
    "servicebus:Topic": _TOPIC,
    "servicebus:TopicAuthorizationRule": f"{_TOPIC}/{_KEYS}",
    "servicebus:Subscription": _LISTENER,
    "servicebus:DefaultRule": f"{_LISTENER}/rules/$Default",
    "servicebus:Rule": f"{_LISTENER}/rules/{{ruleName}}",
    "servicebus:DisasterRecoveryConfig": f"{_BUS}/disasterRecoveryConfigs/{{alias}}",
    "servicebus:PrivateEndpointConnection": f"{_BUS}/privateEndpointConnections/{{privateEndpointConnectionName}}",
    "managedidentity:UserAssignedIdentity": (
        "G/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}"
    ),
    "authorization:RoleAssignment": "{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
    "authorization:RoleDefinition": "{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
    "authorization:ManagementLockAtResourceGroupLevel": f"G{_LOCK}",
    "authorization:ManagementLockAtSubscriptionLevel": f"/subscriptions/{{subscriptionId}}{_LOCK}",
    "authorization:ManagementLockByScope": f"{{scope}}{_LOCK}",
    "keyvault:Vault": "G/providers/Microsoft.KeyVault/vaults/{vaultName}",
    "keyvault:Secret": "G/providers/Microsoft.KeyVault/vaults/{vaultName}/secrets/{secretName}",
    "storage:StorageAccount": _ACCOUNT,
    "storage:BlobContainer": f"{_ACCOUNT}/blobServices/default/containers/{{containerName}}",
    "network:VirtualNetwork": f"{_NETWORK}/virtualNetworks/{{virtualNetworkName}}",
    "network:Subnet": f"{_NETWORK}/virtualNetworks/{{virtualNetworkName}}/subnets/{{subnetName}}",
    "network:PrivateEndpoint": f"{_NETWORK}/privateEndpoints/{{privateEndpointName}}",
    "network:PrivateDnsZoneGroup": (
        f"{_NETWORK}/privateEndpoints/{{privateEndpointName}}/privateDnsZoneGroups/{{privateDnsZoneGroupName}}"
    ),
    "privatedns:PrivateZone": f"{_NETWORK}/privateDnsZones/{{privateZoneName}}",
    "privatedns:VirtualNetworkLink": (
        f"{_NETWORK}/privateDnsZones/{{privateZoneName}}/virtualNetworkLinks/{{virtualNetworkLinkName}}"
    ),
    "operationalinsights:Workspace": "G/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}",
    "applicationinsights:Component": f"{_MONITOR}/components/{{resourceName}}",
    "monitor:DiagnosticSetting": "{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
    "monitor:ActionGroup": f"{_MONITOR}/actionGroups/{{actionGroupName}}",
    "monitor:MetricAlert": f"{_MONITOR}/metricAlerts/{{ruleName}}",
    "monitor:ScheduledQueryRule": f"{_MONITOR}/scheduledQueryRules/{{ruleName}}",
    "web:AppServicePlan": "G/providers/Microsoft.Web/serverfarms/{name}",
    "web:WebApp": _SITE,
    "web:WebAppFtpAllowed": f"{_SITE}/basicPublishingCredentialsPolicies/ftp",
    "web:WebAppScmAllowed": f"{_SITE}/basicPublishingCredentialsPolicies/scm",
    "web:WebAppAuthSettingsV2": f"{_SITE}/config/authsettingsV2",
}
_GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"
_PARAMETER = re.compile(r"\\\{(\w+)\\\}")
_SCOPES = frozenset({"scope", "resourceUri"})
"""Parameters that are ids themselves."""


@dataclass(frozen=True, kw_only=True)
class SdkType:
    """A resource type of the SDK, as `module:Name`, and the path of its resources."""

    name: str
    path: str

    @property
    def module(self) -> str:
        """The SDK's module."""
        return self.name.partition(":")[0]

    @property
    def class_name(self) -> str:
        """The name of the resource class."""
        return self.name.partition(":")[2]

    @property
    def provider(self) -> str:
        """The provider's namespace."""
        return self.path.rpartition("/providers/")[2].partition("/")[0] if "/providers/" in self.path else ""

    def parameters(self, id: str) -> dict[str, str] | None:
        """What the path's parameters are in an id; None if it is not an id of this type."""
        pattern = _PARAMETER.sub(_capture, re.escape(self._whole))
        found = re.fullmatch(pattern, id, re.IGNORECASE)
        if found is None:
            return None
        return {name: unquote(value) for name, value in found.groupdict().items()}

    @property
    def parameter_names(self) -> frozenset[str]:
        """The parameters of the path."""
        return frozenset({*re.findall(r"\{(\w+)\}", self._whole)} - {"subscriptionId"})

    @property
    def example(self) -> str:
        """An id of the type, for looking its table up."""
        scope = "/subscriptions/s"
        return re.sub(r"\{(\w+)\}", lambda found: scope if found[1] in _SCOPES else "x", self._whole)

    @property
    def _whole(self) -> str:
        return self.path.replace("G", _GROUP, 1) if self._in_group else self.path

    @property
    def _in_group(self) -> bool:
        return self.path.startswith("G")


def _capture(parameter: re.Match[str]) -> str:
    name = parameter[1]
    return f"(?P<{name}>/.+)" if name in _SCOPES else f"(?P<{name}>[^/]+)"


TYPES = tuple(SdkType(name=name, path=path) for name, path in _PATHS.items())
"""The resource types of the SDK that the simulated Azure serves; a fixed name stands before the general one."""


def type_of(id: str) -> tuple[SdkType, dict[str, str]] | None:
    """The type of an id, and its path's parameters; None if no type of the SDK has such ids."""
    for each in TYPES:
        parameters = each.parameters(id)
        if parameters is not None:
            return each, parameters
    return None
