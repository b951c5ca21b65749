"""What a stack deploys besides namespaces: it costs something too, and a plan does not reckon how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.private_link import groups_of
from backbone.settings.checks.quotas import private_endpoints
from backbone.settings.checks.rule import namespaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings import Settings


def not_included(settings: Settings) -> Iterator[str]:
    """Everything that Azure bills besides Service Bus, with how many there are of each."""
    yield from _counted(private_endpoints(settings), "private endpoint")
    yield from _counted(_zones(settings), "private DNS zone")
    yield "Log Analytics"
    yield "Application Insights"
    yield from _counted(_alerts(settings), "alert rule")
    yield from ("the function app", "its storage account", "the vault")


def _zones(settings: Settings) -> int:
    """The private DNS zones that the stack makes itself."""
    groups = {group for target in settings.network.private_endpoints for group in groups_of(target)}
    return sum(settings.existing.private_dns_zone_ids.of_group(group) is None for group in groups)


def _alerts(settings: Settings) -> int:
    """Dead letters and throttling are watched in each namespace, secrets in the one vault."""
    alerts = settings.alerts
    return (alerts.dead_letters + alerts.throttling) * sum(1 for _ in namespaces(settings)) + alerts.secret_reads


def _counted(number: int, noun: str) -> Iterator[str]:
    if number:
        yield f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
