"""A queue of a namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import servicebus

from backbone import entities

if TYPE_CHECKING:
    from backbone.durations import Duration
    from backbone.settings import QueueSettings
    from components.site import Site


def declare_queue(
    name: str,
    queue: str,
    settings: QueueSettings,
    *,
    namespace: pulumi.Output[str],
    site: Site,
    parent: pulumi.Resource,
) -> servicebus.Queue:
    """Declare a queue; what the settings leave open takes Azure's default.

    Args:
        name: The logical name, which is the queue's address.
        queue: The queue's name on the wire.
        settings: Its properties.
        namespace: Name of its namespace.
        site: Where the namespace is.
        parent: The component it belongs to.
    """
    return servicebus.Queue(
        name,
        queue_name=entities.arm_name(queue),
        namespace_name=namespace,
        resource_group_name=site.resource_group,
        auto_delete_on_idle=_text(settings.auto_delete_on_idle),
        dead_lettering_on_message_expiration=settings.dead_lettering_on_message_expiration,
        default_message_time_to_live=_text(settings.default_message_time_to_live),
        duplicate_detection_history_time_window=_text(settings.duplicate_detection_history_time_window),
        enable_batched_operations=settings.enable_batched_operations,
        enable_express=settings.enable_express,
        enable_partitioning=settings.enable_partitioning,
        lock_duration=_text(settings.lock_duration),
        max_delivery_count=settings.max_delivery_count,
        max_message_size_in_kilobytes=settings.max_message_size_in_kilobytes,
        max_size_in_megabytes=settings.max_size_in_megabytes,
        requires_duplicate_detection=settings.requires_duplicate_detection,
        requires_session=settings.requires_session,
        status=None if settings.status is None else servicebus.EntityStatus(settings.status.value),
        user_metadata=settings.user_metadata,
        opts=pulumi.ResourceOptions(parent=parent, protect=site.protect, delete_before_replace=True),
    )


def _text(duration: Duration | None) -> str | None:
    return None if duration is None else str(duration)
