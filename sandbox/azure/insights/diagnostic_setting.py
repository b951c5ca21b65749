"""Diagnostic settings: which logs and metrics of a resource go where.

Source: learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, linked_actions
from sandbox.azure.constraint import Condition, Constraint, Quota, matching
from sandbox.azure.insights import setting_rules as rules
from sandbox.azure.insights.category import telemetry_of
from sandbox.azure.operationalinsights import WORKSPACES
from sandbox.azure.property import Access
from sandbox.azure.reference import exists, refers_to
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import flag, listing, record, text, whole

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

SETTINGS = "Microsoft.Insights/diagnosticSettings"
_NO_RETENTION = {"enabled": False, "days": 0}


def _entry(key: str, name: str) -> dict[str, Any]:
    return {key: name, "enabled": False, "retentionPolicy": dict(_NO_RETENTION)}


def _complete(proposal: Proposal) -> None:
    """Azure keeps an entry for each category that a setting says nothing about: a disabled one."""
    telemetry = telemetry_of(rules.target(proposal))
    if telemetry is None:
        return
    logs, metrics = proposal.properties["logs"], proposal.properties["metrics"]
    for entry in (*logs, *metrics):
        entry.setdefault("retentionPolicy", dict(_NO_RETENTION))
    if any("category" in entry for entry in logs) or not logs:
        named = {entry.get("category") for entry in logs}
        logs += [_entry("category", each) for each in telemetry.logs if each not in named]
    named = {entry.get("category") for entry in metrics}
    if not named & {"AllMetrics"}:
        metrics += [_entry("category", each) for each in telemetry.metrics if each not in named]


_RETENTION = record({"enabled": flag(required=True), "days": whole(required=True)})
_LOG = record(
    {
        "category": text(),
        "categoryGroup": text(),
        "enabled": flag(required=True),
        "retentionPolicy": _RETENTION,
    }
)
_METRIC = record(
    {
        "timeGrain": text(),
        "category": text(),
        "enabled": flag(required=True),
        "retentionPolicy": _RETENTION,
    }
)
_EXISTS = (Constraint(rule=rules.SINK_EXISTS, holds=exists),)
_SHARED_ACCESS_RULE = text(constraints=_EXISTS, link=linked_actions.WRITE_BY_RULE)

DIAGNOSTIC_SETTING = ResourceType(
    name=SETTINGS,
    answers_as=SETTINGS,
    api_versions=("2017-05-01-preview", "2021-05-01-preview"),
    in_group=False,
    naming=(matching(rules.NAME, r"[^*<>%&:\\?+/]{1,260}"),),
    body={
        **envelope.ENVELOPE,
        "location": text(access=Access.IGNORED),
        "properties": record(
            {
                "storageAccountId": text(
                    constraints=(refers_to("Microsoft.Storage/storageAccounts", rules.SINK_EXISTS),),
                    link=linked_actions.WRITE_TO_ACCOUNT,
                ),
                "serviceBusRuleId": _SHARED_ACCESS_RULE,
                "eventHubAuthorizationRuleId": _SHARED_ACCESS_RULE,
                "eventHubName": text(),
                "marketplacePartnerId": text(constraints=_EXISTS),
                "workspaceId": text(
                    constraints=(refers_to(WORKSPACES, rules.SINK_EXISTS),), link=linked_actions.WRITE_TO_WORKSPACE
                ),
                "logAnalyticsDestinationType": text("Dedicated", "AzureDiagnostics"),
                "metrics": listing(_METRIC, default=[]),
                "logs": listing(_LOG, default=[]),
            },
            required=True,
        ),
    },
    conditions=(
        Condition(rule=rules.TARGET_TYPE, holds=rules.target_has_telemetry, fields=rules.target_facts),
        Condition(rule=rules.SINK_REQUIRED, holds=rules.has_sink),
        Condition(rule=rules.CATEGORY_OR_GROUP, holds=rules.entries_name_one_thing),
        Condition(rule=rules.CATEGORY, holds=rules.categories_exist, fields=rules.category_facts),
        Condition(rule=rules.CATEGORY_GROUP, holds=rules.groups_exist, fields=rules.category_facts),
        Condition(rule=rules.RETENTION, holds=rules.keeps_nothing),
        Condition(rule=rules.SINK_TAKEN, holds=rules.sinks_are_free, fields=rules.sink_facts),
    ),
    quotas=(
        Quota(
            rule=rules.SETTING_COUNT,
            limit=lambda _: 5,
            scope=lambda proposal: rules.target(proposal).id,
            counted=(SETTINGS,),
        ),
    ),
    prepare=_complete,
)
