"""Rules about subscriptions and filters."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from backbone import entities, limits, sql
from backbone.entities import EntityKind
from backbone.forwarding.fan_out import shape_for
from backbone.settings.checks.rule import Check, Conflict, namespaces
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown
from backbone.settings.rule import CorrelationFilterSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from backbone.settings.path import Path
    from backbone.settings.rule import RuleSettings
    from backbone.settings.topic import SubscriptionSettings
    from backbone.settings.tree import Settings

_NO_FILTER = CorrelationFilterSettings()


def a_rule_has_one_filter(settings: Settings) -> Iterator[Conflict]:
    """A rule has an SQL filter or a correlation filter, not both and not none."""
    for path, rule in _rules(settings):
        both = rule.sql_filter is not None and rule.correlation_filter is not None
        neither = rule.sql_filter is None and rule.correlation_filter is None
        if both or neither:
            yield Conflict(
                path=path,
                expected="either sqlFilter or correlationFilter (for example sqlFilter: \"entity = 'Shipment'\")",
                found="both" if both else "neither",
                given=() if both else ((*path, "sqlFilter"), (*path, "correlationFilter")),
                names=() if both else ((*path, "sqlFilter"),),
            )


def a_correlation_filter_compares_something(settings: Settings) -> Iterator[Conflict]:
    """A correlation filter names at least one property."""
    for path, rule in _rules(settings):
        given = rule.correlation_filter
        if given is None:
            continue
        compared = replace(given, requires_preprocessing=None, properties=MappingProxyType(dict(given.properties)))
        inner = (*path, "correlationFilter")
        if compared == _NO_FILTER:
            yield Conflict(
                path=inner,
                expected="at least one property to compare (for example label: Shipment)",
                found="none",
                given=((*inner, "properties"),),
                names=((*inner, "properties"),),
            )


def an_sql_filter_is_a_condition(settings: Settings) -> Iterator[Conflict]:
    """Azure refuses an SQL filter that is no condition of its grammar."""
    for path, rule in _rules(settings):
        if rule.sql_filter is not None:
            text = rule.sql_filter.sql_expression
            yield from _no_sql((*path, "sqlFilter"), text, sql.require_filter, "an SQL filter (for example a = 'b')")


def an_sql_action_is_statements(settings: Settings) -> Iterator[Conflict]:
    """Azure refuses an SQL action that is no list of at most 32 statements of its grammar."""
    for path, rule in _rules(settings):
        if rule.action is not None:
            text = rule.action.sql_expression
            yield from _no_sql((*path, "action"), text, sql.require_action, "an SQL action (for example SET a = 'b')")


def _no_sql(path: Path, text: str, require: Callable[[str], None], expected: str) -> Iterator[Conflict]:
    try:
        require(text)
    except sql.SqlError as error:
        given = ((*path, "sqlExpression"),)
        yield Conflict(path=path, expected=expected, found=shown(text), message=f"At {error}.", given=given)


def a_topic_has_at_most_2000_subscriptions(settings: Settings) -> Iterator[Conflict]:
    """A topic has at most 2,000 subscriptions, those that other units declare included; two levels hold more."""
    for graph in settings.graphs:
        for topic in graph.entities:
            count = len(graph.subscriptions(topic.place))
            if topic.kind is EntityKind.TOPIC and count > limits.SUBSCRIPTIONS_PER_TOPIC:
                yield Conflict(
                    path=(*topic.path, "subscriptions"),
                    expected=f"at most {limits.SUBSCRIPTIONS_PER_TOPIC} subscriptions of a topic",
                    found=str(count),
                    message=f"Take two levels of topics, for example {shape_for(count)}: each subscription of "
                    f"{topic.address} forwards to a topic with subscriptions of its own.",
                )


def a_topic_holds_its_filters(settings: Settings) -> Iterator[Conflict]:
    """A topic holds 2,000 SQL and 100,000 correlation filters; $Default, without other rules, is an SQL filter too."""
    for placed in namespaces(settings):
        remote: dict[str, list[Mapping[str, RuleSettings]]] = {}
        for other in settings.subscriptions_to(placed.settings.alias).values():
            remote.setdefault(other.to.entity.casefold(), []).append(other.rules)
        for topic, its in placed.settings.topics.items():
            path = (*placed.path, "topics", topic, "subscriptions")
            own = (subscription.rules for subscription in its.subscriptions.values())
            every = [*own, *remote.get(topic.casefold(), ())]
            rules = [rule for each in every for rule in each.values()]
            of_sql = sum(rule.sql_filter is not None for rule in rules) + sum(not each for each in every)
            of_correlation = sum(rule.correlation_filter is not None for rule in rules)
            for what, count, limit in (
                ("SQL filters", of_sql, limits.SQL_FILTERS_PER_TOPIC),
                ("correlation filters", of_correlation, limits.CORRELATION_FILTERS_PER_TOPIC),
            ):
                if count > limit:
                    yield Conflict(
                        path=path,
                        expected=f"at most {limit} {what} on a topic",
                        found=str(count),
                        message="Use correlation filters, or move subscriptions to a further topic.",
                        follows=(path,) if len(every) > limits.SUBSCRIPTIONS_PER_TOPIC else (),
                    )


def a_client_affine_subscription_names_its_client(settings: Settings) -> Iterator[Conflict]:
    """The name in Azure of a subscription that belongs to one client holds the client's id and has 50 characters."""
    for path, name, subscription in _subscriptions(settings):
        if not subscription.is_client_affine:
            continue
        properties = subscription.client_affine_properties
        client = None if properties is None else properties.client_id
        length = len(entities.client_scoped_name(name, client))
        if not client or length > limits.SUBSCRIPTION_NAME_LENGTH:
            room = limits.SUBSCRIPTION_NAME_LENGTH - len(entities.client_scoped_name(name, ""))
            yield Conflict(
                path=(*path, "clientAffineProperties", "clientId"),
                expected=f"a client's id of 1 to {room} characters, because the name in Azure holds both",
                found=shown(client) if client else "nothing",
                given=((*path, "isClientAffine"),),
                keys=(path,),
            )


def _subscriptions(settings: Settings) -> Iterator[tuple[Path, str, SubscriptionSettings]]:
    for placed in namespaces(settings):
        for topic, its in placed.settings.topics.items():
            for name, subscription in its.subscriptions.items():
                yield (*placed.path, "topics", topic, "subscriptions", name), name, subscription


def _rules(settings: Settings) -> Iterator[tuple[Path, RuleSettings]]:
    for path, _, subscription in _subscriptions(settings):
        for rule, content in subscription.rules.items():
            yield (*path, "rules", rule), content
    for name, remote in settings.subscriptions.items():
        for rule, content in remote.rules.items():
            yield (PREFIX + "subscriptions", name, "rules", rule), content


CHECKS: tuple[Check, ...] = (
    a_rule_has_one_filter,
    a_correlation_filter_compares_something,
    an_sql_filter_is_a_condition,
    an_sql_action_is_statements,
    a_topic_has_at_most_2000_subscriptions,
    a_topic_holds_its_filters,
    a_client_affine_subscription_names_its_client,
)
