"""What a stack file says about a subscription's rules: filters and actions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from backbone.settings import domain
from backbone.settings.field import Scalar, Setting, empty

_PREPROCESSING = "Whether the broker prepares the expression."
_COMPATIBILITY = "Version of the filter language; reserved by Azure."


@dataclass(frozen=True, kw_only=True)
class SqlExpressionSettings:
    """An SQL filter or action; the expression alone may stand in its place."""

    sql_expression: Annotated[domain.SqlExpression, Setting("The expression.")]
    requires_preprocessing: Annotated[bool | None, Setting(_PREPROCESSING)] = None
    compatibility_level: Annotated[domain.CompatibilityLevel | None, Setting(_COMPATIBILITY)] = None


@dataclass(frozen=True, kw_only=True)
class CorrelationFilterSettings:
    """A filter that compares properties for equality; every one that is said must match."""

    content_type: Annotated[domain.FilterText | None, Setting("The message's content type.")] = None
    correlation_id: Annotated[domain.FilterText | None, Setting("The message's correlation id.")] = None
    label: Annotated[domain.FilterText | None, Setting("The message's subject.")] = None
    message_id: Annotated[domain.FilterText | None, Setting("The message's id.")] = None
    reply_to: Annotated[domain.FilterText | None, Setting("The address that is to be replied to.")] = None
    reply_to_session_id: Annotated[domain.FilterText | None, Setting("The session that is to be replied to.")] = None
    session_id: Annotated[domain.FilterText | None, Setting("The message's session.")] = None
    to: Annotated[domain.FilterText | None, Setting("The address that the message is sent to.")] = None
    properties: Annotated[Mapping[domain.PropertyName, str], Setting("Application properties.")] = field(
        default_factory=empty
    )
    requires_preprocessing: Annotated[bool | None, Setting(_PREPROCESSING)] = None


Sql = Annotated[SqlExpressionSettings, Scalar(field="sql_expression")]


@dataclass(frozen=True, kw_only=True)
class RuleSettings:
    """A rule: which messages a subscription gets a copy of, and what is done to the copy. One filter, not both."""

    sql_filter: Annotated[Sql | None, Setting("An SQL expression over the message's properties.")] = None
    correlation_filter: Annotated[
        CorrelationFilterSettings | None, Setting("Properties that the message must have.")
    ] = None
    action: Annotated[Sql | None, Setting("An SQL statement that changes the copy's properties.")] = None
