"""App Service plans, Flex Consumption included.

Source: learn.microsoft.com/azure/templates/microsoft.web/serverfarms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition, Constraint, Hold, matching
from sandbox.azure.identity import IDENTITY, IDENTITY_CONDITION, give_identity
from sandbox.azure.location import REGIONS
from sandbox.azure.network.connection import EVERYWHERE
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, always, flag, listing, record, reported, text, whole
from sandbox.azure.web.documents import API_VERSIONS, FLEX, INFRASTRUCTURE_AS_CODE, NAMES, PLANS, web_rule
from sandbox.azure.web.plan_size import FLEX_TIER, SERVERLESS, SIZE_OF, TIER_OF, tier_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

PLANS_TYPE = "Microsoft.Web/serverfarms"
SITES = "Microsoft.Web/sites"

NAME = web_rule(
    "plan-name",
    text="A plan's name has 1 to 60 letters, digits, hyphens and underscores.",
    message="The app service plan name '{name}' is invalid.",
    source=NAMES,
)
SKU = web_rule(
    "plan-sku",
    text="A plan has one of the offered sizes.",
    message="Invalid SKU: '{value}'.",
    source=PLANS,
)
TIER = web_rule(
    "plan-tier",
    text="The tier of a plan is its size's.",
    message="The SKU name '{sku}' and the tier '{tier}' do not belong together.",
    source=PLANS,
)
FLEX_LINUX = web_rule(
    "plan-flex-linux",
    text="A Flex Consumption plan is a Linux plan: reserved is true.",
    message="The Flex Consumption plan '{name}' must be a Linux plan: the property 'reserved' must be true.",
    source=INFRASTRUCTURE_AS_CODE,
)
FLEX_FIXED = web_rule(
    "plan-flex-fixed",
    text="A plan cannot become a Flex Consumption plan, or cease to be one.",
    status=409,
    code="Conflict",
    message="The plan '{name}' cannot be changed to or from Flex Consumption.",
    source=FLEX,
)
IN_USE = web_rule(
    "plan-in-use",
    text="A plan that has apps cannot be deleted.",
    status=409,
    code="Conflict",
    message="Server farm '{name}' cannot be deleted because it has web app(s) {sites} assigned to it.",
    source="https://learn.microsoft.com/azure/app-service/app-service-plan-manage#delete-an-app-service-plan",
    wording="azure",
)


def sites_of(plan: Resource, view: View) -> list[Resource]:
    """The apps of a plan, slots not counted."""
    found = view.under(EVERYWHERE, SITES)
    return [each for each in found if ResourceId.parse(each.properties["serverFarmId"]).key == plan.id.key]


def _held(plan: Resource, view: View) -> Mapping[str, object] | None:
    sites = sites_of(plan, view)
    return {"sites": ", ".join(site.id.name for site in sites)} if sites else None


def _is_flex(body: Mapping[str, Any]) -> bool:
    return tier_of(body) == FLEX_TIER


def _tier_fits(proposal: Proposal) -> bool:
    return str(proposal.body["sku"].get("tier", tier_of(proposal.body))).lower() == tier_of(proposal.body).lower()


def _sku_facts(proposal: Proposal) -> Mapping[str, object]:
    return {"sku": proposal.body["sku"]["name"], "tier": proposal.body["sku"].get("tier")}


def _stays_flex(proposal: Proposal) -> bool:
    return proposal.existing is None or _is_flex(proposal.existing.body) == _is_flex(proposal.body)


def _prepare(proposal: Proposal) -> None:
    """Spell the size as Azure does, and say all that follows from it."""
    give_identity(proposal)
    size = SIZE_OF[proposal.body["sku"]["name"].lower()]
    tier = tier_of(proposal.body)
    capacity = proposal.body["sku"].get("capacity", 0 if tier in SERVERLESS else 1)
    family = size.rstrip("0123456789") if "v" not in size else f"{size[0]}{size[size.index('v') :]}"
    proposal.body["sku"] = {"name": size, "tier": tier, "size": size, "family": family, "capacity": capacity}
    proposal.body.setdefault("kind", _default_kind(proposal, tier))


def _default_kind(proposal: Proposal, tier: str) -> str:
    if tier in SERVERLESS:
        return "functionapp"
    return "linux" if proposal.properties["reserved"] else "app"


_IGNORED = text(access=Access.IGNORED)
_SKU = record(
    {
        "name": text(
            required=True, constraints=(Constraint(rule=SKU, holds=lambda value, _: value.lower() in TIER_OF),)
        ),
        "tier": text(),
        "size": text(),
        "family": text(),
        "capacity": whole(),
        "skuCapacity": Property(kind=Kind.OBJECT, access=Access.IGNORED),
        "locations": Property(kind=Kind.ARRAY, access=Access.IGNORED),
        "capabilities": Property(kind=Kind.ARRAY, access=Access.IGNORED),
    },
    keeps=True,
    default={"name": "F1"},
)
_PROPERTIES = {
    "workerTierName": text(),
    "numberOfWorkers": reported(Kind.INTEGER, lambda plan, _: plan.body["sku"]["capacity"]),
    "numberOfSites": reported(Kind.INTEGER, lambda plan, view: len(sites_of(plan, view))),
    "maximumNumberOfWorkers": reported(Kind.INTEGER, lambda plan, _: 1000 if _is_flex(plan.body) else 30),
    "maximumElasticWorkerCount": whole(default=1),
    "geoRegion": reported(Kind.STRING, lambda plan, _: REGIONS[plan.body["location"]]),
    "resourceGroup": reported(Kind.STRING, lambda plan, _: plan.id.group),
    "subscription": reported(Kind.STRING, lambda plan, _: plan.id.subscription),
    "status": always("Ready"),
    "provisioningState": SUCCEEDED,
    "perSiteScaling": flag(default=False),
    "elasticScaleEnabled": flag(default=False),
    "isSpot": flag(default=False),
    "spotExpirationTime": text(),
    "freeOfferExpirationTime": text(),
    "reserved": flag(default=False),
    "isXenon": flag(default=False),
    "hyperV": flag(default=False),
    "targetWorkerCount": whole(default=0),
    "targetWorkerSizeId": whole(default=0),
    "zoneRedundant": flag(default=False),
    "asyncScalingEnabled": flag(default=False),
    "hostingEnvironmentProfile": record({"id": text()}),
    "kubeEnvironmentProfile": record({"id": text()}),
    "isCustomMode": flag(access=Access.IGNORED),
    "rdpEnabled": flag(access=Access.IGNORED),
    "installScripts": listing(text(), access=Access.IGNORED),
}

PLAN = ResourceType(
    name=PLANS_TYPE,
    answers_as=PLANS_TYPE,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(NAME, r"[0-9A-Za-z_-]{1,60}"),),
    body={
        **envelope.ENVELOPE,
        "kind": text(keeps=True),
        "location": envelope.LOCATION,
        "tags": envelope.TAGS,
        "extendedLocation": record({"name": text(), "type": _IGNORED}),
        "identity": IDENTITY,
        "properties": record(_PROPERTIES, default={}),
        "sku": _SKU,
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(rule=TIER, holds=_tier_fits, fields=_sku_facts),
        Condition(
            rule=FLEX_LINUX, holds=lambda proposal: not _is_flex(proposal.body) or proposal.properties["reserved"]
        ),
        Condition(rule=FLEX_FIXED, holds=_stays_flex),
        IDENTITY_CONDITION,
    ),
    holds=(Hold(rule=IN_USE, by=_held),),
    prepare=_prepare,
)
