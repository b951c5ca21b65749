"""Durations, counts, sizes and lengths."""

from typing import Annotated

from backbone import limits
from backbone.durations import Duration
from backbone.settings.constraints import Choice, DurationRange, Length, Pattern, Range


def _durations(id: str, bounds: tuple[str, str], example: str) -> DurationRange:
    return DurationRange(id=id, least=Duration.parse(bounds[0]), most=Duration.parse(bounds[1]), example=example)


LockDuration = Annotated[Duration, _durations("lock-duration", limits.LOCK_DURATION, "PT1M")]
TimeToLive = Annotated[Duration, _durations("time-to-live", limits.MESSAGE_TIME_TO_LIVE, "P14D")]
IdleDuration = Annotated[Duration, _durations("auto-delete-on-idle", limits.AUTO_DELETE_ON_IDLE, "P7D")]
DuplicateWindow = Annotated[Duration, _durations("duplicate-window", limits.DUPLICATE_DETECTION_WINDOW, "PT10M")]
FailoverInterval = Annotated[Duration, _durations("failover-interval", limits.FAILOVER_INTERVAL, "PT10S")]
DeliveryCount = Annotated[
    int,
    Range(
        id="delivery-count",
        least=limits.DELIVERY_COUNT[0],
        most=limits.DELIVERY_COUNT[-1],
        what="a whole number from 1 to 2147483647",
        example=10,
    ),
]
MessageSize = Annotated[
    int,
    Range(
        id="message-size",
        least=limits.MESSAGE_SIZE_IN_KILOBYTES[0],
        most=limits.MESSAGE_SIZE_IN_KILOBYTES[-1],
        what="a whole number of kilobytes from 1024 to 102400",
        example=1024,
    ),
]
TransferQueues = Annotated[
    int,
    Range(
        id="transfer-queues",
        least=limits.TRANSFER_QUEUES_MINIMUM,
        most=limits.ENTITIES_PER_MESSAGING_UNIT,
        what="a whole number from 10 to 1000",
        example=10,
    ),
]
UserMetadata = Annotated[
    str,
    Length(
        id="user-metadata",
        least=0,
        most=limits.USER_METADATA_LENGTH,
        what="a text of at most 1024 characters",
        example="owned by the orders team",
    ),
]
SqlExpression = Annotated[
    str,
    Length(
        id="sql-expression",
        most=limits.SQL_EXPRESSION_LENGTH,
        what="an SQL expression of 1 to 1024 characters",
        example="entity = 'Shipment'",
    ),
]
FilterText = Annotated[
    str,
    Length(
        id="filter-text",
        most=limits.PROPERTY_LENGTH,
        what="a text of 1 to 32767 characters",
        example="Shipment",
    ),
]
PropertyName = Annotated[
    str,
    Length(
        id="property-name",
        most=limits.PROPERTY_NAME_LENGTH,
        what="a property name of 1 to 128 characters",
        example="kind",
    ),
]
CompatibilityLevel = Annotated[int, Choice(id="compatibility-level", values=(20,), what="20")]
Amount = Annotated[
    float, Range(id="amount", least=0, most=limits.PLANNED, what="a number from 0 to 1000000000", example=20)
]
Total = Annotated[
    int, Range(id="total", least=0, most=limits.PLANNED, what="a whole number from 0 to 1000000000", example=200)
]
LoadSize = Annotated[
    float,
    Range(
        id="load-size",
        least=0,
        above=True,
        most=limits.MESSAGE_SIZE_IN_KILOBYTES[-1],
        what="a number of kilobytes above 0 and up to 102400",
        example=4,
    ),
]
Price = Annotated[
    float, Range(id="price", least=0, most=limits.PLANNED, what="a price from 0 to 1000000000", example=0.8)
]
Currency = Annotated[str, Pattern(id="currency", regex="[A-Z]{3}", what="an ISO 4217 currency code", example="EUR")]
