"""A subscription of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi
from pulumi_azure_native import servicebus

from backbone import entities
from components.destinations import FIELDS
from components.properties import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backbone.addresses import Address
    from backbone.settings import SubscriptionSettings
    from components.destinations import Destinations
    from components.place import Place

IMMUTABLE: Mapping[str, Callable[[SubscriptionSettings], Any]] = {
    "requiresSession": lambda its: its.requires_session,
    "isClientAffine": lambda its: its.is_client_affine,
    "clientAffineProperties.clientId": lambda its: (
        its.client_affine_properties and its.client_affine_properties.client_id
    ),
    "clientAffineProperties.isShared": lambda its: (
        its.client_affine_properties and its.client_affine_properties.is_shared
    ),
}
"""What Azure refuses to change on a subscription, and what is wanted; azure-native alone would try to."""


def declare_subscription(
    address: Address,
    settings: SubscriptionSettings,
    *,
    topic: servicebus.Topic,
    place: Place,
    destinations: Destinations,
) -> servicebus.Subscription:
    """Declare a subscription without its rules.

    Args:
        address: Its address `topic@alias/subscription`, which is its logical name too.
        settings: Its properties.
        topic: Its topic.
        place: Where it is declared.
        destinations: What it forwards to.
    """
    client = settings.client_affine_properties
    return servicebus.Subscription(
        str(address),
        subscription_name=_name(address, settings),
        topic_name=topic.name,
        namespace_name=place.namespace,
        resource_group_name=place.site.resource_group,
        client_affine_properties=None if client is None else servicebus.SBClientAffinePropertiesArgs(**said(client)),
        **said(settings, *FIELDS, "client_affine_properties", "rules"),
        **destinations.names,
        opts=pulumi.ResourceOptions(
            parent=place.parent,
            protect=place.site.protect,
            delete_before_replace=True,
            replace_on_changes=_changing(place.site.deployed.subscriptions.get(str(address)), settings),
            depends_on=destinations.ready,
        ),
    )


def _name(address: Address, settings: SubscriptionSettings) -> str:
    """The name in Resource Manager."""
    name, client = address.subscription or "", settings.client_affine_properties
    if not settings.is_client_affine:
        return name
    return entities.client_scoped_name(name, None if client is None else client.client_id)


def _changing(recorded: Mapping[str, Any] | None, settings: SubscriptionSettings) -> list[str]:
    """What cannot stay as it is: what merely was not said before must not replace a subscription with its messages."""
    if recorded is None:
        return list(IMMUTABLE)
    return [path for path, wanted in IMMUTABLE.items() if _at(path, recorded) != wanted(settings)]


def _at(path: str, recorded: Mapping[str, Any]) -> Any:
    found: Any = recorded
    for key in path.split("."):
        found = (found or {}).get(key)
    return found
