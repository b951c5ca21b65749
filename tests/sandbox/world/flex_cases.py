"""Cases of the rules about Flex Consumption apps, and about the subnets through which apps send."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import properties
from tests.sandbox.world.site_cases import (
    IDENTITY,
    PLAN,
    READY,
    RUNNING,
    SITE,
    SITES,
    app,
    flex,
    function_app_config,
    storage,
)
from tests.sandbox.world.storage_cases import ACCOUNT
from tests.sandbox.world.subnet_cases import (
    ENDPOINT,
    FLEX,
    INTEGRATION,
    NETWORK,
    NETWORKS,
    SUBNET,
    WITH_SUBNETS,
    endpoint,
    network,
    subnet,
)

_SCALE = "Site.FunctionAppConfig.ScaleAndConcurrency"
_STORAGE = "Site.FunctionAppConfig.Deployment.Storage"
_URL = "https://backbonestore.blob.core.windows.net/"
_CONFIG = "site configuration property (Site.SiteConfig.NetFrameworkVersion)"
_LINK = f"{INTEGRATION}/serviceAssociationLinks/legionservicelink"
_HELD = (
    f"Subnet integration is in use by {_LINK} and cannot be deleted. In order to delete the subnet, delete all the "
    "resources within the subnet. See aka.ms/deletesubnet."
)
INTEGRATED = (*READY, *WITH_SUBNETS, put(SITE, flex(virtualNetworkSubnetId=INTEGRATION)))
"""A Flex Consumption app that sends through its subnet."""


def _scale(**given: object) -> dict[str, Any]:
    return flex(function_app_config(scaleAndConcurrency=given))


def _calls(number: int) -> dict[str, Any]:
    return _scale(triggers={"http": {"perInstanceConcurrency": number}})


def _settings(*names: str) -> dict[str, Any]:
    return flex(siteConfig={"appSettings": [{"name": each, "value": "x"} for each in names]})


def _through(at: str) -> dict[str, Any]:
    return flex(virtualNetworkSubnetId=at)


def _refusal(subject: str, pronoun: str = "it") -> str:
    advice = f"Please remove or rename {pronoun} before retrying."
    return f"The following {subject} for Flex Consumption sites is invalid.  {advice}"


_DELETE_SITE = Call(method="DELETE", id=SITE)
_BY_STRING = {"type": "StorageAccountConnectionString", "storageAccountConnectionStringName": "DEPLOYMENTS"}
_BOTH = {
    "type": "UserAssignedIdentity",
    "userAssignedIdentityResourceId": IDENTITY,
    "storageAccountConnectionStringName": "DEPLOYMENTS",
}
CONFIGURATION = (
    Case(
        rule="web/flex-config-required",
        accepted=READY,
        refused=put(SITE, {**app(), "kind": "functionapp,linux", "properties": {"serverFarmId": PLAN}}),
        message="Site.FunctionAppConfig is invalid.  The FunctionAppConfig section was not specified in the request, "
        "which is required for Flex Consumption sites. To proceed, please add the FunctionAppConfig section in your "
        "request.",
    ),
    Case(
        rule="web/flex-config-only",
        accepted=RUNNING,
        refused=put(f"{SITES}/web", app(functionAppConfig=function_app_config())),
        message="Site.FunctionAppConfig is invalid.  The FunctionAppConfig section is supported for Flex Consumption "
        "sites only.",
    ),
    *(
        Case(
            rule="web/flex-config-complete",
            accepted=RUNNING,
            refused=put(SITE, flex(config)),
            message=f"Site.FunctionAppConfig is invalid.  The property '{missing}' must be specified for Flex "
            "Consumption sites.",
        )
        for missing, config in (
            ("deployment.storage.type", storage(type=None)),
            ("deployment.storage.value", storage(value=None)),
            ("deployment.storage.authentication.type", storage(authentication={})),
            ("runtime.name", function_app_config(runtime={"version": "3.12"})),
            ("runtime.version", function_app_config(runtime={"name": "python"})),
        )
    ),
    *(
        Case(
            rule="web/flex-deployment-container",
            accepted=RUNNING,
            refused=put(SITE, flex(storage(value=value))),
            message=f"{_STORAGE} is invalid.  The blob container '{value}' was not found: the storage account and the "
            "container must exist before the site is created.",
        )
        for value in (f"{_URL}missing", "https://elsewhere.blob.core.windows.net/deployments", "deployments")
    ),
    Case(
        rule="web/flex-deployment-identity",
        accepted=RUNNING,
        refused=put(SITE, {**flex(), "identity": {"type": "None"}}),
        message=f"{_STORAGE}.Authentication is invalid.  The identity '{IDENTITY}' is not assigned to the site.",
    ),
    Case(
        rule="web/flex-deployment-identity",
        accepted=(*RUNNING, put(SITE, {**flex(storage(authentication=_BY_STRING)), "identity": {"type": "None"}})),
        refused=put(SITE, flex(storage(authentication={"type": "SystemAssignedIdentity"}))),
        message=f"{_STORAGE}.Authentication is invalid.  The identity 'SystemAssigned' is not assigned to the site.",
    ),
    *(
        Case(
            rule="web/flex-deployment-authentication",
            accepted=(*RUNNING, put(SITE, flex(storage(authentication=_BY_STRING)))),
            refused=put(SITE, flex(storage(authentication=authentication))),
            message=f"{_STORAGE}.Authentication is invalid.  The properties do not fit the authentication type "
            f"'{authentication['type']}'.",
        )
        for authentication in (_BOTH, {"type": "StorageAccountConnectionString"})
    ),
    *(
        Case(
            rule="web/flex-instance-memory",
            accepted=(*RUNNING, *(put(SITE, _scale(instanceMemoryMB=each)) for each in (512, 2048, 4096))),
            refused=put(SITE, _scale(instanceMemoryMB=memory)),
            message=f"{_SCALE}.InstanceMemoryMB is invalid.  The value {memory} is not one of the allowed values: 512, "
            "2048, 4096.",
        )
        for memory in (256, 1024)
    ),
    *(
        Case(
            rule="web/flex-maximum-instances",
            accepted=(*RUNNING, *(put(SITE, _scale(maximumInstanceCount=each)) for each in (40, 1000))),
            refused=put(SITE, _scale(maximumInstanceCount=number)),
            message=f"{_SCALE}.MaximumInstanceCount is invalid.  The value {number} must be between 40 and 1000.",
        )
        for number in (39, 1001)
    ),
    *(
        Case(
            rule="web/flex-http-concurrency",
            accepted=(*RUNNING, *(put(SITE, _calls(each)) for each in (1, 1000))),
            refused=put(SITE, _calls(number)),
            message=f"{_SCALE}.Triggers.Http.PerInstanceConcurrency is invalid.  The value {number} must be between 1 "
            "and 1000.",
        )
        for number in (0, 1001)
    ),
    Case(
        rule="web/flex-always-ready",
        accepted=(*RUNNING, put(SITE, _scale(alwaysReady=[{"name": "http", "instanceCount": 100}]))),
        refused=put(SITE, _scale(alwaysReady=[{"name": each, "instanceCount": 60} for each in ("http", "durable")])),
        message=f"{_SCALE}.AlwaysReady is invalid.  The sum of the instance counts must not exceed the maximum "
        "instance count.",
    ),
    Case(
        rule="web/flex-kind",
        accepted=RUNNING,
        refused=put(SITE, flex(kind="app,linux")),
        message="The kind 'app,linux' of the site 'tracking-function' is invalid for Flex Consumption sites: it must "
        "be 'functionapp,linux'.",
    ),
    Case(
        rule="web/flex-plan-one-app",
        accepted=(*RUNNING, put(SITE, flex())),
        refused=put(f"{SITES}/second", flex()),
        message="The Flex Consumption plan 'flex' already has a site: a plan of this tier hosts one.",
    ),
    Case(
        rule="web/flex-site-config",
        accepted=(*RUNNING, put(SITE, flex(siteConfig={"minTlsVersion": "1.3", "http20Enabled": True}))),
        refused=put(SITE, flex(siteConfig={"netFrameworkVersion": "v4.6"})),
        message=_refusal(_CONFIG),
    ),
    Case(
        rule="web/flex-site-config",
        accepted=(*RUNNING, put(f"{SITES}/web", app(siteConfig={"ftpsState": "Disabled", "alwaysOn": True}))),
        refused=put(f"{SITE}/config/web", properties(ftpsState="Disabled", alwaysOn=False)),
        message=_refusal(
            "list of 2 site configuration properties (Site.SiteConfig.AlwaysOn, Site.SiteConfig.FtpsState)", "them"
        ),
    ),
    *(
        Case(
            rule="web/flex-app-setting",
            accepted=(*RUNNING, put(SITE, _settings("FUNCTIONS_EXTENSION_VERSION", "A__b"))),
            refused=put(SITE, _settings("FINE", name)),
            message=_refusal(f"app setting (Site.SiteConfig.AppSettings.{name})"),
        )
        for name in ("FUNCTIONS_WORKER_RUNTIME", "WEBSITE_CONTENTSHARE", "A:b")
    ),
    Case(
        rule="web/flex-app-setting",
        accepted=(*RUNNING, put(f"{SITE}/config/appsettings", properties(A__b="x"))),
        refused=put(f"{SITE}/config/appsettings", {"properties": {"A:b": "x", "FUNCTIONS_WORKER_RUNTIME": "python"}}),
        message=_refusal(
            "list of 2 app settings (Site.SiteConfig.AppSettings.A:b, "
            "Site.SiteConfig.AppSettings.FUNCTIONS_WORKER_RUNTIME)",
            "them",
        ),
    ),
)
SUBNETS = (
    Case(
        rule="web/integration-subnet",
        accepted=INTEGRATED,
        refused=put(SITE, _through(f"{NETWORK}/subnets/none")),
        message=f"Cannot find the subnet '{NETWORK}/subnets/none' of the property virtualNetworkSubnetId.",
    ),
    Case(
        rule="web/integration-registration",
        accepted=INTEGRATED,
        prepare=lambda scenery: scenery.world.unregister("Microsoft.App"),
        refused=put(SITE, _through(INTEGRATION)),
        message="The subscription is not registered to use namespace 'Microsoft.App'. See https://aka.ms/rps-not-found "
        "for how to register subscriptions.",
    ),
    Case(
        rule="web/integration-region",
        accepted=(
            *INTEGRATED,
            put(f"{NETWORKS}/north", network(location="northeurope")),
            put(f"{NETWORKS}/north/subnets/a", subnet("10.40.0.0/27", FLEX)),
        ),
        refused=put(SITE, _through(f"{NETWORKS}/north/subnets/a")),
        message=f"The subnet '{NETWORKS}/north/subnets/a' is not in the region 'westeurope' of the site.",
    ),
    Case(
        rule="web/integration-delegation",
        accepted=INTEGRATED,
        refused=put(SITE, _through(SUBNET)),
        message=f"Subnet {SUBNET} requires any of the following delegation(s) [Microsoft.App/environments] to "
        f"reference service association link {SUBNET}/serviceAssociationLinks/legionservicelink.",
    ),
    Case(
        rule="web/integration-size",
        accepted=(*INTEGRATED, put(f"{NETWORK}/subnets/small", subnet("10.40.0.64/28", FLEX))),
        refused=put(SITE, _through(f"{NETWORK}/subnets/small")),
        message=f"The subnet '{NETWORK}/subnets/small' is too small: a prefix length of /27 or shorter is required.",
    ),
    Case(
        rule="web/integration-name",
        accepted=(*INTEGRATED, put(f"{NETWORK}/subnets/for_apps", subnet("10.40.0.64/27", FLEX))),
        refused=put(SITE, _through(f"{NETWORK}/subnets/for_apps")),
        message=f"The name of the subnet '{NETWORK}/subnets/for_apps' contains an underscore, which is not supported "
        "for Flex Consumption sites.",
    ),
    Case(
        rule="web/integration-occupied",
        accepted=(*READY, *WITH_SUBNETS, put(ENDPOINT, endpoint(ACCOUNT, "blob"))),
        refused=put(SITE, _through(SUBNET)),
        message=f"The subnet '{SUBNET}' is already in use for other purposes, such as private or service endpoints.",
    ),
    Case(
        rule="network/subnet-in-use",
        accepted=(
            *INTEGRATED,
            _DELETE_SITE,
            Call(method="DELETE", id=f"{NETWORK}/subnets/endpoints"),
        ),
        refused=Call(method="DELETE", id=INTEGRATION),
        message=_HELD,
    ),
    Case(
        rule="network/subnet-in-use",
        accepted=INTEGRATED,
        refused=Call(method="DELETE", id=NETWORK),
        message=_HELD,
    ),
    Case(
        rule="network/subnet-delegation-fixed",
        accepted=(*INTEGRATED, put(INTEGRATION, subnet("10.40.0.0/27", FLEX))),
        refused=put(INTEGRATION, subnet("10.40.0.0/27")),
        message=f"Subnet {INTEGRATION} requires any of the following delegation(s) [Microsoft.App/environments] to "
        f"reference service association link {_LINK}.",
    ),
)
CASES = (*CONFIGURATION, *SUBNETS)
