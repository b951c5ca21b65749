"""Cases of the rules about plans and apps."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, SUBSCRIPTION, properties
from tests.sandbox.world.storage_cases import CONTAINER
from tests.sandbox.world.storage_cases import MADE as STORE

PLANS = f"{GROUP}/providers/Microsoft.Web/serverfarms"
PLAN = f"{PLANS}/flex"
BASIC_PLAN = f"{PLANS}/basic"
SITES = f"{GROUP}/providers/Microsoft.Web/sites"
SITE = f"{SITES}/tracking-function"
IDENTITY = f"{GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/function"
_OTHER_GROUP = f"{SUBSCRIPTION}/resourceGroups/other"
_HERE = {"location": "westeurope"}
_STORE_URL = "https://backbonestore.blob.core.windows.net/deployments"


def plan(sku: str = "FC1", *, reserved: bool = True, location: str = "westeurope", **more: object) -> dict[str, Any]:
    """The body of a plan."""
    return {"location": location, "sku": {"name": sku, **more}, "properties": {"reserved": reserved}}


def function_app_config(**given: object) -> dict[str, Any]:
    """The configuration that a Flex Consumption app needs; `given` replaces its sections."""
    authentication = {"type": "UserAssignedIdentity", "userAssignedIdentityResourceId": IDENTITY}
    storage = {"type": "blobContainer", "value": _STORE_URL, "authentication": authentication}
    return {"deployment": {"storage": storage}, "runtime": {"name": "python", "version": "3.12"}, **given}


def storage(**given: object) -> dict[str, Any]:
    """The configuration with another deployment storage; None leaves a member out."""
    standard = {**function_app_config()["deployment"]["storage"], **given}
    return function_app_config(
        deployment={"storage": {name: value for name, value in standard.items() if value is not None}}
    )


def flex(config: dict[str, Any] | None = None, *, kind: str = "functionapp,linux", **given: object) -> dict[str, Any]:
    """The body of a Flex Consumption app with the identity of the package."""
    return {
        **_HERE,
        "kind": kind,
        "identity": {"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}},
        "properties": {"serverFarmId": PLAN, "functionAppConfig": config or function_app_config(), **given},
    }


def app(**given: object) -> dict[str, Any]:
    """The body of a web app on an ordinary plan."""
    return {**_HERE, "kind": "app,linux", "properties": {"serverFarmId": BASIC_PLAN, **given}}


def _with(setting: str, number: int) -> dict[str, Any]:
    return app(siteConfig={setting: number})


READY = (STORE, put(CONTAINER), put(IDENTITY, _HERE), put(PLAN, plan()), put(BASIC_PLAN, plan("B1")))
"""All that an app needs is there."""
RUNNING = (*READY, put(SITE, flex()))
"""A Flex Consumption app runs."""
_WEB_APP = put(f"{SITES}/web", app())
_SITE_NAME = (
    "The site name '{}' is invalid: it can contain only letters, digits and hyphens, must not start or end with a "
    "hyphen, and has at most 60 characters."
)

PLAN_CASES = (
    *(
        Case(
            rule="web/plan-name",
            accepted=(put(f"{PLANS}/{'a' * 60}", plan()), put(f"{PLANS}/a_b-c", plan())),
            refused=put(f"{PLANS}/{name}", plan()),
            message=f"The app service plan name '{name}' is invalid.",
        )
        for name in ("a" * 61, "a.b")
    ),
    Case(
        rule="web/plan-sku",
        accepted=(put(PLAN, plan("fc1")),),
        refused=put(PLAN, plan("FC2")),
        message="Invalid SKU: 'FC2'.",
    ),
    Case(
        rule="web/plan-tier",
        accepted=(put(PLAN, plan(tier="FlexConsumption")),),
        refused=put(PLAN, plan(tier="Dynamic")),
        message="The SKU name 'FC1' and the tier 'Dynamic' do not belong together.",
    ),
    Case(
        rule="web/plan-flex-linux",
        accepted=(put(PLAN, plan()), put(BASIC_PLAN, plan("B1", reserved=False))),
        refused=put(PLAN, plan(reserved=False)),
        message="The Flex Consumption plan 'flex' must be a Linux plan: the property 'reserved' must be true.",
    ),
    Case(
        rule="web/plan-flex-fixed",
        accepted=(put(PLAN, plan()), put(BASIC_PLAN, plan("B1")), put(BASIC_PLAN, plan("P1v3"))),
        refused=put(PLAN, plan("B1")),
        message="The plan 'flex' cannot be changed to or from Flex Consumption.",
    ),
    Case(
        rule="web/plan-in-use",
        accepted=(*RUNNING, Call(method="DELETE", id=SITE), Call(method="DELETE", id=PLAN), *RUNNING),
        refused=Call(method="DELETE", id=PLAN),
        message="Server farm 'flex' cannot be deleted because it has web app(s) tracking-function assigned to it.",
    ),
)
SITE_CASES = (
    *(
        Case(
            rule="web/site-name",
            accepted=(*READY, put(f"{SITES}/{'a' * 60}", app()), put(f"{SITES}/a-b", app())),
            refused=put(f"{SITES}/{name}", app()),
            message=_SITE_NAME.format(name),
        )
        for name in ("a" * 61, "-a", "a-", "a_b")
    ),
    Case(
        rule="web/site-name-taken",
        accepted=(*READY, _WEB_APP, _WEB_APP, put(_OTHER_GROUP, _HERE)),
        refused=put(f"{_OTHER_GROUP}/providers/Microsoft.Web/sites/WEB", app()),
        message="Website with given name WEB already exists.",
    ),
    Case(
        rule="web/site-plan-required",
        accepted=(*READY, _WEB_APP),
        refused=put(f"{SITES}/second", {**_HERE, "properties": {}}),
        message="The parameter serverFarmId of the site 'second' has an invalid value: name an App Service plan.",
    ),
    Case(
        rule="web/site-plan",
        accepted=(*READY, _WEB_APP),
        refused=put(f"{SITES}/second", app(serverFarmId=f"{PLANS}/none")),
        message="Cannot find serverFarm with name none.",
    ),
    Case(
        rule="web/site-region",
        accepted=(*READY, _WEB_APP, put(f"{PLANS}/north", plan("B1", location="northeurope"))),
        refused=put(f"{SITES}/second", app(serverFarmId=f"{PLANS}/north")),
        message="The site 'second' cannot be created in the region 'westeurope': its plan 'north' is in another one.",
    ),
    *(
        Case(
            rule="web/site-pre-warmed-instances",
            accepted=(*READY, *(put(f"{SITES}/web", _with("preWarmedInstanceCount", each)) for each in (0, 10))),
            refused=put(f"{SITES}/web", _with("preWarmedInstanceCount", number)),
            message=f"PreWarmedInstanceCount is invalid.  The value {number} must be between 0 and 10.",
        )
        for number in (-1, 11)
    ),
    *(
        Case(
            rule="web/site-minimum-elastic-instances",
            accepted=(*READY, *(put(f"{SITES}/web", _with("minimumElasticInstanceCount", each)) for each in (0, 20))),
            refused=put(f"{SITES}/web", _with("minimumElasticInstanceCount", number)),
            message=f"MinimumElasticInstanceCount is invalid.  The value {number} must be between 0 and 20.",
        )
        for number in (-1, 21)
    ),
    Case(
        rule="web/publishing-policy-name",
        accepted=(*RUNNING, put(f"{SITE}/basicPublishingCredentialsPolicies/ftp", properties(allow=False))),
        refused=put(f"{SITE}/basicPublishingCredentialsPolicies/git", properties(allow=False)),
        message="Cannot find BasicPublishingCredentialsPolicy with name git.",
    ),
)
CASES = (*PLAN_CASES, *SITE_CASES)
