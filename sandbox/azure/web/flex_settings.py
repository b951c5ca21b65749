"""What the configuration and the app settings of a Flex Consumption app may not say.

Source: learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.resource_id import ResourceId
from sandbox.azure.web.documents import web_rule
from sandbox.azure.web.plan_size import FLEX_TIER, tier_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

SITE_CONFIG = web_rule(
    "flex-site-config",
    text="The configuration of a Flex Consumption app has no properties that functionAppConfig replaces or that mean "
    "nothing there, not even with their default value.",
    message="The following {subject} for Flex Consumption sites is invalid.  Please remove or rename {pronoun} before "
    "retrying.",
    source="https://github.com/pulumi/pulumi-azure-native/issues/4168",
    wording="azure",
)
APP_SETTING = web_rule(
    "flex-app-setting",
    text="The app settings of a Flex Consumption app do not name the runtime or a content share, and have no colons in "
    "their names.",
    message="The following {subject} for Flex Consumption sites is invalid.  Please remove or rename {pronoun} before "
    "retrying.",
    source="https://github.com/Azure/azure-functions-host/issues/11908",
    wording="azure",
)
_REFUSED_PROPERTIES = (
    "alwaysOn",
    "ftpsState",
    "functionAppScaleLimit",
    "functionsRuntimeScaleMonitoringEnabled",
    "linuxFxVersion",
    "netFrameworkVersion",
    "preWarmedInstanceCount",
    "use32BitWorkerProcess",
    "windowsFxVersion",
)
"""Named in refusals that were made public: pulumi-azure-native #4168, azure-functions-host #10643,
azure-pipelines-tasks #21032, terraform-azurerm-avm-res-web-site #283 and #345."""
_REFUSED_SETTINGS = frozenset(
    {
        "FUNCTIONS_WORKER_RUNTIME",
        "FUNCTIONS_WORKER_RUNTIME_VERSION",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTOVERVNET",
        "WEBSITE_CONTENTSHARE",
    }
)
_APP = "Microsoft.Web/sites"


def _site(proposal: Proposal) -> Mapping[str, Any]:
    if proposal.type.name == _APP:
        return proposal.body
    found = proposal.view.find(proposal.id.ancestor(1))
    return found.body if found else {}


def plan_of(proposal: Proposal) -> Resource | None:
    """The plan of an app, or of the app that a setting belongs to."""
    wanted = _site(proposal).get("properties", {}).get("serverFarmId")
    return proposal.view.find(ResourceId.parse(wanted)) if wanted else None


def is_flex(proposal: Proposal) -> bool:
    """Whether the app is a Flex Consumption app."""
    plan = plan_of(proposal)
    return plan is not None and tier_of(plan.body) == FLEX_TIER


def _given_config(proposal: Proposal) -> Mapping[str, Any]:
    given = proposal.given_properties
    found: Mapping[str, Any] = given.get("siteConfig", {}) if proposal.type.name == _APP else given
    return found


def _given_settings(proposal: Proposal) -> list[str]:
    if proposal.type.named == "appsettings":
        return list(proposal.given_properties)
    return [str(each.get("name")) for each in _given_config(proposal).get("appSettings", ())]


def _refused_properties(proposal: Proposal) -> list[str]:
    given = _given_config(proposal)
    return [f"Site.SiteConfig.{name[0].upper()}{name[1:]}" for name in _REFUSED_PROPERTIES if name in given]


def _refused_settings(proposal: Proposal) -> list[str]:
    names = _given_settings(proposal)
    return [f"Site.SiteConfig.AppSettings.{each}" for each in names if each in _REFUSED_SETTINGS or ":" in each]


def config_is_valid(proposal: Proposal) -> bool:
    """Whether a Flex Consumption app has no refused properties."""
    return not is_flex(proposal) or not _refused_properties(proposal)


def settings_are_valid(proposal: Proposal) -> bool:
    """Whether a Flex Consumption app has no refused app settings."""
    return not is_flex(proposal) or not _refused_settings(proposal)


def config_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of refused properties."""
    return _facts(_refused_properties(proposal), "site configuration property", "site configuration properties")


def setting_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of refused app settings."""
    return _facts(_refused_settings(proposal), "app setting", "app settings")


def _facts(names: list[str], one: str, several: str) -> Mapping[str, object]:
    if len(names) == 1:
        return {"subject": f"{one} ({names[0]})", "pronoun": "it"}
    return {"subject": f"list of {len(names)} {several} ({', '.join(names)})", "pronoun": "them"}
