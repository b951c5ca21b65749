"""A subscription of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import servicebus

from backbone import entities
from components.destinations import FIELDS
from components.properties import said

if TYPE_CHECKING:
    from backbone.addresses import Address
    from backbone.settings import SubscriptionSettings
    from components.destinations import Destinations
    from components.place import Place

IMMUTABLE = [
    "requiresSession",
    "isClientAffine",
    "clientAffineProperties.clientId",
    "clientAffineProperties.isShared",
]
"""What Azure refuses to change on a subscription; azure-native alone would try to."""


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
            replace_on_changes=IMMUTABLE,
            depends_on=destinations.ready,
        ),
    )


def _name(address: Address, settings: SubscriptionSettings) -> str:
    """The name in Resource Manager."""
    name, client = address.subscription or "", settings.client_affine_properties
    if not settings.is_client_affine:
        return name
    return entities.client_scoped_name(name, None if client is None else client.client_id)
