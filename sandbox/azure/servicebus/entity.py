"""Properties and rules that queues, topics and subscriptions share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import duration, envelope
from sandbox.azure.constraint import Constraint, at_most, between, lasting, one_of
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.servicebus.documents import ADMINISTRATION, EXPIRATION, TEMPLATES, entity_rule
from sandbox.azure.servicebus.tier import Tier, facts, location, tier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

FOREVER = duration.render(duration.MAXIMUM)
TWO_WEEKS = "P14D"
"""The longest time to live on Basic, and its default there (MicrosoftDocs, message-expiration)."""
LOCK_TOO_LONG = entity_rule(
    "lock-duration-maximum",
    text="A message is locked for at most 5 minutes.",
    message="The supplied lock time exceeds the allowed maximum of '5' minutes.",
)
LOCK_TOO_SHORT = entity_rule(
    "lock-duration-minimum",
    text="A message is locked for at least 5 seconds.",
    message="The supplied lock time is less than the allowed minimum of '5' seconds.",
    source=f"{ADMINISTRATION}.lockduration",
    wording="ours",
)
DELIVERY_COUNT = entity_rule(
    "max-delivery-count",
    text="A message is delivered at least once.",
    message="The value '{value}' of 'MaxDeliveryCount' must be between 1 and 2147483647.",
    source=f"{ADMINISTRATION}.maxdeliverycount",
    wording="ours",
)
TIME_TO_LIVE = entity_rule(
    "time-to-live",
    text="The default time to live is at least 1 second, and at most 14 days on Basic.",
    message="The property value for 'DefaultMessageTimeToLive' must be between 00:00:01 and {longest} when the "
    "namespace '{namespace}' is using '{tier}' tier.",
    source=EXPIRATION,
)
IDLE_TOO_SHORT = entity_rule(
    "auto-delete-on-idle",
    text="An entity is deleted after 5 idle minutes at the earliest.",
    message="The property value for 'AutoDeleteOnIdle' must be at least 00:05:00.",
    source=f"{ADMINISTRATION}.autodeleteonidle",
    wording="ours",
)
DUPLICATE_WINDOW = entity_rule(
    "duplicate-detection-window",
    text="The history of duplicate detection is kept for 20 seconds to 7 days.",
    message="The property value for 'DuplicateDetectionHistoryTimeWindow' must be between 00:00:20 and 7.00:00:00.",
    source=f"{ADMINISTRATION}.duplicatedetectionhistorytimewindow",
    wording="ours",
)
METADATA_LENGTH = entity_rule(
    "user-metadata",
    text="User metadata has at most 1,024 characters.",
    message="The length of 'UserMetadata' exceeds the '1024' character limit.",
    source=f"{ADMINISTRATION}.usermetadata",
    wording="ours",
)
STATUS_SETTABLE = entity_rule(
    "status",
    text="The statuses that can be set are Active, Disabled, SendDisabled and ReceiveDisabled.",
    message="The status '{value}' can't be set.",
    source=TEMPLATES,
    wording="ours",
)


def _longest_life(proposal: Proposal) -> str:
    return TWO_WEEKS if tier(proposal) is Tier.BASIC else FOREVER


def _lives_long_enough(value: str, proposal: Proposal) -> bool:
    return duration.TICKS_PER_SECOND <= duration.parse(value) <= duration.parse(_longest_life(proposal))


def _life_facts(proposal: Proposal) -> Mapping[str, object]:
    return {"longest": duration.clock_form(duration.parse(_longest_life(proposal))), **facts(proposal)}


STATUSES = ("Active", "Disabled", "SendDisabled", "ReceiveDisabled")
_SERVICE_STATUSES = ("Creating", "Deleting", "Renaming", "Restoring", "Unknown")
LOCK_DURATION = Property(
    kind=Kind.DURATION,
    default="PT1M",
    constraints=(lasting(LOCK_TOO_LONG, None, "PT5M"), lasting(LOCK_TOO_SHORT, "PT5S", None)),
)
MAX_DELIVERY_COUNT = Property(kind=Kind.INTEGER, default=10, constraints=(between(DELIVERY_COUNT, 1, 2**31 - 1),))
DEFAULT_TIME_TO_LIVE = Property(
    kind=Kind.DURATION,
    default=_longest_life,
    constraints=(Constraint(rule=TIME_TO_LIVE, holds=_lives_long_enough, fields=_life_facts),),
)
AUTO_DELETE_ON_IDLE = Property(
    kind=Kind.DURATION, default=FOREVER, constraints=(lasting(IDLE_TOO_SHORT, "PT5M", None),)
)
DUPLICATE_DETECTION_WINDOW = Property(
    kind=Kind.DURATION, default="PT10M", constraints=(lasting(DUPLICATE_WINDOW, "PT20S", "P7D"),)
)
USER_METADATA = Property(kind=Kind.STRING, constraints=(at_most(METADATA_LENGTH, 1024),))
STATUS = Property(
    kind=Kind.STRING,
    default="Active",
    allowed=(*STATUSES, *_SERVICE_STATUSES),
    constraints=(one_of(STATUS_SETTABLE, *STATUSES),),
)
ENABLE_BATCHED_OPERATIONS = Property(kind=Kind.BOOLEAN, default=True)


def flag(*, default: Any = False) -> Property:
    """A switch."""
    return Property(kind=Kind.BOOLEAN, default=default)


def body(properties: Mapping[str, Property]) -> dict[str, Property]:
    """The body of a resource inside a namespace: a proxy resource that reports its namespace's location."""
    return {
        **envelope.ENVELOPE,
        "location": Property(kind=Kind.STRING, access=Access.READ_ONLY, computed=location),
        "properties": Property(kind=Kind.OBJECT, default={}, properties=properties),
    }
