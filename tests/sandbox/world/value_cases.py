"""Cases of the rules about single values of queues and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import BASIC, PARTITIONED, PREMIUM, STANDARD, properties, queue

if TYPE_CHECKING:
    from collections.abc import Iterable


def _bounds(
    rule: str, property: str, pairs: Iterable[tuple[object, object, str]], namespace: str = STANDARD
) -> tuple[Case, ...]:
    """A case for each pair of a value at the bound and a value beyond it, with the message."""
    return tuple(
        Case(
            rule=f"servicebus/{rule}",
            accepted=(put(queue("q", namespace), properties(**{property: bound})),),
            refused=put(queue("r", namespace), properties(**{property: beyond})),
            message=f"SubCode=40000. {message}",
        )
        for bound, beyond, message in pairs
    )


def _ttl(longest: str, namespace: str, tier: str) -> str:
    return (
        f"The property value for 'DefaultMessageTimeToLive' must be between 00:00:01 and {longest} when the namespace "
        f"'{namespace}' is using '{tier}' tier."
    )


_SIZES = "The property 'MaxSizeInMegabytes', must be one of the following values: 1024;2048;3072;4096;5120"
_WINDOW = "The property value for 'DuplicateDetectionHistoryTimeWindow' must be between 00:00:20 and 7.00:00:00."
VALUES = (
    *_bounds(
        "lock-duration-maximum",
        "lockDuration",
        [("PT300S", "PT5M1S", "The supplied lock time exceeds the allowed maximum of '5' minutes.")],
    ),
    *_bounds(
        "lock-duration-minimum",
        "lockDuration",
        [("PT5S", "PT4.999S", "The supplied lock time is less than the allowed minimum of '5' seconds.")],
    ),
    *_bounds(
        "max-delivery-count",
        "maxDeliveryCount",
        [(1, 0, "The value '0' of 'MaxDeliveryCount' must be between 1 and 2147483647.")],
    ),
    *_bounds(
        "time-to-live",
        "defaultMessageTimeToLive",
        [("PT1S", "PT0.9S", _ttl("10675199.02:48:05.4775807", "standard-bus", "Standard"))],
    ),
    *_bounds(
        "time-to-live",
        "defaultMessageTimeToLive",
        [("P14D", "P14DT1S", _ttl("14.00:00:00", "basic-bus", "Basic"))],
        BASIC,
    ),
    *_bounds(
        "auto-delete-on-idle",
        "autoDeleteOnIdle",
        [("PT5M", "PT4M59S", "The property value for 'AutoDeleteOnIdle' must be at least 00:05:00.")],
    ),
    *_bounds(
        "duplicate-detection-window",
        "duplicateDetectionHistoryTimeWindow",
        [("PT20S", "PT19S", _WINDOW), ("P7D", "P7DT1S", _WINDOW)],
    ),
    *_bounds(
        "user-metadata",
        "userMetadata",
        [("m" * 1024, "m" * 1025, "The length of 'UserMetadata' exceeds the '1024' character limit.")],
    ),
    *_bounds(
        "status",
        "status",
        [("SendDisabled", "Deleting", "The status 'Deleting' can't be set.")],
    ),
    *_bounds(
        "max-size",
        "maxSizeInMegabytes",
        [
            (1024, 1023, f"The specified value 1023 is invalid. {_SIZES}."),
            (5120, 10240, f"The specified value 10240 is invalid. {_SIZES}."),
        ],
    ),
    *_bounds(
        "max-size",
        "maxSizeInMegabytes",
        [(81920, 81921, f"The specified value 81921 is invalid. {_SIZES};10240;20480;40960;81920.")],
        PREMIUM,
    ),
    *_bounds("max-message-size-tier", "maxMessageSizeInKilobytes", [(256, 1024, "Bad Request.")]),
    *_bounds(
        "max-message-size",
        "maxMessageSizeInKilobytes",
        [
            (
                bound,
                beyond,
                (
                    "The property value for 'MaxMessageSizeInKilobytes' must be between 1024 and 102400 when "
                    "the namespace 'premium-bus' is using 'Premium' tier."
                ),
            )
            for bound, beyond in ((1024, 1023), (102400, 102401))
        ],
        PREMIUM,
    ),
    *_bounds(
        "express-premium",
        "enableExpress",
        [
            (
                False,
                True,
                (
                    "The property 'EnableExpress' can't be set because the namespace 'premium-bus' is using the "
                    "'Premium' Tier."
                ),
            )
        ],
        PREMIUM,
    ),
    *_bounds(
        "partitioning-premium",
        "enablePartitioning",
        [
            (
                False,
                True,
                (
                    "The property 'EnablePartitioning' must be false because the namespace 'premium-bus' has 1 "
                    "partition(s)."
                ),
            )
        ],
        PREMIUM,
    ),
    *_bounds(
        "partitioning-premium",
        "enablePartitioning",
        [
            (
                True,
                False,
                (
                    "The property 'EnablePartitioning' must be true because the namespace 'partitioned-bus' has 2 "
                    "partition(s)."
                ),
            )
        ],
        PARTITIONED,
    ),
)
CASES = VALUES
