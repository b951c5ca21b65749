"""Rules about filters."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from backbone.settings.checks.rule import Check, Conflict, namespaces
from backbone.settings.keys import PREFIX
from backbone.settings.rule import CorrelationFilterSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.path import Path
    from backbone.settings.rule import RuleSettings
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
                given=((*path, "sqlFilter"), (*path, "correlationFilter")),
            )


def a_correlation_filter_compares_something(settings: Settings) -> Iterator[Conflict]:
    """A correlation filter names at least one property."""
    for path, rule in _rules(settings):
        given = rule.correlation_filter
        if given is None:
            continue
        compared = replace(given, requires_preprocessing=None, properties=MappingProxyType(dict(given.properties)))
        if compared == _NO_FILTER:
            yield Conflict(
                path=(*path, "correlationFilter"),
                expected="at least one property to compare (for example label: Shipment)",
                found="none",
                given=((*path, "correlationFilter"),),
            )


def _rules(settings: Settings) -> Iterator[tuple[Path, RuleSettings]]:
    for placed in namespaces(settings):
        for topic, its in placed.settings.topics.items():
            for name, subscription in its.subscriptions.items():
                for rule, content in subscription.rules.items():
                    yield (*placed.path, "topics", topic, "subscriptions", name, "rules", rule), content
    for name, remote in settings.subscriptions.items():
        for rule, content in remote.rules.items():
            yield (PREFIX + "subscriptions", name, "rules", rule), content


CHECKS: tuple[Check, ...] = (a_rule_has_one_filter, a_correlation_filter_compares_something)
