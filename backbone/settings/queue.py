"""What a stack file says about a queue."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import entity_properties as shared
from backbone.settings.field import Setting


@dataclass(frozen=True, kw_only=True)
class QueueSettings:
    """A queue's properties in Resource Manager's terms; None is what the file does not say: Azure's default holds."""

    lock_duration: shared.LockDuration = None
    max_delivery_count: shared.MaxDeliveryCount = None
    requires_session: Annotated[
        bool | None,
        Setting(
            "Whether messages carry a session id and keep their order within a session; cannot be changed later.",
            default_text="`true` for the session queue, else Azure's: `false`",
        ),
    ] = None
    requires_duplicate_detection: shared.RequiresDuplicateDetection = None
    duplicate_detection_history_time_window: shared.DuplicateDetectionHistoryTimeWindow = None
    default_message_time_to_live: shared.DefaultMessageTimeToLive = None
    dead_lettering_on_message_expiration: shared.DeadLetteringOnMessageExpiration = None
    auto_delete_on_idle: shared.AutoDeleteOnIdle = None
    max_size_in_megabytes: shared.MaxSizeInMegabytes = None
    max_message_size_in_kilobytes: shared.MaxMessageSizeInKilobytes = None
    enable_partitioning: shared.EnablePartitioning = None
    enable_express: shared.EnableExpress = None
    enable_batched_operations: shared.EnableBatchedOperations = None
    forward_to: shared.ForwardTo = None
    forward_dead_lettered_messages_to: shared.ForwardDeadLetteredMessagesTo = None
    status: shared.Status = None
    user_metadata: shared.UserMetadata = None
