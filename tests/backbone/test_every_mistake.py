"""Every mistake is reported at once: no finding hides another one, unless that one may be its consequence."""

from __future__ import annotations

import copy
import itertools
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.backbone.cases import CASES
from tests.backbone.constraint_cases import CASES as VALUES
from tests.backbone.constraint_cases import LETTER_CASE, case_of_kind
from tests.backbone.pairs import are_apart, is_small, renamed, reported
from tests.backbone.pairs_alike import ALIKE, RELIED_ON
from tests.backbone.stack import EVERYTHING, PRINCIPAL, merged
from tests.backbone.test_constraints import ALL, is_text_at_top, places, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.reference import Constrained

SMALL = {name: [case.wrong for case in cases if is_small(case)] for name, cases in CASES.items()}
SOMEBODY = "44444444-4444-4444-4444-444444444444"


def _alike(one: str, other: str) -> list[str]:
    """What two rules are both about, besides the settings that their cases name."""
    return [subject for subject, rules in ALIKE.items() if one in rules and other in rules]


def _unlike() -> Iterator[tuple[str, dict[str, Any], str, dict[str, Any]]]:
    """Every pair of mistakes about different settings, the second with names of its own."""
    for one, other in itertools.combinations(SMALL, 2):
        for first, second in itertools.product(SMALL[one], map(renamed, SMALL[other])):
            if are_apart(first, second):
                yield one, first, other, second


def _refused(row: Constrained) -> Any:
    """A value, or a key, that is refused in a place."""
    if row.constraint is None:
        return case_of_kind(row.shape).violating[-1]
    return VALUES[row.constraint.id].violating[-1]


def _alone(row: Constrained) -> dict[str, Any]:
    """A stack file that says only what is refused, and above it what it is part of."""
    place = places(EVERYTHING, steps(row.path))[0]
    node: Any = copy.deepcopy(_refused(row))
    if row.key:
        inside: Any = EVERYTHING
        for step in place:
            inside = inside[step]
        is_whole = isinstance(inside, dict) and "to" not in inside
        node = {node: {} if is_whole else copy.deepcopy(inside)}
    for step in reversed(place[:-1] if row.key else place):
        node = [node] if isinstance(step, int) else {step: node}
    own: dict[str, Any] = json.loads(json.dumps(node).replace(PRINCIPAL, SOMEBODY))
    return own


ROWS = [
    row
    for row in ALL
    if (row.constraint is None or row.constraint.id not in LETTER_CASE)
    and not (row.constraint is None and is_text_at_top(row))
]


def _relies(row: Constrained, rule: str) -> list[str]:
    """The reasons for which a rule is silent where a setting is refused."""
    return [why for why, (paths, rules) in RELIED_ON.items() if rule in rules and re.fullmatch(paths, row.path)]


def test_two_conflicts_are_both_reported_as_each_alone() -> None:
    alone: dict[str, set[str]] = {}
    for one, first, other, second in _unlike():
        if not _alike(one, other):
            for config in (first, second):
                alone.setdefault(str(config), reported(config))
            together = reported(merged(first, second))
            assert together == alone[str(first)] | alone[str(second)], (one, other)


@pytest.mark.parametrize("subject", ALIKE)
def test_rules_that_are_about_the_same_thing_do_meet(subject: str) -> None:
    rules = ALIKE[subject]
    pairs = (pair for pair in _unlike() if pair[0] in rules and pair[2] in rules)
    assert any(
        reported(merged(first, second)) != reported(first) | reported(second) for _, first, _, second in pairs
    ), "no pair needs this exception"


@settings(deadline=None, max_examples=800, database=None, derandomize=True)
@given(row=st.sampled_from(ROWS), rule=st.sampled_from(sorted(SMALL)), data=st.data())
def test_a_refused_value_hides_no_conflict_that_does_not_rely_on_it(
    row: Constrained, rule: str, data: st.DataObject
) -> None:
    conflict = renamed(data.draw(st.sampled_from(SMALL[rule])) if SMALL[rule] else {})
    refused = _alone(row)
    if are_apart(refused, conflict) and not _relies(row, rule):
        assert reported(merged(refused, conflict)) == reported(refused) | reported(conflict)


@pytest.mark.parametrize("why", RELIED_ON)
def test_a_refused_value_does_silence_a_rule_that_relies_on_it(why: str) -> None:
    rows = (row for row in ROWS if re.fullmatch(RELIED_ON[why][0], row.path))
    cases = [renamed(case) for rule in RELIED_ON[why][1] for case in SMALL[rule]]
    pairs = ((_alone(row), case) for row in rows for case in cases)
    assert any(
        are_apart(refused, case) and reported(merged(refused, case)) != reported(refused) | reported(case)
        for refused, case in pairs
    ), "no setting needs this exception"


LAYERS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "a route and a forward of the namespace that it leads to": (
        {
            "backbone:namespace": {"queues": {"i": {"forwardTo": "zzz"}}},
            "backbone:routes": {"T": "nowhere@main"},
            "backbone:access": {"receivers": {"gone@main": []}},
        },
        {"backbone:namespace.queues.i.forwardTo", "backbone:routes.T", 'backbone:access.receivers["gone@main"]'},
    ),
    "what is in an entry with a wrong name": (
        {"backbone:namespace": {"queues": {"in?box": {"enableExpress": True, "requiresDuplicateDetection": True}}}},
        {'backbone:namespace.queues["in?box"]', 'backbone:namespace.queues["in?box"].enableExpress'},
    ),
    "a missing name that no refused one is like": (
        {"backbone:namespace": {"queues": {"in?box": {}}}, "backbone:routes": {"T": "nowhere@main"}},
        {'backbone:namespace.queues["in?box"]', "backbone:routes.T"},
    ),
    "what is beside a value that is required and wrong": (
        {"backbone:subscriptions": {"billing": {"to": "orders", "receiver": "me", "rules": {"r": {}}}}},
        {
            "backbone:subscriptions.billing.to",
            "backbone:subscriptions.billing.receiver",
            "backbone:subscriptions.billing.rules.r",
        },
    ),
    "what is in a topic with the name of a queue": (
        {"backbone:namespace": {"topics": {"tracking": {"subscriptions": {"s": {"rules": {"r": {}}}}}}}},
        {"backbone:namespace.topics.tracking", "backbone:namespace.topics.tracking.subscriptions.s.rules.r"},
    ),
    "what is in an entry that repeats another one in other letters": (
        {
            "backbone:namespace": {"queues": {"a": {}, "A": {}}, "topics": {"t": {}, "T": {"lockDuration": 1}}},
            "backbone:routes": {"T": "nowhere@main"},
        },
        {
            "backbone:routes.T",
            "backbone:namespace.queues.a",
            "backbone:namespace.topics.t",
            "backbone:namespace.topics.T.lockDuration",
        },
    ),
    "a key and its value": (
        {"backbone:mappings": {"MAIN": "nowhere"}, "backbone:tags": {f"t{number}": number for number in range(51)}},
        {"backbone:mappings.MAIN", "backbone:tags", *(f"backbone:tags.t{number}" for number in range(51))},
    ),
    "a principal behind one that cannot be read": (
        {
            "backbone:access": {
                "receivers": {"tracking@main": ["me", {"id": PRINCIPAL, "type": "User"}]},
                "senders": {"tracking@main": [{"id": PRINCIPAL, "type": "Device"}, {"id": SOMEBODY, "type": "Group"}]},
                "portal": PRINCIPAL,
            }
        },
        {
            'backbone:access.receivers["tracking@main"][0]',
            'backbone:access.receivers["tracking@main"][1]',
            'backbone:access.senders["tracking@main"][0].type',
        },
    ),
    "a source that forwards to what cannot be read": (
        {
            "backbone:namespace": {"queues": {"i": {"requiresSession": True, "forwardTo": "tracking@main"}}},
            "backbone:mappings": {"m": "i@main"},
            "backbone:access": {"receivers": {"i@main": []}},
        },
        {"backbone:namespace.queues.i.forwardTo", "backbone:mappings.m", 'backbone:access.receivers["i@main"]'},
    ),
    "a misspelt key beside the right one": (
        {"backbone:namespace": {"queues": {"i": {"forwardTo": "i", "forwardToo": "tracking"}}}},
        {"backbone:namespace.queues.i.forwardToo", "backbone:namespace.queues.i.forwardTo"},
    ),
}


@pytest.mark.parametrize("what", LAYERS)
def test_nothing_comes_to_light_only_after_something_else_is_put_right(what: str) -> None:
    config, expected = LAYERS[what]
    assert {sentence.partition(": expected")[0] for sentence in reported(config)} == expected
