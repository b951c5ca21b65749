"""A queue of a namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import servicebus

from backbone import entities
from components.destinations import FIELDS
from components.properties import said

if TYPE_CHECKING:
    from backbone.addresses import Address
    from backbone.settings import QueueSettings
    from components.destinations import Destinations
    from components.place import Place


def declare_queue(
    address: Address, settings: QueueSettings, *, place: Place, destinations: Destinations
) -> servicebus.Queue:
    """Declare a queue.

    Args:
        address: Its address, which is its logical name too.
        settings: Its properties.
        place: Where it is declared.
        destinations: What it forwards to.
    """
    return servicebus.Queue(
        str(address),
        queue_name=entities.arm_name(address.entity),
        namespace_name=place.namespace,
        resource_group_name=place.site.resource_group,
        **said(settings, *FIELDS),
        **destinations.names,
        opts=pulumi.ResourceOptions(
            parent=place.parent,
            protect=place.site.protect,
            delete_before_replace=True,
            depends_on=destinations.ready,
        ),
    )
