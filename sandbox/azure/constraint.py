"""Constraints: a rule together with the test that tells whether a value or a whole proposal keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.azure import duration

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.rule import Rule
    from sandbox.azure.view import Resource, View

Fields = Mapping[str, object]


def _no_fields(_: object) -> Fields:
    return {}


@dataclass(frozen=True, kw_only=True)
class Constraint:
    """A rule about one value, asked only where the request gives that value."""

    rule: Rule
    holds: Callable[[Any, Proposal], bool]
    fields: Callable[[Proposal], Fields] = _no_fields
    about: Callable[[Any], Fields] = _no_fields
    """What the message says of the value besides the value."""

    def check(self, value: Any, proposal: Proposal) -> None:
        """Raise Azure's error if the value breaks the rule."""
        if not self.holds(value, proposal):
            raise self.rule.refusal(value=value, name=proposal.name, **self.about(value), **self.fields(proposal))


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A rule about a whole proposal."""

    rule: Rule
    holds: Callable[[Proposal], bool]
    fields: Callable[[Proposal], Fields] = _no_fields

    def check(self, proposal: Proposal) -> None:
        """Raise Azure's error if the proposal breaks the rule."""
        if not self.holds(proposal):
            raise self.rule.refusal(name=proposal.name, **self.fields(proposal))


@dataclass(frozen=True, kw_only=True)
class Quota:
    """A rule about how many resources there may be; asked when one is created."""

    rule: Rule
    limit: Callable[[Proposal], int]
    scope: Callable[[Proposal], ResourceId]
    counted: tuple[str, ...]
    """The resource types that count."""
    equal: Callable[[Proposal], Mapping[str, str | bool] | None] = lambda _: {}
    """Which of them count, by values at paths in their bodies; None: the quota does not concern this proposal."""

    def check(self, proposal: Proposal) -> None:
        """Raise Azure's error if one more would be too many."""
        equal = self.equal(proposal)
        if equal is None:
            return
        scope = self.scope(proposal)
        number = sum(proposal.view.count(scope, counted, equal) for counted in self.counted)
        if number >= self.limit(proposal):
            raise self.rule.refusal(name=proposal.name, scope=scope.name, limit=self.limit(proposal))


@dataclass(frozen=True, kw_only=True)
class Hold:
    """A rule that keeps a resource from being deleted while something else needs it."""

    rule: Rule
    by: Callable[[Resource, View], Fields | None]
    """What holds the resource, as fields of the message; None: nothing does."""

    def check(self, resource: Resource, view: View) -> None:
        """Raise Azure's error if the resource cannot go."""
        held = self.by(resource, view)
        if held is not None:
            raise self.rule.refusal(**{"name": resource.id.name, **held})


def between(rule: Rule, low: int, high: int) -> Constraint:
    """An integer within bounds, both included."""
    return Constraint(rule=rule, holds=lambda value, _: low <= value <= high)


def lasting(rule: Rule, low: str | None, high: str | None) -> Constraint:
    """A duration within bounds, both included; `None` where there is no bound."""
    least = duration.parse(low) if low else 0
    most = duration.parse(high) if high else duration.MAXIMUM
    return Constraint(rule=rule, holds=lambda value, _: least <= duration.parse(value) <= most)


def one_of(rule: Rule, *values: object) -> Constraint:
    """One of the values."""
    return Constraint(rule=rule, holds=lambda value, _: value in values)


def at_most(rule: Rule, length: int) -> Constraint:
    """A text, list or map that is no longer than that."""
    return Constraint(rule=rule, holds=lambda value, _: len(value) <= length)


def matching(rule: Rule, pattern: str) -> Constraint:
    """A text that a regular expression matches as a whole."""
    compiled = re.compile(pattern)
    return Constraint(rule=rule, holds=lambda value, _: compiled.fullmatch(value) is not None)
