"""Cases of the rules about action groups and alerts."""

from __future__ import annotations

from typing import Any

from sandbox.azure.location import REGIONS
from tests.sandbox.world.case import Case, put
from tests.sandbox.world.monitor_cases import LOGS, WORKSPACE
from tests.sandbox.world.scenery import GROUP, PREMIUM, STANDARD

_INSIGHTS = f"{GROUP}/providers/Microsoft.Insights"
GROUPS = f"{_INSIGHTS}/actionGroups"
ACTION_GROUP = f"{GROUPS}/oncall"
METRIC_ALERTS = f"{_INSIGHTS}/metricAlerts"
METRIC_ALERT = f"{METRIC_ALERTS}/dead-letters"
LOG_ALERTS = f"{_INSIGHTS}/scheduledQueryRules"
LOG_ALERT = f"{LOG_ALERTS}/secret-reads"
_SINGLE = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria"
_SEVERAL = "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria"


def action_group(*, location: str = "global", **given: object) -> dict[str, Any]:
    """The body of an action group."""
    return {"location": location, "properties": {"groupShortName": "oncall", "enabled": True, **given}}


def receivers(*addresses: str, name: str = "receiver-{}") -> list[dict[str, Any]]:
    """E-mail receivers."""
    return [{"name": name.format(number), "emailAddress": each} for number, each in enumerate(addresses)]


def criterion(**given: object) -> dict[str, Any]:
    """A criterion with a fixed threshold; None leaves a member out."""
    standard = {
        "criterionType": "StaticThresholdCriterion",
        "name": "dead",
        "metricName": "DeadletteredMessages",
        "operator": "GreaterThan",
        "threshold": 0,
        "timeAggregation": "Maximum",
    }
    return {name: value for name, value in {**standard, **given}.items() if value is not None}


def metric_alert(
    *criteria: dict[str, Any], kind: str = _SINGLE, location: str = "global", **given: object
) -> dict[str, Any]:
    """The body of a metric alert."""
    standard = {
        "severity": 2,
        "enabled": True,
        "scopes": [STANDARD],
        "evaluationFrequency": "PT5M",
        "windowSize": "PT5M",
        "criteria": {"odata.type": kind, "allOf": list(criteria)},
    }
    return {"location": location, "properties": {**standard, **given}}


def log_alert(query: str = "Usage | where Quantity > 1", *, kind: str = "LogAlert", **given: object) -> dict[str, Any]:
    """The body of a log alert; None leaves a property out."""
    condition = {"query": query, "timeAggregation": "Count", "operator": "GreaterThan", "threshold": 0}
    standard = {
        "severity": 1,
        "scopes": [WORKSPACE],
        "evaluationFrequency": "PT5M",
        "windowSize": "PT5M",
        "criteria": {"allOf": [condition]},
    }
    members = {name: value for name, value in {**standard, **given}.items() if value is not None}
    return {"location": "westeurope", "kind": kind, "properties": members}


def _without(name: str) -> dict[str, Any]:
    body = log_alert()
    del body["properties"][name]
    return body


def _periods(number: int, least: int) -> dict[str, Any]:
    condition = log_alert()["properties"]["criteria"]["allOf"][0]
    periods = {"numberOfEvaluationPeriods": number, "minFailingPeriodsToAlert": least}
    return log_alert(criteria={"allOf": [{**condition, "failingPeriods": periods}]})


_ONE = put(METRIC_ALERT, metric_alert(criterion()))
_DYNAMIC = criterion(
    criterionType="DynamicThresholdCriterion",
    threshold=None,
    alertSensitivity="High",
    failingPeriods={"numberOfEvaluationPeriods": 4, "minFailingPeriodsToAlert": 4},
)
_BY_ENTITY = {"name": "EntityName", "operator": "Include", "values": ["*"]}
_BY_WEATHER = {"name": "Weather", "operator": "Include", "values": ["*"]}
_FAILING = (
    "The failing periods of the alert rule 'secret-reads' are invalid: numberOfEvaluationPeriods must be between 1 "
    "and 6, and minFailingPeriodsToAlert between 1 and numberOfEvaluationPeriods."
)
_METRIC_WINDOWS = "PT1M, PT5M, PT15M, PT30M, PT1H, PT6H, PT12H, P1D"

ACTIONS = (
    *(
        Case(
            rule="insights/action-group-name",
            accepted=(put(f"{GROUPS}/{'a' * 260}", action_group()),),
            refused=put(f"{GROUPS}/{name}", action_group()),
            message=f"The action group name '{name}' is invalid.",
        )
        for name in ("a" * 261, "a&b")
    ),
    Case(
        rule="insights/action-group-location",
        accepted=(
            put(ACTION_GROUP, action_group(location="Global")),
            put(f"{GROUPS}/b", action_group(location="westus")),
        ),
        refused=put(ACTION_GROUP, action_group(location="everywhere")),
        message="The provided location 'everywhere' is not available for resource type "
        "'microsoft.insights/actionGroups'. "
        f"List of available regions for the resource type is 'global,{','.join(REGIONS)}'.",
    ),
    *(
        Case(
            rule="insights/action-group-short-name",
            accepted=(put(ACTION_GROUP, action_group(groupShortName="a" * 12)),),
            refused=put(ACTION_GROUP, action_group(groupShortName=name)),
            message=f"The group short name '{name}' is invalid: it must have 1 to 12 characters.",
        )
        for name in ("", "a" * 13)
    ),
    Case(
        rule="insights/action-group-email",
        accepted=(put(ACTION_GROUP, action_group(emailReceivers=receivers("someone@example.com"))),),
        refused=put(ACTION_GROUP, action_group(emailReceivers=receivers("someone"))),
        message="The email address 'someone' is invalid.",
    ),
    Case(
        rule="insights/action-group-email-count",
        accepted=(put(ACTION_GROUP, action_group(emailReceivers=receivers(*["a@b.cd"] * 1000))),),
        refused=put(ACTION_GROUP, action_group(emailReceivers=receivers(*["a@b.cd"] * 1001))),
        message="The action group 'oncall' has more than 1000 email receivers.",
    ),
    Case(
        rule="insights/action-group-receiver-name",
        accepted=(put(ACTION_GROUP, action_group(emailReceivers=receivers("a@b.cd", "e@f.gh"))),),
        refused=put(ACTION_GROUP, action_group(emailReceivers=receivers("a@b.cd", "e@f.gh", name="same"))),
        message="The receiver name 'same' is used more than once in the action group 'oncall'.",
    ),
)
METRICS = (
    *(
        Case(
            rule="insights/metric-alert-name",
            accepted=(put(f"{METRIC_ALERTS}/{'a' * 260}", metric_alert(criterion())),),
            refused=put(f"{METRIC_ALERTS}/{name}", metric_alert(criterion())),
            message=f"The alert rule name '{name}' is invalid.",
        )
        for name in ("a" * 261, "a*", "a.")
    ),
    Case(
        rule="insights/metric-alert-location",
        accepted=(_ONE,),
        refused=put(METRIC_ALERT, metric_alert(criterion(), location="westeurope")),
        message="The provided location 'westeurope' is not available for resource type "
        "'microsoft.insights/metricalerts'. List of available regions for the resource type is 'global'.",
    ),
    *(
        Case(
            rule="insights/metric-alert-severity",
            accepted=tuple(put(METRIC_ALERT, metric_alert(criterion(), severity=each)) for each in (0, 4)),
            refused=put(METRIC_ALERT, metric_alert(criterion(), severity=severity)),
            message=f"The severity {severity} is invalid: it must be between 0 and 4.",
        )
        for severity in (-1, 5)
    ),
    Case(
        rule="insights/metric-alert-scope",
        accepted=(_ONE,),
        refused=put(METRIC_ALERT, metric_alert(criterion(), scopes=[f"{STANDARD}x"])),
        message=f"The resource '{STANDARD}x' in the scopes of the alert rule 'dead-letters' was not found.",
    ),
    *(
        Case(
            rule="insights/metric-alert-scopes",
            accepted=(put(METRIC_ALERT, metric_alert(criterion(), kind=_SEVERAL, scopes=[STANDARD, PREMIUM])),),
            refused=put(METRIC_ALERT, metric_alert(criterion(), kind=kind, scopes=scopes)),
            message="The number of scopes of the alert rule 'dead-letters' does not fit its criteria: criteria of type "
            "SingleResourceMultipleMetricCriteria take exactly one resource.",
        )
        for kind, scopes in ((_SINGLE, [STANDARD, PREMIUM]), (_SEVERAL, []))
    ),
    Case(
        rule="insights/metric-alert-action-group",
        accepted=(
            put(ACTION_GROUP, action_group()),
            put(METRIC_ALERT, metric_alert(criterion(), actions=[{"actionGroupId": ACTION_GROUP}])),
        ),
        refused=put(METRIC_ALERT, metric_alert(criterion(), actions=[{"actionGroupId": f"{ACTION_GROUP}x"}])),
        message=f"The action group '{ACTION_GROUP}x' of the alert rule 'dead-letters' was not found.",
    ),
    Case(
        rule="insights/metric-alert-frequency",
        accepted=(put(METRIC_ALERT, metric_alert(criterion(), evaluationFrequency="PT1M")),),
        refused=put(METRIC_ALERT, metric_alert(criterion(), evaluationFrequency="PT2M")),
        message="The evaluation frequency PT2M is not supported. Supported values are: PT1M, PT5M, PT15M, PT30M, PT1H.",
    ),
    Case(
        rule="insights/metric-alert-window",
        accepted=(put(METRIC_ALERT, metric_alert(criterion(), windowSize="PT24H")),),
        refused=put(METRIC_ALERT, metric_alert(criterion(), windowSize="P2D")),
        message=f"The window size P2D is not supported. Supported values are: {_METRIC_WINDOWS}.",
    ),
    Case(
        rule="insights/metric-alert-window-frequency",
        accepted=(put(METRIC_ALERT, metric_alert(criterion(), evaluationFrequency="PT15M", windowSize="PT15M")),),
        refused=put(METRIC_ALERT, metric_alert(criterion(), evaluationFrequency="PT15M")),
        message="The window size of the alert rule 'dead-letters' must not be smaller than its evaluation frequency.",
    ),
    *(
        Case(
            rule="insights/metric-alert-criteria",
            accepted=(put(METRIC_ALERT, metric_alert(*(criterion(name=f"c{each}") for each in range(5)))),),
            refused=put(METRIC_ALERT, metric_alert(*criteria, kind=kind)),
            message="The alert rule 'dead-letters' must have between 1 and 5 criteria, and exactly one if it has a "
            "dynamic threshold.",
        )
        for criteria, kind in (
            ((), _SINGLE),
            (tuple(criterion(name=f"c{each}") for each in range(6)), _SINGLE),
            ((_DYNAMIC, criterion(name="other")), _SEVERAL),
        )
    ),
    Case(
        rule="insights/metric-alert-criterion-name",
        accepted=(put(METRIC_ALERT, metric_alert(criterion(), criterion(name="other"))),),
        refused=put(METRIC_ALERT, metric_alert(criterion(), criterion())),
        message="The criteria of the alert rule 'dead-letters' must have unique names.",
    ),
    *(
        Case(
            rule="insights/metric-alert-threshold",
            accepted=(_ONE, put(METRIC_ALERT, metric_alert(_DYNAMIC, kind=_SEVERAL))),
            refused=put(METRIC_ALERT, metric_alert(wrong, kind=kind)),
            message="The criteria of the alert rule 'dead-letters' are incomplete: a static threshold needs "
            "'threshold', a dynamic one 'alertSensitivity' and 'failingPeriods' and the criteria type "
            "MultipleResourceMultipleMetricCriteria.",
        )
        for wrong, kind in (
            (criterion(threshold=None), _SINGLE),
            (_DYNAMIC, _SINGLE),
            ({name: value for name, value in _DYNAMIC.items() if name != "failingPeriods"}, _SEVERAL),
        )
    ),
    Case(
        rule="insights/metric-alert-metric",
        accepted=(
            put(METRIC_ALERT, metric_alert(criterion(metricName="ThrottledRequests", timeAggregation="Total"))),
            put(METRIC_ALERT, metric_alert(criterion(metricName="Mine", skipMetricValidation=True))),
            put(METRIC_ALERT, metric_alert(criterion(metricName="Mine", metricNamespace="custom/metrics"))),
        ),
        refused=put(METRIC_ALERT, metric_alert(criterion(metricName="DeadLetters"))),
        message="Couldn't find a metric named DeadLetters. Make sure the name is correct.",
    ),
    Case(
        rule="insights/metric-alert-aggregation",
        accepted=(put(METRIC_ALERT, metric_alert(criterion(timeAggregation="Average"))),),
        refused=put(METRIC_ALERT, metric_alert(criterion(timeAggregation="Total"))),
        message="Metric DeadletteredMessages does not support the aggregation Total. Supported aggregations are: "
        "Average, Minimum, Maximum.",
    ),
    Case(
        rule="insights/metric-alert-dimension",
        accepted=(put(METRIC_ALERT, metric_alert(criterion(dimensions=[_BY_ENTITY]))),),
        refused=put(METRIC_ALERT, metric_alert(criterion(dimensions=[_BY_ENTITY, _BY_WEATHER]))),
        message="Metric: DeadletteredMessages does not support requested dimension combination: EntityName,Weather, "
        "supported ones are: EntityName.",
    ),
)
QUERIES = (
    *(
        Case(
            rule="insights/log-alert-name",
            accepted=(LOGS, put(f"{LOG_ALERTS}/{'a' * 260}", log_alert())),
            refused=put(f"{LOG_ALERTS}/{name}", log_alert()),
            message=f"The alert rule name '{name}' is invalid.",
        )
        for name in ("a" * 261, "a|b", "a.")
    ),
    *(
        Case(
            rule="insights/log-alert-severity",
            accepted=(LOGS, *(put(LOG_ALERT, log_alert(severity=each)) for each in (0, 4))),
            refused=put(LOG_ALERT, log_alert(severity=severity)),
            message=f"The severity {severity} is invalid: it must be between 0 and 4.",
        )
        for severity in (-1, 5)
    ),
    Case(
        rule="insights/log-alert-scope",
        accepted=(LOGS, put(LOG_ALERT, log_alert())),
        refused=put(LOG_ALERT, log_alert(scopes=[f"{WORKSPACE}x"])),
        message=f"The scope '{WORKSPACE}x' of the alert rule 'secret-reads' was not found.",
    ),
    *(
        Case(
            rule="insights/log-alert-scopes",
            accepted=(LOGS, put(LOG_ALERT, log_alert())),
            refused=put(LOG_ALERT, log_alert(scopes=scopes)),
            message="The alert rule 'secret-reads' must have exactly one scope.",
        )
        for scopes in ([], [WORKSPACE, STANDARD])
    ),
    Case(
        rule="insights/log-alert-action-group",
        accepted=(
            LOGS,
            put(ACTION_GROUP, action_group()),
            put(LOG_ALERT, log_alert(actions={"actionGroups": [ACTION_GROUP]})),
        ),
        refused=put(LOG_ALERT, log_alert(actions={"actionGroups": [f"{ACTION_GROUP}x"]})),
        message=f"The action group '{ACTION_GROUP}x' of the alert rule 'secret-reads' was not found.",
    ),
    Case(
        rule="insights/log-alert-frequency",
        accepted=(LOGS, put(LOG_ALERT, log_alert(evaluationFrequency="PT1M"))),
        refused=put(LOG_ALERT, log_alert(evaluationFrequency="PT2M")),
        message="The evaluation frequency PT2M is not supported.",
    ),
    Case(
        rule="insights/log-alert-window",
        accepted=(LOGS, put(LOG_ALERT, log_alert(windowSize="PT48H"))),
        refused=put(LOG_ALERT, log_alert(windowSize="P3D")),
        message="The window size P3D is not supported.",
    ),
    Case(
        rule="insights/log-alert-window-frequency",
        accepted=(LOGS, put(LOG_ALERT, log_alert(evaluationFrequency="PT10M", windowSize="PT10M"))),
        refused=put(LOG_ALERT, log_alert(evaluationFrequency="PT10M")),
        message="The window size of the alert rule 'secret-reads' must not be smaller than its evaluation frequency.",
    ),
    *(
        Case(
            rule="insights/log-alert-complete",
            accepted=(LOGS, put(f"{LOG_ALERT}-2", log_alert(kind="LogToMetric", severity=None))),
            refused=put(LOG_ALERT, _without(missing)),
            message=f"The property '{missing}' of the alert rule 'secret-reads' is required for rules of kind "
            f"LogAlert.",
        )
        for missing in ("severity", "evaluationFrequency", "windowSize")
    ),
    *(
        Case(
            rule="insights/log-alert-criteria",
            accepted=(LOGS, put(LOG_ALERT, log_alert())),
            refused=put(LOG_ALERT, log_alert(criteria={"allOf": criteria})),
            message="The alert rule 'secret-reads' must have exactly one criterion with query, timeAggregation, "
            "operator and threshold.",
        )
        for criteria in ([], [{"query": "Usage"}], [*log_alert()["properties"]["criteria"]["allOf"]] * 2)
    ),
    *(
        Case(
            rule="insights/log-alert-failing-periods",
            accepted=(LOGS, *(put(LOG_ALERT, _periods(6, each)) for each in (1, 6))),
            refused=put(LOG_ALERT, _periods(number, least)),
            message=_FAILING,
        )
        for number, least in ((7, 1), (2, 3), (1, 0))
    ),
    Case(
        rule="insights/log-alert-muted",
        accepted=(LOGS, put(LOG_ALERT, log_alert(muteActionsDuration="PT1H", autoMitigate=False))),
        refused=put(LOG_ALERT, log_alert(muteActionsDuration="PT1H")),
        message="The properties 'autoMitigate' and 'muteActionsDuration' of the alert rule 'secret-reads' cannot be "
        "used together.",
    ),
    Case(
        rule="insights/log-alert-query",
        accepted=(
            LOGS,
            put(LOG_ALERT, log_alert("// what is used\nUsage\n| count")),
            put(LOG_ALERT, log_alert("AZKVAuditLogs | where OperationName == 'SecretGet'", skipQueryValidation=True)),
        ),
        refused=put(LOG_ALERT, log_alert("AZKVAuditLogs | where OperationName == 'SecretGet'")),
        message="The query of the alert rule 'secret-reads' failed validation: 'where' operator: Failed to resolve "
        "table or column expression named 'AZKVAuditLogs'.",
    ),
)
CASES = (*ACTIONS, *METRICS, *QUERIES)
