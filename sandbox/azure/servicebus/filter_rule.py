"""Rules of subscriptions: filters and actions, and the built-in rule `$Default`.

Sources: learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces/topics/subscriptions/rules and
learn.microsoft.com/azure/service-bus-messaging/topic-filters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Condition, Quota
from sandbox.azure.property import UNSET, Access, Kind, Property
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.servicebus import names
from sandbox.azure.servicebus.default_rule import EVERYTHING, RULES, SQL_FILTER, make_way, own
from sandbox.azure.servicebus.documents import API_VERSIONS, QUOTAS, TOPIC_FILTERS, entity_rule, namespace_rule
from sandbox.azure.servicebus.entity import body
from sandbox.azure.servicebus.sql_text import ACTION_TEXT, FILTER_TEXT

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

CORRELATION_FILTER = "CorrelationFilter"
COMPATIBILITY_LEVEL = 20
"""The only one (learn.microsoft.com/rest/api/servicebus, SqlFilter)."""

FILTER_MISSING = namespace_rule(
    "sql-filter-missing",
    text="A SQL filter that is given has an expression.",
    message="Value cannot be null.\r\nParameter name: sqlExpression",
    source="https://github.com/Azure/azure-cli/issues/14581",
    wording="azure",
)
CORRELATION_EMPTY = entity_rule(
    "correlation-filter-empty",
    text="A correlation filter names at least one property.",
    message="A correlation filter must set at least one property.",
    source=TOPIC_FILTERS,
    wording="ours",
)
FILTER_TYPE = entity_rule(
    "filter-type",
    text="The filter that is given is of the type that filterType says; without filterType that is SqlFilter.",
    message="A rule whose filterType is '{type}' has no '{other}'.",
    source=TOPIC_FILTERS,
    wording="ours",
)
SQL_FILTER_COUNT = entity_rule(
    "sql-filter-count",
    text="A topic has at most 2,000 SQL filters.",
    message="The maximum number of resources of type `SqlFilter` has been reached or exceeded.",
    source=QUOTAS,
    sub_code=40300,
    wording="ours",
)
CORRELATION_FILTER_COUNT = entity_rule(
    "correlation-filter-count",
    text="A topic has at most 100,000 correlation filters.",
    message="The maximum number of resources of type `CorrelationFilter` has been reached or exceeded.",
    source=QUOTAS,
    sub_code=40300,
    wording="ours",
)

_FIELDS = ("correlationId", "messageId", "to", "replyTo", "label", "sessionId", "replyToSessionId", "contentType")
_OTHER = {SQL_FILTER: "correlationFilter", CORRELATION_FILTER: "sqlFilter"}
_NO_EFFECT = Property(kind=Kind.BOOLEAN, access=Access.IGNORED)


def _filter(of_type: str) -> Any:
    """The default of a filter: an object where the rule is of its type, absent elsewhere."""
    return lambda proposal: {} if proposal.properties["filterType"] == of_type else UNSET


def _level(part: str) -> Property:
    def read(rule: Resource, _view: object) -> Any:
        return COMPATIBILITY_LEVEL if rule.properties[part].get("sqlExpression") else UNSET

    return Property(kind=Kind.INTEGER, access=Access.READ_ONLY, computed=read)


def _says_what_it_filters(proposal: Proposal) -> bool:
    return _OTHER[proposal.properties["filterType"]] not in proposal.given_properties


def _has_an_expression(proposal: Proposal) -> bool:
    """A filter that is not given at all matches everything; one that is given says what it matches."""
    given = proposal.given_properties
    return "sqlFilter" not in given or bool(given["sqlFilter"].get("sqlExpression"))


def _names_a_property(proposal: Proposal) -> bool:
    if proposal.properties["filterType"] == SQL_FILTER:
        return True
    correlation = proposal.properties["correlationFilter"]
    return bool(correlation.get("properties")) or any(correlation.get(field) for field in _FIELDS)


def _count(rule: Any, of_type: str, limit: int) -> Quota:
    return Quota(
        rule=rule,
        limit=lambda _: limit,
        scope=lambda proposal: proposal.id.ancestor(2),
        counted=(RULES,),
        equal=lambda proposal: (
            {"properties.filterType": of_type} if proposal.properties["filterType"] == of_type else None
        ),
    )


RULE = ResourceType(
    name=RULES,
    answers_as="Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
    api_versions=API_VERSIONS,
    naming=names.RULE,
    body=body(
        {
            "action": Property(
                kind=Kind.OBJECT,
                default={},
                properties={
                    "sqlExpression": Property(kind=Kind.STRING, constraints=ACTION_TEXT),
                    "compatibilityLevel": _level("action"),
                    "requiresPreprocessing": _NO_EFFECT,
                },
            ),
            "filterType": Property(kind=Kind.STRING, default=SQL_FILTER, allowed=(SQL_FILTER, CORRELATION_FILTER)),
            "sqlFilter": Property(
                kind=Kind.OBJECT,
                default=_filter(SQL_FILTER),
                properties={
                    "sqlExpression": Property(
                        kind=Kind.STRING,
                        default=EVERYTHING,
                        constraints=FILTER_TEXT,
                    ),
                    "compatibilityLevel": _level("sqlFilter"),
                    "requiresPreprocessing": _NO_EFFECT,
                },
            ),
            "correlationFilter": Property(
                kind=Kind.OBJECT,
                default=_filter(CORRELATION_FILTER),
                properties={
                    **{field: Property(kind=Kind.STRING) for field in _FIELDS},
                    "properties": Property(kind=Kind.MAP, items=Property(kind=Kind.STRING)),
                    "requiresPreprocessing": _NO_EFFECT,
                },
            ),
        }
    ),
    conditions=(
        Condition(rule=FILTER_MISSING, holds=_has_an_expression),
        Condition(
            rule=FILTER_TYPE,
            holds=_says_what_it_filters,
            fields=lambda proposal: {
                "type": proposal.properties["filterType"],
                "other": _OTHER[proposal.properties["filterType"]],
            },
        ),
        Condition(rule=CORRELATION_EMPTY, holds=_names_a_property),
    ),
    quotas=(
        _count(SQL_FILTER_COUNT, SQL_FILTER, 2_000),
        _count(CORRELATION_FILTER_COUNT, CORRELATION_FILTER, 100_000),
    ),
    prepare=own,
    written=make_way,
)
