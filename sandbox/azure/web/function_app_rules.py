"""Rules about `functionAppConfig`, the section that a Flex Consumption app has instead of app settings."""

from __future__ import annotations

from sandbox.azure.web.documents import FLEX, FLEX_HOW_TO, FLEX_SAMPLES, INFRASTRUCTURE_AS_CODE, web_rule

REQUIRED = web_rule(
    "flex-config-required",
    text="A Flex Consumption app has functionAppConfig.",
    message="Site.FunctionAppConfig is invalid.  The FunctionAppConfig section was not specified in the request, "
    "which is "
    "required for Flex Consumption sites. To proceed, please add the FunctionAppConfig section in your request.",
    source=FLEX_SAMPLES,
    wording="azure",
)
ONLY_FLEX = web_rule(
    "flex-config-only",
    text="Only a Flex Consumption app has functionAppConfig.",
    message="Site.FunctionAppConfig is invalid.  The FunctionAppConfig section is supported for Flex Consumption sites "
    "only.",
    source=INFRASTRUCTURE_AS_CODE,
)
INCOMPLETE = web_rule(
    "flex-config-complete",
    text="functionAppConfig names the deployment storage, the runtime and its version.",
    message="Site.FunctionAppConfig is invalid.  The property '{missing}' must be specified for Flex Consumption "
    "sites.",
    source=INFRASTRUCTURE_AS_CODE,
)
MEMORY = web_rule(
    "flex-instance-memory",
    text="An instance has 512, 2048 or 4096 MB.",
    message="Site.FunctionAppConfig.ScaleAndConcurrency.InstanceMemoryMB is invalid.  The value {value} is not one of "
    "the allowed values: 512, 2048, 4096.",
    source=FLEX,
)
INSTANCES = web_rule(
    "flex-maximum-instances",
    text="An app scales to at most 40 to 1,000 instances.",
    message="Site.FunctionAppConfig.ScaleAndConcurrency.MaximumInstanceCount is invalid.  The value {value} must be "
    "between 40 and 1000.",
    source=FLEX,
)
CONCURRENCY = web_rule(
    "flex-http-concurrency",
    text="An instance serves 1 to 1,000 calls at once.",
    message="Site.FunctionAppConfig.ScaleAndConcurrency.Triggers.Http.PerInstanceConcurrency is invalid.  The value "
    "{value} must be between 1 and 1000.",
    source=f"{FLEX_HOW_TO}#set-http-concurrency-limits",
)
ALWAYS_READY = web_rule(
    "flex-always-ready",
    text="Fewer instances are always ready than there may be.",
    message="Site.FunctionAppConfig.ScaleAndConcurrency.AlwaysReady is invalid.  The sum of the instance counts must "
    "not exceed the maximum instance count.",
    source=FLEX,
)
CONTAINER = web_rule(
    "flex-deployment-container",
    text="The container for an app's code must exist.",
    message="Site.FunctionAppConfig.Deployment.Storage is invalid.  The blob container '{container}' was not found: "
    "the storage account and the container must exist before the site is created.",
    source=INFRASTRUCTURE_AS_CODE,
)
IDENTITY = web_rule(
    "flex-deployment-identity",
    text="The identity that reads an app's code is one of the app's.",
    message="Site.FunctionAppConfig.Deployment.Storage.Authentication is invalid.  The identity '{identity}' is not "
    "assigned to the site.",
    source=f"{FLEX_HOW_TO}#configure-deployment-settings",
)
AUTHENTICATION = web_rule(
    "flex-deployment-authentication",
    text="An app's code is read with an identity, or with a connection string from an app setting, never both.",
    message="Site.FunctionAppConfig.Deployment.Storage.Authentication is invalid.  The properties do not fit the "
    "authentication type '{kind}'.",
    source=f"{FLEX_HOW_TO}#configure-deployment-settings",
)
