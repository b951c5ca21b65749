"""What the SDK does not say about Log Analytics, Application Insights, diagnostic settings and alerts."""

from collections.abc import Mapping

from sandbox.provider.arm import ArmType, Limits, Place

_PROVIDERS = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers"
_INSIGHTS = f"{_PROVIDERS}/Microsoft.Insights"
_LOCATION = frozenset({"location"})
_WORKSPACE = "azure-native:operationalinsights:Workspace"
_CAPITALISED = (
    "appId",
    "applicationId",
    "connectionString",
    "creationDate",
    "disableIpMasking",
    "disableLocalAuth",
    "forceCustomerStorageForProfiler",
    "hockeyAppId",
    "hockeyAppToken",
    "immediatePurgeDataOn30Days",
    "ingestionMode",
    "instrumentationKey",
    "laMigrationDate",
    "privateLinkScopedResources",
    "retentionInDays",
    "samplingPercentage",
    "tenantId",
    "workspaceResourceId",
)

TYPES: Mapping[str, ArmType] = {
    _WORKSPACE: ArmType(
        path=f"{_PROVIDERS}/Microsoft.OperationalInsights/workspaces/{{workspaceName}}",
        force_new=_LOCATION,
        renames={"sku": "properties.sku"},
    ),
    "azure-native:applicationinsights:Component": ArmType(
        path=f"{_INSIGHTS}/components/{{resourceName}}",
        force_new=_LOCATION,
        renames={
            **{name: f"properties.{name[0].upper()}{name[1:]}" for name in _CAPITALISED},
            "applicationType": "properties.Application_Type",
            "flowType": "properties.Flow_Type",
            "requestSource": "properties.Request_Source",
        },
    ),
    "azure-native:monitor:DiagnosticSetting": ArmType(
        path="/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
    ),
    "azure-native:monitor:ActionGroup": ArmType(
        path=f"{_INSIGHTS}/actionGroups/{{actionGroupName}}", force_new=_LOCATION
    ),
    "azure-native:monitor:MetricAlert": ArmType(path=f"{_INSIGHTS}/metricAlerts/{{ruleName}}", force_new=_LOCATION),
    "azure-native:monitor:ScheduledQueryRule": ArmType(
        path=f"{_INSIGHTS}/scheduledQueryRules/{{ruleName}}", force_new=_LOCATION
    ),
}
ACTIONS = {"azure-native:operationalinsights:getSharedKeys": (_WORKSPACE, "sharedKeys")}
NESTED_RENAMES: Mapping[str, Mapping[str, Place]] = {
    f"monitor:{name}": {"odataType": ("odata.type",)}
    for name in (
        "MetricAlertMultipleResourceMultipleMetricCriteria",
        "MetricAlertSingleResourceMultipleMetricCriteria",
        "WebtestLocationAvailabilityCriteria",
    )
}
PARAMETER_LIMITS: Mapping[str, Limits] = {
    "actionGroupName": Limits(),
    "resourceUri": Limits(),
    "workspaceName": Limits(shortest=4, longest=63, pattern=r"^[A-Za-z0-9][A-Za-z0-9-]+[A-Za-z0-9]$"),
    "monitor:MetricAlert.ruleName": Limits(),
    "monitor:ScheduledQueryRule.ruleName": Limits(),
}
