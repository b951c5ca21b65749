"""Metric alerts.

Source: learn.microsoft.com/azure/templates/microsoft.insights/metricalerts.
"""

from __future__ import annotations

from sandbox.azure import envelope, linked_actions
from sandbox.azure.constraint import Condition, Constraint, between, matching, one_of
from sandbox.azure.insights import metric_alert_checks as checks
from sandbox.azure.insights import metric_alert_rules as rules
from sandbox.azure.insights.action_group import GROUPS
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.reference import refers_to
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import UPDATED_AT, always, flag, listing, mapping, record, text, whole

ALERTS = "Microsoft.Insights/metricAlerts"

_NUMBER = Property(kind=Kind.NUMBER, required=True)
_DIMENSION = record(
    {
        "name": text(required=True),
        "operator": text("Include", "Exclude", required=True),
        "values": listing(text(), required=True),
    }
)
_CRITERION = record(
    {
        "criterionType": text("StaticThresholdCriterion", "DynamicThresholdCriterion", required=True),
        "name": text(required=True),
        "metricName": text(required=True),
        "metricNamespace": text(),
        "timeAggregation": text("Average", "Count", "Minimum", "Maximum", "Total", required=True),
        "dimensions": listing(_DIMENSION, default=[]),
        "skipMetricValidation": flag(),
        "operator": text(
            "Equals",
            "GreaterThan",
            "GreaterThanOrEqual",
            "LessThan",
            "LessThanOrEqual",
            "GreaterOrLessThan",
            required=True,
        ),
        "threshold": Property(kind=Kind.NUMBER),
        "alertSensitivity": text("Low", "Medium", "High"),
        "failingPeriods": record({"numberOfEvaluationPeriods": _NUMBER, "minFailingPeriodsToAlert": _NUMBER}),
        "ignoreDataBefore": text(),
    }
)
_ACTION = record(
    {
        "actionGroupId": text(constraints=(refers_to(GROUPS, rules.ACTION_GROUP),), link=linked_actions.TELL),
        "webHookProperties": mapping(text()),
    }
)
_PREFIX = "Microsoft.Azure.Monitor."
METRIC_ALERT = ResourceType(
    name=ALERTS,
    answers_as=ALERTS,
    api_versions=("2018-03-01", "2024-03-01-preview"),
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(rules.NAME, r"[^*#&+:<>?@%{}\\/]{0,259}[^*#&+:<>?@%{}\\/ .]"),),
    body={
        **envelope.ENVELOPE,
        "location": Property(
            kind=Kind.LOCATION,
            keeps=True,
            constraints=(Constraint(rule=rules.LOCATION, holds=lambda value, _: value == "global"),),
        ),
        "tags": envelope.TAGS,
        "properties": record(
            {
                "description": text(),
                "severity": whole(required=True, constraints=(between(rules.SEVERITY, 0, 4),)),
                "enabled": flag(required=True),
                "scopes": listing(text(constraints=(rules.SCOPE_EXISTS,), link=linked_actions.WATCH), required=True),
                "evaluationFrequency": Property(
                    kind=Kind.DURATION, required=True, constraints=(one_of(rules.FREQUENCY, *rules.FREQUENCIES),)
                ),
                "windowSize": Property(
                    kind=Kind.DURATION, required=True, constraints=(one_of(rules.WINDOW, *rules.WINDOWS),)
                ),
                "targetResourceType": text(),
                "targetResourceRegion": text(),
                "criteria": record(
                    {
                        "allOf": listing(_CRITERION),
                        "webTestId": text(),
                        "componentId": text(),
                        "failedLocationCount": Property(kind=Kind.NUMBER),
                        "odata.type": text(
                            f"{_PREFIX}SingleResourceMultipleMetricCriteria",
                            f"{_PREFIX}MultipleResourceMultipleMetricCriteria",
                            f"{_PREFIX}WebtestLocationAvailabilityCriteria",
                            required=True,
                        ),
                    },
                    required=True,
                ),
                "autoMitigate": flag(default=True),
                "actions": listing(_ACTION, default=[]),
                "lastUpdatedTime": UPDATED_AT,
                "isMigrated": always(value=False),
                "customProperties": mapping(text(), access=Access.IGNORED),
            },
            required=True,
        ),
    },
    conditions=(
        envelope.LOCATED,
        Condition(rule=rules.SCOPES, holds=checks.scopes_fit),
        Condition(rule=rules.WINDOW_TOO_SHORT, holds=checks.window_covers_frequency),
        Condition(rule=rules.CRITERIA, holds=checks.has_criteria),
        Condition(rule=rules.CRITERION_NAME, holds=checks.criteria_have_own_names),
        Condition(rule=rules.STATIC, holds=checks.criteria_are_complete),
        Condition(rule=rules.METRIC, holds=checks.metrics_exist, fields=checks.metric_facts),
        Condition(rule=rules.AGGREGATION, holds=checks.aggregations_exist, fields=checks.metric_facts),
        Condition(rule=rules.DIMENSION, holds=checks.dimensions_exist, fields=checks.metric_facts),
    ),
)
