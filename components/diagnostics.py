"""Logs and metrics of a resource, sent to the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import monitor

if TYPE_CHECKING:
    from collections.abc import Sequence

DEDICATED = "Dedicated"
"""A table for each kind of log, instead of one for all of Azure."""


def declare_diagnostics(
    name: str,
    resource_id: pulumi.Input[str],
    *,
    workspace_id: pulumi.Input[str],
    parent: pulumi.Resource,
    groups: Sequence[str] = ("allLogs",),
) -> monitor.DiagnosticSetting:
    """Send a resource's logs and metrics to a workspace.

    Args:
        name: The logical name.
        resource_id: Whose logs.
        workspace_id: Where to.
        parent: The component that the resource belongs to.
        groups: Which groups of log categories; single categories differ by tier, groups do not.
    """
    return monitor.DiagnosticSetting(
        name,
        name="backbone",
        resource_uri=resource_id,
        workspace_id=workspace_id,
        log_analytics_destination_type=DEDICATED,
        logs=[monitor.DiagnosticsLogSettingsArgs(category_group=group, enabled=True) for group in groups],
        metrics=[monitor.DiagnosticsMetricSettingsArgs(category="AllMetrics", enabled=True)],
        opts=pulumi.ResourceOptions(parent=parent),
    )
