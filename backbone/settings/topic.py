"""What a stack file says about topics and their subscriptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Setting, empty
from backbone.settings.gathering import LetterCase
from backbone.settings.rule import RuleSettings

RULE_CASE = LetterCase(id="rule-letter-case", what="rules whose names differ in more than letter case")
SUBSCRIPTION_CASE = LetterCase(
    id="subscription-letter-case", what="subscriptions whose names differ in more than letter case"
)

Rules = Annotated[Mapping[domain.SubscriptionName, RuleSettings], RULE_CASE]


@dataclass(frozen=True, kw_only=True)
class ClientAffinitySettings:
    """To which client a subscription belongs."""

    client_id: Annotated[domain.FilterText | None, Setting("The client's id.")] = None
    is_durable: Annotated[bool | None, Setting("Whether the subscription outlives the client's connection.")] = None
    is_shared: Annotated[bool | None, Setting("Whether several connections of the client share it.")] = None


@dataclass(frozen=True, kw_only=True)
class SubscriptionSettings:
    """A subscription's properties in Resource Manager's terms; None is what the file does not say."""

    lock_duration: Annotated[
        domain.LockDuration | None,
        Setting("How long a received message stays hidden from other receivers.", default_text="Azure's: `PT1M`"),
    ] = None
    max_delivery_count: Annotated[
        domain.DeliveryCount | None,
        Setting("Deliveries after which a message is dead-lettered.", default_text="Azure's: `10`"),
    ] = None
    requires_session: Annotated[
        bool | None,
        Setting(
            "Whether messages keep their order within a session; cannot be changed later.",
            default_text="Azure's: `false`",
        ),
    ] = None
    duplicate_detection_history_time_window: Annotated[
        domain.DuplicateWindow | None, Setting("How long message ids are remembered.", default_text="Azure's")
    ] = None
    default_message_time_to_live: Annotated[
        domain.TimeToLive | None,
        Setting("How long a copy lives, at most as long as the topic says.", default_text="Azure's: unlimited"),
    ] = None
    dead_lettering_on_message_expiration: Annotated[
        bool | None,
        Setting("Whether an expired copy is dead-lettered rather than dropped.", default_text="Azure's: `false`"),
    ] = None
    dead_lettering_on_filter_evaluation_exceptions: Annotated[
        bool | None,
        Setting("Whether a message on which a filter fails is dead-lettered.", default_text="Azure's: `true`"),
    ] = None
    auto_delete_on_idle: Annotated[
        domain.IdleDuration | None,
        Setting("Idle time after which the subscription deletes itself.", default_text="Azure's: never"),
    ] = None
    enable_batched_operations: Annotated[
        bool | None, Setting("Whether the broker groups its storage operations.", default_text="Azure's: `true`")
    ] = None
    forward_to: Annotated[
        domain.EntityName | None, Setting("Queue or topic of the same namespace that every copy moves on to.")
    ] = None
    forward_dead_lettered_messages_to: Annotated[
        domain.EntityName | None,
        Setting("Queue or topic of the same namespace that every dead-lettered copy moves on to."),
    ] = None
    status: Annotated[
        domain.Status | None, Setting("What the subscription lets through.", default_text="Azure's: `Active`")
    ] = None
    user_metadata: Annotated[domain.UserMetadata | None, Setting("A note that Azure keeps with the subscription.")] = (
        None
    )
    is_client_affine: Annotated[
        bool | None, Setting("Whether the subscription belongs to one client.", default_text="Azure's: `false`")
    ] = None
    client_affine_properties: Annotated[ClientAffinitySettings | None, Setting("To which client it belongs.")] = None
    rules: Annotated[Rules, Setting("Its rules by name; without any, every message matches.")] = field(
        default_factory=empty
    )


@dataclass(frozen=True, kw_only=True)
class TopicSettings:
    """A topic's properties in Resource Manager's terms; None is what the file does not say."""

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
    auto_delete_on_idle: Annotated[
        domain.IdleDuration | None,
        Setting("Idle time after which the topic deletes itself.", default_text="Azure's: never"),
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
            "Whether the topic is spread over message brokers; cannot be changed later; in Premium namespaces the "
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
    support_ordering: Annotated[
        bool | None, Setting("Whether the topic keeps the order in which messages were sent.", default_text="Azure's")
    ] = None
    status: Annotated[
        domain.Status | None, Setting("What the topic lets through.", default_text="Azure's: `Active`")
    ] = None
    user_metadata: Annotated[domain.UserMetadata | None, Setting("A note that Azure keeps with the topic.")] = None
    subscriptions: Annotated[
        Mapping[domain.SubscriptionName, SubscriptionSettings], SUBSCRIPTION_CASE, Setting("Its subscriptions by name.")
    ] = field(default_factory=empty)
