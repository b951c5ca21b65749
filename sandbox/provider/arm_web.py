"""What the SDK does not say about App Service plans and apps."""

from collections.abc import Mapping

from sandbox.provider.arm import ArmType, Limits

_PROVIDER = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Web"
_SITE = f"{_PROVIDER}/sites/{{name}}"
_POLICIES = f"{_SITE}/basicPublishingCredentialsPolicies"
_WEB_APP = "azure-native:web:WebApp"
_NAMED = ("appSettings", "connectionStrings", "ipSecurityRestrictions", "metadata", "scmIpSecurityRestrictions")


def _policy(name: str) -> ArmType:
    """A policy comes with its app and cannot be deleted: the provider puts it back to what it is at first."""
    return ArmType(path=f"{_POLICIES}/{name}", exists_with_parent=True, reset={"properties": {"allow": True}})


TYPES: Mapping[str, ArmType] = {
    "azure-native:web:AppServicePlan": ArmType(
        path=f"{_PROVIDER}/serverfarms/{{name}}",
        force_new=frozenset({"kind", "location"}),
    ),
    _WEB_APP: ArmType(
        path=_SITE,
        force_new=frozenset({"kind", "location"}),
        renames={"sku": "properties.sku"},
        # The provider reads the configuration of an app from a resource of its own (custom_webapp.go).
        also_read={"siteConfig": "config/web"},
        keyed={
            **dict.fromkeys((f"siteConfig.{name}" for name in _NAMED), ("name",)),
            "siteConfig.handlerMappings": ("extension",),
            "siteConfig.virtualApplications": ("virtualPath",),
        },
    ),
    "azure-native:web:WebAppFtpAllowed": _policy("ftp"),
    "azure-native:web:WebAppScmAllowed": _policy("scm"),
    # Version 2021-02-01 knows no GET of these settings: the provider reads them with the POST that lists them.
    "azure-native:web:WebAppAuthSettingsV2": ArmType(
        path=f"{_SITE}/config/authsettingsV2",
        exists_with_parent=True,
        reset={"properties": {}},
        read_action="list",
    ),
}
ACTIONS = {
    "azure-native:web:listWebAppApplicationSettings": (_WEB_APP, "config/appsettings/list"),
}
FLATTENED = frozenset({"web:PushSettings"})
PARAMETER_LIMITS: Mapping[str, Limits] = {"name": Limits()}
