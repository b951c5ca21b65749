"""Everything that a function app with its vault-less surroundings needs, made through the provider door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.sandbox.provider.door import Door, Resource

ZONE = "privatelink.blob.core.windows.net"
ACCOUNT = "backbonestore"
SITE = "tracking-function"
FLEX = "Microsoft.App/environments"
# What the SDK's classes fill in by themselves.
POLICIES = {"privateEndpointNetworkPolicies": "Disabled", "privateLinkServiceNetworkPolicies": "Enabled"}
_SINGLE = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria"


class Stage:
    """The resources by short names of their own."""

    def __init__(self, door: Door, group: Resource) -> None:
        self.door = door
        self.made: dict[str, Resource] = {"group": group}
        self._group = group.outputs["name"]
        self._storage()
        self._network()
        self._monitoring()
        self._site()
        self._private_link()
        self._alerts()

    def id(self, name: str) -> str:
        """The id of a resource."""
        return self.made[name].id

    def make(self, name: str, type_: str, /, **inputs: Any) -> None:
        """Make a resource of the group, under a short name that is its logical name too."""
        group = {} if type_ == "monitor:DiagnosticSetting" else {"resourceGroupName": self._group}
        self.made[name] = self.door.create(type_, name, **{**group, **inputs})

    def _storage(self) -> None:
        self.make(
            "account",
            "storage:StorageAccount",
            accountName=ACCOUNT,
            kind="StorageV2",
            sku={"name": "Standard_LRS"},
            allowSharedKeyAccess=False,
            allowBlobPublicAccess=False,
            enableHttpsTrafficOnly=True,
            minimumTlsVersion="TLS1_2",
            networkRuleSet={
                "defaultAction": "Deny",
                "bypass": "None",
                "ipRules": [{"iPAddressOrRange": "20.1.2.3", "action": "Allow"}],
            },
        )
        self.make("container", "storage:BlobContainer", accountName=ACCOUNT, containerName="deployments")

    def _network(self) -> None:
        space = {"addressPrefixes": ["10.40.0.0/24"]}
        self.make("network", "network:VirtualNetwork", addressSpace=space, enableDdosProtection=False)
        where = {"virtualNetworkName": self.made["network"].outputs["name"], **POLICIES}
        delegations = [{"name": "flex", "serviceName": FLEX}]
        self.make("integration", "network:Subnet", addressPrefix="10.40.0.0/27", delegations=delegations, **where)
        self.make("endpoints", "network:Subnet", addressPrefix="10.40.0.32/27", **where)

    def _monitoring(self) -> None:
        self.make("logs", "operationalinsights:Workspace", sku={"name": "PerGB2018"}, retentionInDays=30)
        self.make(
            "insights",
            "applicationinsights:Component",
            kind="web",
            applicationType="web",
            disableLocalAuth=True,
            ingestionMode="LogAnalytics",
            workspaceResourceId=self.id("logs"),
        )

    def _site(self) -> None:
        self.make("identity", "managedidentity:UserAssignedIdentity")
        sku = {"name": "FC1", "tier": "FlexConsumption"}
        self.make("plan", "web:AppServicePlan", kind="functionapp", sku=sku, reserved=True)
        identity = self.id("identity")
        authentication = {"type": "UserAssignedIdentity", "userAssignedIdentityResourceId": identity}
        blobs = self.made["account"].outputs["primaryEndpoints"]["blob"]
        storage = {"type": "blobContainer", "value": f"{blobs}deployments", "authentication": authentication}
        self.make(
            "site",
            "web:WebApp",
            name=SITE,
            kind="functionapp,linux",
            serverFarmId=self.id("plan"),
            httpsOnly=True,
            clientAffinityEnabled=False,
            identity={"type": "UserAssigned", "userAssignedIdentities": [identity]},
            keyVaultReferenceIdentity=identity,
            virtualNetworkSubnetId=self.id("integration"),
            functionAppConfig={
                "deployment": {"storage": storage},
                "runtime": {"name": "python", "version": "3.12"},
                "scaleAndConcurrency": {"instanceMemoryMB": 2048, "maximumInstanceCount": 40},
            },
            siteConfig={
                "minTlsVersion": "1.2",
                "http20Enabled": True,
                "appSettings": [{"name": "AzureWebJobsStorage__accountName", "value": ACCOUNT}],
            },
        )
        self.make("ftp", "web:WebAppFtpAllowed", name=SITE, allow=False)
        self.make("scm", "web:WebAppScmAllowed", name=SITE, allow=False)
        registration = {"clientId": "11111111-1111-1111-1111-111111111111", "openIdIssuer": "https://sts.windows.net/"}
        self.make(
            "auth",
            "web:WebAppAuthSettingsV2",
            name=SITE,
            platform={"enabled": True},
            globalValidation={"requireAuthentication": True, "unauthenticatedClientAction": "Return401"},
            identityProviders={"azureActiveDirectory": {"enabled": True, "registration": registration}},
        )

    def _private_link(self) -> None:
        link = {"name": "blob", "groupIds": ["blob"], "privateLinkServiceId": self.id("account")}
        subnet = {"id": self.id("endpoints"), **POLICIES}
        self.make("endpoint", "network:PrivateEndpoint", subnet=subnet, privateLinkServiceConnections=[link])
        self.make("zone", "privatedns:PrivateZone", privateZoneName=ZONE, location="global")
        self.make(
            "link",
            "privatedns:VirtualNetworkLink",
            privateZoneName=ZONE,
            location="global",
            registrationEnabled=False,
            virtualNetwork={"id": self.id("network")},
        )
        self.make(
            "entries",
            "network:PrivateDnsZoneGroup",
            privateEndpointName=self.made["endpoint"].outputs["name"],
            privateDnsZoneConfigs=[{"name": "blob", "privateDnsZoneId": self.id("zone")}],
        )

    def _alerts(self) -> None:
        self.make("bus", "servicebus:Namespace", sku={"name": "Standard"})
        self.make(
            "setting",
            "monitor:DiagnosticSetting",
            resourceUri=self.id("bus"),
            workspaceId=self.id("logs"),
            logAnalyticsDestinationType="Dedicated",
            logs=[{"categoryGroup": "allLogs", "enabled": True}],
            metrics=[{"category": "AllMetrics", "enabled": True}],
        )
        someone = {"name": "someone", "emailAddress": "someone@example.com", "useCommonAlertSchema": True}
        self.make(
            "oncall",
            "monitor:ActionGroup",
            location="Global",
            groupShortName="oncall",
            enabled=True,
            emailReceivers=[someone],
        )
        often = {"severity": 2, "enabled": True, "evaluationFrequency": "PT5M", "windowSize": "PT5M"}
        dead_letters = {
            "criterionType": "StaticThresholdCriterion",
            "name": "dead-letters",
            "metricName": "DeadletteredMessages",
            "operator": "GreaterThan",
            "threshold": 0,
            "timeAggregation": "Maximum",
            "dimensions": [{"name": "EntityName", "operator": "Include", "values": ["*"]}],
        }
        self.make(
            "deadLetters",
            "monitor:MetricAlert",
            location="global",
            scopes=[self.id("bus")],
            criteria={"odataType": _SINGLE, "allOf": [dead_letters]},
            actions=[{"actionGroupId": self.id("oncall")}],
            **often,
        )
        query = "AZKVAuditLogs | where OperationName == 'SecretGet'"
        count = {"timeAggregation": "Count", "operator": "GreaterThan", "threshold": 0}
        self.make(
            "secretReads",
            "monitor:ScheduledQueryRule",
            scopes=[self.id("logs")],
            skipQueryValidation=True,
            criteria={"allOf": [{"query": query, **count}]},
            actions={"actionGroups": [self.id("oncall")]},
            **often,
        )
