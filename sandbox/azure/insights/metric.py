"""The metrics of each resource type, with their dimensions and aggregations.

Source: learn.microsoft.com/azure/azure-monitor/reference/metrics-index, and the pages of each type there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOTAL = ("Total",)
_RANGE = ("Average", "Minimum", "Maximum")
_ALL = ("Total", "Average", "Minimum", "Maximum", "Count")


@dataclass(frozen=True, kw_only=True)
class Metric:
    """A metric: how it can be summed up, and by what it can be split."""

    aggregations: tuple[str, ...]
    dimensions: tuple[str, ...] = ()


def _metrics(names: str, aggregations: tuple[str, ...], *dimensions: str) -> dict[str, Metric]:
    return {name: Metric(aggregations=aggregations, dimensions=dimensions) for name in names.split()}


_TRANSACTIONS = ("GeoType", "ApiName", "Authentication")
METRICS: Mapping[str, Mapping[str, Metric]] = {
    "Microsoft.ServiceBus/namespaces": {
        **_metrics("SuccessfulRequests ServerErrors UserErrors", _TOTAL, "EntityName", "OperationResult"),
        **_metrics("ThrottledRequests", _TOTAL, "EntityName", "OperationResult", "MessagingErrorSubCode"),
        **_metrics("IncomingRequests IncomingMessages OutgoingMessages", _TOTAL, "EntityName"),
        **_metrics("CompleteMessage AbandonMessage PendingCheckpointOperationCount", _TOTAL, "EntityName"),
        **_metrics("ActiveConnections", _TOTAL),
        **_metrics("ConnectionsOpened ConnectionsClosed", ("Average",), "EntityName"),
        **_metrics("Size Messages ActiveMessages DeadletteredMessages ScheduledMessages", _RANGE, "EntityName"),
        **_metrics("ServerSendLatency", ("Average",), "EntityName"),
        **_metrics("NamespaceCpuUsage NamespaceMemoryUsage", ("Maximum",), "Replica"),
        **_metrics("ReplicationLagCount ReplicationLagDuration", ("Maximum", "Minimum", "Average"), "EntityName"),
    },
    "Microsoft.KeyVault/vaults": {
        **_metrics("ServiceApiHit", ("Count", "Average"), "ActivityType", "ActivityName"),
        **_metrics("ServiceApiLatency", _RANGE, "ActivityType", "ActivityName", "StatusCode", "StatusCodeClass"),
        **_metrics("ServiceApiResult", ("Count",), "ActivityType", "ActivityName", "StatusCode", "StatusCodeClass"),
        **_metrics("SaturationShoebox", _RANGE, "ActivityType", "ActivityName", "TransactionType"),
        **_metrics("Availability", ("Average",), "ActivityType", "ActivityName", "StatusCode", "StatusCodeClass"),
    },
    "Microsoft.Storage/storageAccounts": {
        **_metrics("UsedCapacity", ("Average",)),
        **_metrics("Transactions", _TOTAL, "ResponseType", *_TRANSACTIONS, "TransactionType"),
        **_metrics("Ingress Egress", ("Total", *_RANGE), *_TRANSACTIONS),
        **_metrics("SuccessServerLatency SuccessE2ELatency Availability", _RANGE, *_TRANSACTIONS),
    },
    "Microsoft.Web/sites": {
        **_metrics("Requests Http2xx Http3xx Http4xx Http401 Http403 Http404 Http5xx", _TOTAL, "Instance"),
        **_metrics("BytesReceived BytesSent FunctionExecutionCount FunctionExecutionUnits", _TOTAL, "Instance"),
        **_metrics("OnDemandFunctionExecutionCount OnDemandFunctionExecutionUnits", _TOTAL, "Instance"),
        **_metrics("AlwaysReadyFunctionExecutionCount AlwaysReadyFunctionExecutionUnits", _TOTAL, "Instance"),
        **_metrics("AlwaysReadyUnits InstanceCount", ("Average", "Total"), "Instance"),
        **_metrics("MemoryWorkingSet AverageMemoryWorkingSet HealthCheckStatus CpuPercentage", _RANGE, "Instance"),
        **_metrics("HttpResponseTime AverageResponseTime", _RANGE, "Instance"),
    },
    "Microsoft.Insights/components": {
        **_metrics(
            "requests/count requests/failed", ("Count",), "request/resultCode", "request/name", "cloud/roleName"
        ),
        **_metrics("requests/duration dependencies/duration", _ALL, "cloud/roleName", "cloud/roleInstance"),
        **_metrics("dependencies/count dependencies/failed", ("Count",), "dependency/type", "cloud/roleName"),
        **_metrics("exceptions/count exceptions/server", ("Count",), "cloud/roleName", "cloud/roleInstance"),
        **_metrics("traces/count", ("Count",), "trace/severityLevel", "cloud/roleName", "cloud/roleInstance"),
        **_metrics("availabilityResults/availabilityPercentage", ("Average",), "availabilityResult/name"),
    },
}
"""The metrics that alerts can watch, by the type of the watched resource."""
