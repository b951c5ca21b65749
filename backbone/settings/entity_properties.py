"""Properties that queues, topics and subscriptions share, each described once."""

from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting

LockDuration = Annotated[
    domain.LockDuration | None,
    Setting(
        "How long a received message stays hidden from others; below PT10S a client's back-off outlasts it.",
        default_text="Azure's: `PT1M`",
    ),
]
MaxDeliveryCount = Annotated[
    domain.DeliveryCount | None,
    Setting("Deliveries after which a message is dead-lettered.", default_text="Azure's: `10`"),
]
RequiresDuplicateDetection = Annotated[
    bool | None,
    Setting("Whether a message id seen before is dropped; cannot be changed later.", default_text="Azure's: `false`"),
]
DuplicateDetectionHistoryTimeWindow = Annotated[
    domain.DuplicateWindow | None, Setting("How long message ids are remembered.", default_text="Azure's: `PT10M`")
]
DefaultMessageTimeToLive = Annotated[
    domain.TimeToLive | None,
    Setting("How long a message lives that says nothing itself, and at most.", default_text="Azure's: unlimited"),
]
DeadLetteringOnMessageExpiration = Annotated[
    bool | None,
    Setting("Whether an expired message is dead-lettered rather than dropped.", default_text="Azure's: `false`"),
]
AutoDeleteOnIdle = Annotated[
    domain.IdleDuration | None,
    Setting(
        "Time without use after which it deletes itself; not on what forwards, which Azure never deletes.",
        default_text="Azure's: never",
    ),
]
MaxSizeInMegabytes = Annotated[
    domain.EntitySize | None,
    Setting(
        "Storage for messages; more than 5120 in Premium namespaces only. Partitioned in a Standard namespace, each of "
        "16 partitions has it, and Azure shows the sum.",
        default_text="Azure's: `1024`",
    ),
]
MaxMessageSizeInKilobytes = Annotated[
    domain.MessageSize | None,
    Setting("Largest message; in Premium namespaces only.", default_text="Azure's: `1024` (Standard: `256`)"),
]
EnablePartitioning = Annotated[
    bool | None,
    Setting(
        "Whether it is spread over message brokers; cannot be changed later; in Premium namespaces the namespace's "
        "`partitions` decide.",
        default_text="Azure's: `false`",
    ),
]
EnableExpress = Annotated[
    bool | None,
    Setting(
        "Whether messages stay in memory for a moment before they are stored; in Standard namespaces only.",
        default_text="Azure's: `false`",
    ),
]
EnableBatchedOperations = Annotated[
    bool | None, Setting("Whether the broker groups its storage operations.", default_text="Azure's: `true`")
]
ForwardTo = Annotated[
    domain.Destination | None, Setting("Queue or topic of the same namespace that every message moves on to.")
]
ForwardDeadLetteredMessagesTo = Annotated[
    domain.Destination | None,
    Setting("Queue or topic of the same namespace that every dead-lettered message moves on to."),
]
Status = Annotated[domain.Status | None, Setting("What it lets through.", default_text="Azure's: `Active`")]
UserMetadata = Annotated[domain.UserMetadata | None, Setting("A note that Azure keeps with it.")]
