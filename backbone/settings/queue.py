"""What a stack file says about a queue."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting


@dataclass(frozen=True, kw_only=True)
class QueueSettings:
    """A queue's properties in Resource Manager's terms; None is what the file does not say: Azure's default holds."""

    lock_duration: Annotated[
        domain.LockDuration | None,
        Setting(
            "How long a received message stays hidden from others; below PT10S a client's back-off outlasts it.",
            default_text="Azure's: `PT1M`",
        ),
    ] = None
    max_delivery_count: Annotated[
        domain.DeliveryCount | None,
        Setting("Deliveries after which a message is dead-lettered.", default_text="Azure's: `10`"),
    ] = None
    requires_session: Annotated[
        bool | None,
        Setting(
            "Whether messages carry a session id and keep their order within a session; cannot be changed later.",
            default_text="`true` for the session queue, else Azure's: `false`",
        ),
    ] = None
    requires_duplicate_detection: Annotated[
        bool | None,
        Setting(
            "Whether a message id seen before is dropped; cannot be changed later.", default_text="Azure's: `false`"
        ),
    ] = None
    duplicate_detection_history_time_window: Annotated[
        domain.DuplicateWindow | None, Setting("How long message ids are remembered.", default_text="Azure's: `PT10M`")
    ] = None
    default_message_time_to_live: Annotated[
        domain.TimeToLive | None,
        Setting("How long a message lives that says nothing itself, and at most.", default_text="Azure's: unlimited"),
    ] = None
    dead_lettering_on_message_expiration: Annotated[
        bool | None,
        Setting("Whether an expired message is dead-lettered rather than dropped.", default_text="Azure's: `false`"),
    ] = None
    auto_delete_on_idle: Annotated[
        domain.IdleDuration | None,
        Setting("Idle time after which the queue deletes itself.", default_text="Azure's: never"),
    ] = None
    max_size_in_megabytes: Annotated[
        domain.EntitySize | None,
        Setting("Storage for messages; more than 5120 in Premium namespaces only.", default_text="Azure's"),
    ] = None
    max_message_size_in_kilobytes: Annotated[
        domain.MessageSize | None,
        Setting("Largest message; in Premium namespaces only.", default_text="Azure's: `1024` (Standard: `256`)"),
    ] = None
    enable_partitioning: Annotated[
        bool | None,
        Setting(
            "Whether the queue is spread over message brokers; cannot be changed later; in Premium namespaces the "
            "namespace's `partitions` decide.",
            default_text="Azure's: `false`",
        ),
    ] = None
    enable_express: Annotated[
        bool | None,
        Setting(
            "Whether messages stay in memory for a moment before they are stored; in Standard namespaces only.",
            default_text="Azure's: `false`",
        ),
    ] = None
    enable_batched_operations: Annotated[
        bool | None, Setting("Whether the broker groups its storage operations.", default_text="Azure's: `true`")
    ] = None
    forward_to: Annotated[
        domain.EntityName | None, Setting("Queue or topic of the same namespace that every message moves on to.")
    ] = None
    forward_dead_lettered_messages_to: Annotated[
        domain.EntityName | None,
        Setting("Queue or topic of the same namespace that every dead-lettered message moves on to."),
    ] = None
    status: Annotated[
        domain.Status | None, Setting("What the queue lets through.", default_text="Azure's: `Active`")
    ] = None
    user_metadata: Annotated[domain.UserMetadata | None, Setting("A note that Azure keeps with the queue.")] = None
