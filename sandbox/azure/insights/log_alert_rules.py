"""Rules about log alerts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox.azure import duration
from sandbox.azure.insights.documents import LOG_ALERTS, LOG_TROUBLE, TEMPLATES, insights_rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

NAME = insights_rule(
    "log-alert-name",
    text="An alert's name has up to 260 characters, none of them *, <, >, %, {, }, &, :, \\, ?, /, #, | and no space "
    "or period at the end.",
    message="The alert rule name '{name}' is invalid.",
    source="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftinsights",
)
SEVERITY = insights_rule(
    "log-alert-severity",
    text="The severity is 0 (critical) to 4 (verbose).",
    message="The severity {value} is invalid: it must be between 0 and 4.",
    source=LOG_ALERTS,
)
SCOPE = insights_rule(
    "log-alert-scope",
    text="What an alert queries must exist.",
    code="ScopeNotFound",
    message="The scope '{value}' of the alert rule '{name}' was not found.",
    source=LOG_TROUBLE,
)
SCOPES = insights_rule(
    "log-alert-scopes",
    text="An alert queries one resource.",
    message="The alert rule '{name}' must have exactly one scope.",
    source=f"{TEMPLATES}/scheduledqueryrules",
)
ACTION_GROUP = insights_rule(
    "log-alert-action-group",
    text="The action groups of an alert must exist.",
    message="The action group '{value}' of the alert rule '{name}' was not found.",
    source=LOG_ALERTS,
)
FREQUENCIES = (
    *(f"PT{minutes}M" for minutes in (1, 5, 10, 15, 30, 45)),
    *(f"PT{hours}H" for hours in range(1, 7)),
    "P1D",
)
WINDOWS = (*FREQUENCIES, "P2D")
FREQUENCY = insights_rule(
    "log-alert-frequency",
    text="An alert is evaluated every 1, 5, 10, 15, 30 or 45 minutes, every 1 to 6 hours, or once a day.",
    message="The evaluation frequency {value} is not supported.",
    source=LOG_ALERTS,
)
WINDOW = insights_rule(
    "log-alert-window",
    text="An alert looks back over 1, 5, 10, 15, 30 or 45 minutes, 1 to 6 hours, or 1 or 2 days.",
    message="The window size {value} is not supported.",
    source=LOG_ALERTS,
)
WINDOW_TOO_SHORT = insights_rule(
    "log-alert-window-frequency",
    text="An alert looks back over at least the time between two evaluations.",
    message="The window size of the alert rule '{name}' must not be smaller than its evaluation frequency.",
    source=LOG_ALERTS,
)
COMPLETE = insights_rule(
    "log-alert-complete",
    text="An alert has a severity, a frequency and a window.",
    message="The property '{missing}' of the alert rule '{name}' is required for rules of kind LogAlert.",
    source=f"{TEMPLATES}/scheduledqueryrules",
)
CRITERIA = insights_rule(
    "log-alert-criteria",
    text="An alert has one criterion, with a query, an aggregation, an operator and a threshold.",
    message="The alert rule '{name}' must have exactly one criterion with query, timeAggregation, operator and "
    "threshold.",
    source=f"{TEMPLATES}/scheduledqueryrules",
)
FAILING_PERIODS = insights_rule(
    "log-alert-failing-periods",
    text="An alert fires after 1 to 6 evaluations, of which at least one and at most all failed.",
    message="The failing periods of the alert rule '{name}' are invalid: numberOfEvaluationPeriods must be between 1 "
    "and 6, and minFailingPeriodsToAlert between 1 and numberOfEvaluationPeriods.",
    source=f"{TEMPLATES}/scheduledqueryrules",
)
MUTED = insights_rule(
    "log-alert-muted",
    text="An alert that resolves itself is not muted.",
    message="The properties 'autoMitigate' and 'muteActionsDuration' of the alert rule '{name}' cannot be used "
    "together.",
    source=LOG_ALERTS,
)
QUERY = insights_rule(
    "log-alert-query",
    text="Unless its validation is skipped, a query names tables that the workspace has; one that nothing was sent to "
    "has the tables of its own use alone.",
    message="The query of the alert rule '{name}' failed validation: 'where' operator: Failed to resolve table or "
    "column expression named '{table}'.",
    source=LOG_TROUBLE,
)
_REQUIRED = ("severity", "evaluationFrequency", "windowSize")
_REQUIRED_OF_CRITERION = frozenset({"query", "timeAggregation", "operator", "threshold"})
_ALWAYS_THERE = frozenset({"AzureActivity", "Heartbeat", "Operation", "Usage", "LAQueryLogs", "AzureMetrics"})
_TABLE = re.compile(r"(?:\s|//[^\n]*\n|let\s[^;]*;)*(?P<table>[A-Za-z_]\w*)")
_MOST_PERIODS = 6


def _criteria(proposal: Proposal) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = proposal.properties["criteria"]["allOf"]
    return found


def has_one_scope(proposal: Proposal) -> bool:
    """Whether an alert queries one resource."""
    return len(proposal.properties["scopes"]) == 1


def _missing(proposal: Proposal) -> list[str]:
    return [name for name in _REQUIRED if name not in proposal.properties] if _fires(proposal) else []


def _fires(proposal: Proposal) -> bool:
    kind: str = proposal.body["kind"]
    return kind == "LogAlert"


def is_complete(proposal: Proposal) -> bool:
    """Whether an alert says how bad it is, and how often it looks and how far back."""
    return not _missing(proposal)


def missing(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of an incomplete alert."""
    return {"missing": _missing(proposal)[0]}


def has_criteria(proposal: Proposal) -> bool:
    """Whether an alert says when it fires."""
    criteria = _criteria(proposal)
    return len(criteria) == 1 and (not _fires(proposal) or criteria[0].keys() >= _REQUIRED_OF_CRITERION)


def window_covers_frequency(proposal: Proposal) -> bool:
    """Whether no time goes unwatched."""
    window, frequency = (proposal.properties.get(name) for name in ("windowSize", "evaluationFrequency"))
    return not window or not frequency or duration.parse(window) >= duration.parse(frequency)


def periods_fit(proposal: Proposal) -> bool:
    """Whether an alert can fire."""
    for each in _criteria(proposal):
        periods = each.get("failingPeriods", {"numberOfEvaluationPeriods": 1, "minFailingPeriodsToAlert": 1})
        if not 1 <= periods["minFailingPeriodsToAlert"] <= periods["numberOfEvaluationPeriods"] <= _MOST_PERIODS:
            return False
    return True


def is_muted_or_resolved(proposal: Proposal) -> bool:
    """Whether an alert is not both muted and resolved by itself."""
    return "muteActionsDuration" not in proposal.properties or not proposal.properties["autoMitigate"]


def _unresolved(proposal: Proposal) -> list[str]:
    """The tables that the queries begin with and that a workspace without data does not have."""
    matches = (_TABLE.match(each.get("query", "")) for each in _criteria(proposal))
    return [match["table"] for match in matches if match and match["table"] not in _ALWAYS_THERE]


def queries_resolve(proposal: Proposal) -> bool:
    """Whether the queries can be validated, or need not be."""
    return bool(proposal.properties.get("skipQueryValidation")) or not _unresolved(proposal)


def query_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of a query."""
    return {"table": _unresolved(proposal)[0]}
