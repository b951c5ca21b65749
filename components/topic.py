"""A topic of a namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import servicebus

from backbone import entities
from components.properties import said

if TYPE_CHECKING:
    from backbone.addresses import Address
    from backbone.settings import TopicSettings
    from components.place import Place


def declare_topic(address: Address, settings: TopicSettings, *, place: Place) -> servicebus.Topic:
    """Declare a topic without its subscriptions.

    Args:
        address: Its address, which is its logical name too.
        settings: Its properties.
        place: Where it is declared.
    """
    return servicebus.Topic(
        str(address),
        topic_name=entities.arm_name(address.entity),
        namespace_name=place.namespace,
        resource_group_name=place.site.resource_group,
        **said(settings, "subscriptions"),
        opts=pulumi.ResourceOptions(parent=place.parent, protect=place.site.protect, delete_before_replace=True),
    )
