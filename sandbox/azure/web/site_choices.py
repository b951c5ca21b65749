"""The values of a site configuration's closed enumerations.

Source: learn.microsoft.com/azure/templates/microsoft.web/sites.
"""

from __future__ import annotations

BALANCING = (
    "WeightedRoundRobin",
    "LeastRequests",
    "LeastResponseTime",
    "WeightedTotalTraffic",
    "RequestHash",
    "PerSiteRoundRobin",
    "LeastRequestsWithTieBreaker",
)
CONNECTIONS = (
    "MySql",
    "SQLServer",
    "SQLAzure",
    "Custom",
    "NotificationHub",
    "ServiceBus",
    "EventHub",
    "ApiHub",
    "DocDb",
    "RedisCache",
    "PostgreSQL",
)
STORAGE = ("AzureFiles", "AzureBlob")
