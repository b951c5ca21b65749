"""Queues, topics and subscriptions: what they are, and their names on the wire and in Resource Manager."""

from __future__ import annotations

from enum import StrEnum


class EntityKind(StrEnum):
    """What an address can lead to."""

    QUEUE = "queue"
    TOPIC = "topic"
    SUBSCRIPTION = "subscription"


def arm_name(wire_name: str) -> str:
    """The name in Resource Manager, whose ids have no room for a `/`: Service Bus shows it as `~` there."""
    return wire_name.replace("/", "~")


def wire_name(arm_name: str) -> str:
    """The name that clients use, with the `/` that Resource Manager shows as `~`."""
    return arm_name.replace("~", "/")


def client_scoped_name(subscription: str, client_id: str | None) -> str:
    """The name in Resource Manager of a subscription that belongs to one client, as Azure asks for it.

    Source: azurerm_servicebus_subscription of terraform-provider-azurerm (`client_scoped_subscription_enabled`).
    """
    return f"{subscription}${client_id or ''}$D"
