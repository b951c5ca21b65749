"""The categories of logs and metrics that resources can send somewhere.

Source: learn.microsoft.com/azure/azure-monitor/reference/logs-index, and the pages of each type there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.view import Resource


@dataclass(frozen=True, kw_only=True)
class Telemetry:
    """What resources of a type can send: categories of logs, their groups, categories of metrics."""

    logs: tuple[str, ...] = ()
    audit: tuple[str, ...] = ()
    """The categories of the group `audit`; a type without any has the group `allLogs` alone."""
    premium: tuple[str, ...] = ()
    """Categories that only a Premium namespace has."""
    metrics: tuple[str, ...] = ("AllMetrics",)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of categories."""
        return ("audit",) * bool(self.audit) + ("allLogs",) * bool(self.logs)


_BLOB_LOGS = ("StorageRead", "StorageWrite", "StorageDelete")
TELEMETRY: Mapping[str, Telemetry] = {
    "Microsoft.KeyVault/vaults": Telemetry(logs=("AuditEvent", "AzurePolicyEvaluationDetails"), audit=("AuditEvent",)),
    "Microsoft.ServiceBus/namespaces": Telemetry(
        logs=(
            "OperationalLogs",
            "VNetAndIPFilteringLogs",
            "RuntimeAuditLogs",
            "ApplicationMetricsLogs",
            "DiagnosticErrorLogs",
        ),
        audit=("RuntimeAuditLogs",),
        premium=("RuntimeAuditLogs", "ApplicationMetricsLogs", "DiagnosticErrorLogs"),
    ),
    "Microsoft.Web/sites": Telemetry(
        logs=(
            "FunctionAppLogs",
            "AppServiceAuthenticationLogs",
        ),
    ),
    "Microsoft.Web/serverfarms": Telemetry(),
    "Microsoft.Storage/storageAccounts": Telemetry(metrics=("Capacity", "Transaction")),
    "Microsoft.Storage/storageAccounts/blobServices": Telemetry(
        logs=_BLOB_LOGS, audit=_BLOB_LOGS, metrics=("Capacity", "Transaction")
    ),
    "Microsoft.Network/virtualNetworks": Telemetry(logs=("VMProtectionAlerts",)),
    "Microsoft.OperationalInsights/workspaces": Telemetry(logs=("Audit", "SummaryLogs", "Jobs"), audit=("Audit",)),
    "Microsoft.Insights/components": Telemetry(
        logs=(
            "AppAvailabilityResults",
            "AppBrowserTimings",
            "AppEvents",
            "AppMetrics",
            "AppDependencies",
            "AppExceptions",
            "AppPageViews",
            "AppPerformanceCounters",
            "AppRequests",
            "AppSystemEvents",
            "AppTraces",
        ),
    ),
}


def telemetry_of(resource: Resource) -> Telemetry | None:
    """What a resource can send; None for a type that sends nothing."""
    found = TELEMETRY.get(resource.type)
    tier = resource.body.get("sku", {}).get("name")
    if found is None or not found.premium or tier == "Premium":
        return found
    return Telemetry(
        logs=tuple(each for each in found.logs if each not in found.premium),
        audit=found.audit,
        metrics=found.metrics,
    )
