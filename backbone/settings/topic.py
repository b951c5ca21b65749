"""What a stack file says about topics and their subscriptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from backbone.settings import domain
from backbone.settings import entity_properties as shared
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

    client_id: Annotated[domain.ClientName | None, Setting("The client's id; cannot be changed later.")] = None
    is_durable: Annotated[bool | None, Setting("Whether the subscription outlives the client's connection.")] = None
    is_shared: Annotated[
        bool | None, Setting("Whether several connections of the client share it; cannot be changed later.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class SubscriptionSettings:
    """A subscription's properties in Resource Manager's terms; None is what the file does not say."""

    lock_duration: shared.LockDuration = None
    max_delivery_count: shared.MaxDeliveryCount = None
    requires_session: Annotated[
        bool | None,
        Setting(
            "Whether messages keep their order within a session; cannot be changed later.",
            default_text="Azure's: `false`",
        ),
    ] = None
    duplicate_detection_history_time_window: shared.DuplicateDetectionHistoryTimeWindow = None
    default_message_time_to_live: shared.DefaultMessageTimeToLive = None
    dead_lettering_on_message_expiration: shared.DeadLetteringOnMessageExpiration = None
    dead_lettering_on_filter_evaluation_exceptions: Annotated[
        bool | None,
        Setting("Whether a message on which a filter fails is dead-lettered.", default_text="Azure's: `true`"),
    ] = None
    auto_delete_on_idle: shared.AutoDeleteOnIdle = None
    enable_batched_operations: shared.EnableBatchedOperations = None
    forward_to: shared.ForwardTo = None
    forward_dead_lettered_messages_to: shared.ForwardDeadLetteredMessagesTo = None
    status: shared.Status = None
    user_metadata: shared.UserMetadata = None
    is_client_affine: Annotated[
        bool | None,
        Setting(
            "Whether the subscription belongs to one client, as Java Message Service 2.0 has it; in Premium namespaces "
            "only; cannot be changed later.",
            default_text="Azure's: `false`",
        ),
    ] = None
    client_affine_properties: Annotated[ClientAffinitySettings | None, Setting("To which client it belongs.")] = None
    rules: Annotated[Rules, Setting("Its rules by name; without any, every message matches.")] = field(
        default_factory=empty
    )


@dataclass(frozen=True, kw_only=True)
class TopicSettings:
    """A topic's properties in Resource Manager's terms; None is what the file does not say."""

    requires_duplicate_detection: shared.RequiresDuplicateDetection = None
    duplicate_detection_history_time_window: shared.DuplicateDetectionHistoryTimeWindow = None
    default_message_time_to_live: shared.DefaultMessageTimeToLive = None
    auto_delete_on_idle: shared.AutoDeleteOnIdle = None
    max_size_in_megabytes: shared.MaxSizeInMegabytes = None
    max_message_size_in_kilobytes: shared.MaxMessageSizeInKilobytes = None
    enable_partitioning: shared.EnablePartitioning = None
    enable_express: shared.EnableExpress = None
    enable_batched_operations: shared.EnableBatchedOperations = None
    support_ordering: Annotated[
        bool | None, Setting("Whether the topic keeps the order in which messages were sent.", default_text="Azure's")
    ] = None
    status: shared.Status = None
    user_metadata: shared.UserMetadata = None
    subscriptions: Annotated[
        Mapping[domain.SubscriptionName, SubscriptionSettings], SUBSCRIPTION_CASE, Setting("Its subscriptions by name.")
    ] = field(default_factory=empty)
