"""Rules about metric alerts."""

from __future__ import annotations

from sandbox.azure.constraint import Constraint
from sandbox.azure.insights.documents import METRIC_ALERTS, METRIC_TROUBLE, METRICS, TEMPLATES, insights_rule
from sandbox.azure.reference import exists

NAME = insights_rule(
    "metric-alert-name",
    text="An alert's name has up to 260 characters, none of them *, #, &, +, :, <, >, ?, @, %, {, }, \\, / and no "
    "space or period at the end.",
    message="The alert rule name '{name}' is invalid.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftinsights",
)
LOCATION = insights_rule(
    "metric-alert-location",
    text="A metric alert is in no region: its location is global.",
    code="LocationNotAvailableForResourceType",
    message="The provided location '{value}' is not available for resource type 'microsoft.insights/metricalerts'. "
    "List of available regions for the resource type is 'global'.",
    source=METRIC_ALERTS,
    wording="azure",
)
SEVERITY = insights_rule(
    "metric-alert-severity",
    text="The severity is 0 (critical) to 4 (verbose).",
    message="The severity {value} is invalid: it must be between 0 and 4.",
    source=METRIC_ALERTS,
)
SCOPE = insights_rule(
    "metric-alert-scope",
    text="What an alert watches must exist.",
    code="ResourceNotFound",
    status=404,
    message="The resource '{value}' in the scopes of the alert rule '{name}' was not found.",
    source=METRIC_TROUBLE,
)
SCOPES = insights_rule(
    "metric-alert-scopes",
    text="An alert watches one resource, or with criteria for several resources at least one.",
    message="The number of scopes of the alert rule '{name}' does not fit its criteria: criteria of type "
    "SingleResourceMultipleMetricCriteria take exactly one resource.",
    source=f"{TEMPLATES}/metricalerts",
)
ACTION_GROUP = insights_rule(
    "metric-alert-action-group",
    text="The action groups of an alert must exist.",
    message="The action group '{value}' of the alert rule '{name}' was not found.",
    source=METRIC_ALERTS,
)
FREQUENCIES = ("PT1M", "PT5M", "PT15M", "PT30M", "PT1H")
WINDOWS = ("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D")
FREQUENCY = insights_rule(
    "metric-alert-frequency",
    text="An alert is evaluated every 1, 5, 15, 30 or 60 minutes.",
    message="The evaluation frequency {value} is not supported. Supported values are: PT1M, PT5M, PT15M, PT30M, PT1H.",
    source=METRIC_ALERTS,
)
WINDOW = insights_rule(
    "metric-alert-window",
    text="An alert looks back over 1, 5, 15 or 30 minutes, or 1, 6, 12 or 24 hours.",
    message="The window size {value} is not supported. Supported values are: PT1M, PT5M, PT15M, PT30M, PT1H, PT6H, "
    "PT12H, P1D.",
    source=METRIC_ALERTS,
)
WINDOW_TOO_SHORT = insights_rule(
    "metric-alert-window-frequency",
    text="An alert looks back over at least the time between two evaluations.",
    message="The window size of the alert rule '{name}' must not be smaller than its evaluation frequency.",
    source=METRIC_ALERTS,
)
CRITERIA = insights_rule(
    "metric-alert-criteria",
    text="An alert has 1 to 5 criteria; one with a dynamic threshold has no other.",
    message="The alert rule '{name}' must have between 1 and 5 criteria, and exactly one if it has a dynamic "
    "threshold.",
    source=METRIC_ALERTS,
)
CRITERION_NAME = insights_rule(
    "metric-alert-criterion-name",
    text="The criteria of an alert have names of their own.",
    message="The criteria of the alert rule '{name}' must have unique names.",
    source=f"{TEMPLATES}/metricalerts",
)
STATIC = insights_rule(
    "metric-alert-threshold",
    text="A criterion has a threshold, or what a dynamic threshold is found by; several resources or dynamic "
    "thresholds need the criteria type for several resources.",
    message="The criteria of the alert rule '{name}' are incomplete: a static threshold needs 'threshold', a dynamic "
    "one 'alertSensitivity' and 'failingPeriods' and the criteria type MultipleResourceMultipleMetricCriteria.",
    source=f"{TEMPLATES}/metricalerts",
)
METRIC = insights_rule(
    "metric-alert-metric",
    text="An alert watches metrics that the resource has.",
    message="Couldn't find a metric named {metric}. Make sure the name is correct.",
    source=METRICS,
    wording="azure",
)
AGGREGATION = insights_rule(
    "metric-alert-aggregation",
    text="A metric is summed up in one of the ways that it supports.",
    message="Metric {metric} does not support the aggregation {aggregation}. Supported aggregations are: "
    "{aggregations}.",
    source=METRICS,
)
DIMENSION = insights_rule(
    "metric-alert-dimension",
    text="A metric is split by dimensions that it has.",
    message="Metric: {metric} does not support requested dimension combination: {dimensions}, supported ones are: "
    "{supported}.",
    source=METRIC_TROUBLE,
    wording="azure",
)
SCOPE_EXISTS = Constraint(rule=SCOPE, holds=exists)
"""What an alert watches is there."""
