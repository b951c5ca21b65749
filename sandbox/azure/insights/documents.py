"""The public documents in which the rules of Azure Monitor are written down."""

from __future__ import annotations

from sandbox.azure.rule import Rule, Wording

_LEARN = "https://learn.microsoft.com/azure/azure-monitor"
DIAGNOSTICS = f"{_LEARN}/platform/diagnostic-settings"
WORKSPACE_BASED = f"{_LEARN}/app/create-workspace-resource"
ACTION_GROUPS = f"{_LEARN}/alerts/action-groups"
METRIC_ALERTS = f"{_LEARN}/alerts/alerts-create-metric-alert-rule"
METRIC_TROUBLE = f"{_LEARN}/alerts/alerts-troubleshoot-metric"
LOG_ALERTS = f"{_LEARN}/alerts/alerts-create-log-alert-rule"
LOG_TROUBLE = f"{_LEARN}/alerts/alerts-troubleshoot-log"
METRICS = f"{_LEARN}/reference/metrics-index"
CATEGORIES = f"{_LEARN}/reference/logs-index"
LIMITS = f"{_LEARN}/fundamentals/service-limits"
TEMPLATES = "https://learn.microsoft.com/azure/templates/microsoft.insights"


def insights_rule(
    id: str,
    *,
    text: str,
    message: str,
    source: str,
    code: str = "BadRequest",
    status: int = 400,
    wording: Wording = "ours",
) -> Rule:
    """A rule of Azure Monitor."""
    return Rule(
        id=f"insights/{id}", text=text, source=source, status=status, code=code, message=message, wording=wording
    )
