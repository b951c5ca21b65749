"""Log alerts (scheduled query rules).

Source: learn.microsoft.com/azure/templates/microsoft.insights/scheduledqueryrules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import envelope, etag, linked_actions
from sandbox.azure.constraint import Condition, Constraint, between, matching, one_of
from sandbox.azure.identity import IDENTITY, IDENTITY_CONDITION, give_identity
from sandbox.azure.insights import log_alert_rules as rules
from sandbox.azure.insights.action_group import GROUPS
from sandbox.azure.property import Kind, Property
from sandbox.azure.reference import exists, refers_to
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import always, flag, listing, mapping, record, reported, text, whole
from sandbox.azure.signature import SYSTEM_DATA, sign

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

ALERTS = "Microsoft.Insights/scheduledQueryRules"
API_VERSIONS = (
    "2021-08-01",
    "2022-06-15",
    "2022-08-01-preview",
    "2023-03-15-preview",
    "2023-12-01",
    "2024-01-01-preview",
    "2025-01-01-preview",
)


def _prepare(proposal: Proposal) -> None:
    give_identity(proposal)
    sign(proposal)
    proposal.private.setdefault("madeWith", API_VERSIONS[-1])


_NUMBER = Property(kind=Kind.NUMBER)
_DIMENSION = record(
    {
        "name": text(required=True),
        "operator": text("Include", "Exclude", required=True),
        "values": listing(text(), required=True),
    }
)
_CRITERION = record(
    {
        "criterionType": text("StaticThresholdCriterion", "DynamicThresholdCriterion"),
        "query": text(),
        "timeAggregation": text("Average", "Minimum", "Maximum", "Total", "Count"),
        "metricMeasureColumn": text(),
        "resourceIdColumn": text(),
        "dimensions": listing(_DIMENSION, default=[]),
        "operator": text(
            "Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual", "GreaterOrLessThan"
        ),
        "threshold": _NUMBER,
        "alertSensitivity": text(),
        "ignoreDataBefore": text(),
        "failingPeriods": record(
            {
                "numberOfEvaluationPeriods": Property(kind=Kind.NUMBER, default=1),
                "minFailingPeriodsToAlert": Property(kind=Kind.NUMBER, default=1),
            }
        ),
        "minRecurrenceCount": _NUMBER,
        "metricName": text(),
    }
)
_SCOPE = text(constraints=(Constraint(rule=rules.SCOPE, holds=exists),), link=linked_actions.WATCH)
_PROPERTIES = {
    "createdWithApiVersion": reported(Kind.STRING, lambda alert, _: alert.private["madeWith"]),
    "displayName": text(),
    "description": text(),
    "severity": whole(constraints=(between(rules.SEVERITY, 0, 4),)),
    "enabled": flag(default=True),
    "scopes": listing(_SCOPE, default=[]),
    "evaluationFrequency": Property(kind=Kind.DURATION, constraints=(one_of(rules.FREQUENCY, *rules.FREQUENCIES),)),
    "windowSize": Property(kind=Kind.DURATION, constraints=(one_of(rules.WINDOW, *rules.WINDOWS),)),
    "overrideQueryTimeRange": Property(kind=Kind.DURATION, constraints=(one_of(rules.WINDOW, *rules.WINDOWS),)),
    "targetResourceTypes": listing(text()),
    "criteria": record({"allOf": listing(_CRITERION, default=[])}, default={}),
    "muteActionsDuration": Property(kind=Kind.DURATION),
    "actions": record(
        {
            "actionGroups": listing(
                text(constraints=(refers_to(GROUPS, rules.ACTION_GROUP),), link=linked_actions.TELL), default=[]
            ),
            "customProperties": mapping(text()),
            "actionProperties": mapping(text()),
        },
        default={},
    ),
    "isLegacyLogAnalyticsRule": always(value=False),
    "isWorkspaceAlertsStorageConfigured": always(value=False),
    "checkWorkspaceAlertsStorageConfigured": flag(default=False),
    "skipQueryValidation": flag(),
    "autoMitigate": flag(default=True),
    "resolveConfiguration": record({"autoResolved": flag(), "timeToResolve": Property(kind=Kind.DURATION)}),
}

LOG_ALERT = ResourceType(
    name=ALERTS,
    answers_as="microsoft.insights/scheduledqueryrules",
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(rules.NAME, r"[^*<>%{}&:\\?/#|]{0,259}[^*<>%{}&:\\?/#| .]"),),
    created_status=201,
    body={
        "identity": IDENTITY,
        "etag": etag.QUOTED,
        "kind": text("LogAlert", "EventLogAlert", "LogToMetric", "SimpleLogAlert", default="LogAlert"),
        **envelope.ENVELOPE,
        "location": envelope.LOCATION,
        "tags": envelope.TAGS,
        "systemData": SYSTEM_DATA,
        "properties": record(_PROPERTIES, required=True),
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(rule=rules.SCOPES, holds=rules.has_one_scope),
        Condition(rule=rules.COMPLETE, holds=rules.is_complete, fields=rules.missing),
        Condition(rule=rules.CRITERIA, holds=rules.has_criteria),
        Condition(rule=rules.WINDOW_TOO_SHORT, holds=rules.window_covers_frequency),
        Condition(rule=rules.FAILING_PERIODS, holds=rules.periods_fit),
        Condition(rule=rules.MUTED, holds=rules.is_muted_or_resolved),
        Condition(rule=rules.QUERY, holds=rules.queries_resolve, fields=rules.query_facts),
        IDENTITY_CONDITION,
    ),
    prepare=_prepare,
)
