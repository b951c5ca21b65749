"""Rules about apps: their names, plans and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition
from sandbox.azure.identity import IDENTITY_CONDITION, give_identity
from sandbox.azure.web import flex_settings as flex
from sandbox.azure.web import function_app_config, integration
from sandbox.azure.web.documents import FLEX, INFRASTRUCTURE_AS_CODE, NAMES, PLANS, TEMPLATES, web_rule
from sandbox.azure.web.plan import sites_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

__all__ = ["CONDITIONS", "NAME", "NAME_TAKEN", "give_identity", "is_function_app"]

NAME = web_rule(
    "site-name",
    text="An app's name has 1 to 60 letters, digits and hyphens, and no hyphen at either end.",
    message="The site name '{name}' is invalid: it can contain only letters, digits and hyphens, must not start or end "
    "with a hyphen, and has at most 60 characters.",
    source=NAMES,
)
NAME_TAKEN = web_rule(
    "site-name-taken",
    text="An app's name is its host name: it is taken if anybody has it.",
    status=409,
    code="Conflict",
    message="Website with given name {name} already exists.",
    source=f"{TEMPLATES}/sites",
    wording="azure",
)
PLAN_REQUIRED = web_rule(
    "site-plan-required",
    text="An app names its plan.",
    message="The parameter serverFarmId of the site '{name}' has an invalid value: name an App Service plan.",
    source=PLANS,
)
PLAN = web_rule(
    "site-plan",
    text="An app's plan must exist.",
    status=404,
    code="NotFound",
    message="Cannot find serverFarm with name {plan}.",
    source=PLANS,
    wording="azure",
)
REGION = web_rule(
    "site-region",
    text="An app is in the region of its plan.",
    status=409,
    code="Conflict",
    message="The site '{name}' cannot be created in the region '{region}': its plan '{plan}' is in another one.",
    source=PLANS,
)
FLEX_ALONE = web_rule(
    "flex-plan-one-app",
    text="A Flex Consumption plan has one app.",
    status=409,
    code="Conflict",
    message="The Flex Consumption plan '{plan}' already has a site: a plan of this tier hosts one.",
    source=FLEX,
)
FLEX_KIND = web_rule(
    "flex-kind",
    text="A Flex Consumption app is a Linux function app.",
    message="The kind '{kind}' of the site '{name}' is invalid for Flex Consumption sites: it must be "
    "'functionapp,linux'.",
    source=INFRASTRUCTURE_AS_CODE,
)
_FUNCTION = "functionapp"


def is_function_app(proposal: Proposal) -> bool:
    """Whether an app is a function app."""
    return _FUNCTION in proposal.body["kind"].lower().split(",")


def _has_plan(proposal: Proposal) -> bool:
    return "serverFarmId" in proposal.properties


def _plan_exists(proposal: Proposal) -> bool:
    return flex.plan_of(proposal) is not None


def _is_with_its_plan(proposal: Proposal) -> bool:
    plan = flex.plan_of(proposal)
    return plan is not None and plan.body["location"] == proposal.body["location"]


def _is_alone(proposal: Proposal) -> bool:
    plan = flex.plan_of(proposal)
    others = [site for site in sites_of(plan, proposal.view) if site.id.key != proposal.id.key] if plan else []
    return not (flex.is_flex(proposal) and others)


def _facts(proposal: Proposal) -> Mapping[str, object]:
    return {
        "plan": proposal.properties.get("serverFarmId", "").rpartition("/")[2],
        "region": proposal.body["location"],
        "kind": proposal.body["kind"],
    }


CONDITIONS = (
    envelope.LOCATED,
    envelope.SETTLED,
    Condition(rule=PLAN_REQUIRED, holds=_has_plan),
    Condition(rule=PLAN, holds=_plan_exists, fields=_facts),
    Condition(rule=REGION, holds=_is_with_its_plan, fields=_facts),
    Condition(
        rule=FLEX_KIND, holds=lambda proposal: not flex.is_flex(proposal) or is_function_app(proposal), fields=_facts
    ),
    Condition(rule=FLEX_ALONE, holds=_is_alone, fields=_facts),
    Condition(rule=flex.SITE_CONFIG, holds=flex.config_is_valid, fields=flex.config_facts),
    Condition(rule=flex.APP_SETTING, holds=flex.settings_are_valid, fields=flex.setting_facts),
    IDENTITY_CONDITION,
    *function_app_config.CONDITIONS,
    *integration.CONDITIONS,
)
"""The rules in the order in which they are asked: the later ones rely on the plan being there."""
