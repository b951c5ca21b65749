"""The public documents in which Service Bus's rules are written down, and how its refusals are phrased."""

from __future__ import annotations

from sandbox.azure.rule import Rule, Wording

API_VERSIONS = ("2021-11-01", "2022-10-01-preview", "2024-01-01", "2025-05-01-preview", "2026-01-01")
"""Versions of the REST API (learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces)."""

_LEARN = "https://learn.microsoft.com/azure/service-bus-messaging"
ARM_ERRORS = f"{_LEARN}/service-bus-resource-manager-exceptions"
QUOTAS = f"{_LEARN}/service-bus-quotas"
PREMIUM = f"{_LEARN}/service-bus-premium-messaging"
PARTITIONING = f"{_LEARN}/service-bus-partitioning"
PREMIUM_PARTITIONS = f"{_LEARN}/enable-partitions-premium"
AUTO_FORWARDING = f"{_LEARN}/service-bus-auto-forwarding"
EXPIRATION = f"{_LEARN}/message-expiration"
IP_FILTERING = f"{_LEARN}/service-bus-ip-filtering"
SHARED_ACCESS = f"{_LEARN}/service-bus-sas"
TOPIC_FILTERS = f"{_LEARN}/topic-filters"
JMS = f"{_LEARN}/java-message-service-20-entities"
ENCRYPTION = f"{_LEARN}/configure-customer-managed-key"
CONFIDENTIAL = f"{_LEARN}/confidential-computing"
GEO_REPLICATION = f"{_LEARN}/service-bus-geo-replication"
GEO_RECOVERY = f"{_LEARN}/service-bus-geo-dr"
SESSION_FORWARDING = (
    "https://github.com/Azure/azure-sdk-for-net/blob/main/sdk/servicebus/Azure.Messaging.ServiceBus/samples/"
    "Sample21_AutoForwardIntoSession.md"
)
ADMINISTRATION = "https://learn.microsoft.com/dotnet/api/azure.messaging.servicebus.administration.createqueueoptions"
TEMPLATES = "https://learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces"
NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftservicebus"
ISSUES = "https://github.com/Azure/azure-service-bus/issues"


def entity_rule(
    id: str,
    *,
    text: str,
    message: str,
    source: str = ARM_ERRORS,
    sub_code: int = 40000,
    wording: Wording = "azure",
) -> Rule:
    """A rule that the messaging gateway enforces: HTTP 400 with a sub-code in the message."""
    return Rule(
        id=f"servicebus/{id}",
        text=text,
        source=source,
        status=400,
        code="MessagingGatewayBadRequest",
        message=f"SubCode={sub_code}. {message}",
        wording=wording,
    )


def namespace_rule(id: str, *, text: str, message: str, source: str, wording: Wording = "ours") -> Rule:
    """A rule about a namespace itself: HTTP 400 without a sub-code."""
    return Rule(
        id=f"servicebus/{id}", text=text, source=source, status=400, code="BadRequest", message=message, wording=wording
    )
