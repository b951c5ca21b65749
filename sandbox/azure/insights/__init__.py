"""Microsoft.Insights: Application Insights, diagnostic settings and alerts."""

from __future__ import annotations

from sandbox.azure.insights.action_group import ACTION_GROUP
from sandbox.azure.insights.component import COMPONENT
from sandbox.azure.insights.diagnostic_setting import DIAGNOSTIC_SETTING
from sandbox.azure.insights.log_alert import LOG_ALERT
from sandbox.azure.insights.metric_alert import METRIC_ALERT

TYPES = (COMPONENT, DIAGNOSTIC_SETTING, ACTION_GROUP, METRIC_ALERT, LOG_ALERT)
"""The resource types of this provider that are simulated."""

__all__ = ["TYPES"]
