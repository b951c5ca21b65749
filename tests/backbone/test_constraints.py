"""Every constraint of the settings at every place where it holds: broken, and kept at the bound."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from backbone.settings.reference import Constrained, constraints
from backbone.settings.shape import Alternatives, Kind, Leaf
from tests.backbone.constraint_cases import CASES, LETTER_CASE, case_of_kind
from tests.backbone.stack import EVERYTHING, findings

if TYPE_CHECKING:
    from collections.abc import Callable

ALL = tuple(constraints())
BARE = [row for row in ALL if row.constraint is None]
ON_VALUES = [row for row in ALL if row.constraint and not row.key and row.constraint.id not in LETTER_CASE]
ON_KEYS = [row for row in ALL if row.constraint and row.key]
ON_LETTERS = [row for row in ALL if row.constraint and row.constraint.id in LETTER_CASE]
ANY_KEY = "<key>"


def _name(row: Constrained) -> str:
    return f"{row.path}-{row.constraint.id if row.constraint else 'kind'}"


def steps(path: str) -> list[str | int]:
    """The steps of a path pattern, list positions as numbers."""
    return [0 if step == "0" else step for step in path.replace("[0]", ".0").split(".")]


def places(node: Any, steps: list[str | int]) -> list[list[str | int]]:
    """Every place in the stack file that a path pattern means."""
    if not steps:
        return [[]]
    keys = list(node) if steps[0] == ANY_KEY else [steps[0]]
    there = [key for key in keys if (isinstance(node, list) and node) or key in node]
    return [[key, *rest] for key in there for rest in places(node[key], steps[1:])]


def _changed(path: str, change: Callable[[Any, str | int], str | int]) -> tuple[dict[str, Any], list[str | int]]:
    """The stack file with one place changed, and the place as it is then."""
    config = copy.deepcopy(EVERYTHING)
    place = places(config, steps(path))[0]
    node: Any = config
    for step in place[:-1]:
        node = node[step]
    return config, [*place[:-1], change(node, place[-1])]


def _put(path: str, value: Any) -> tuple[dict[str, Any], str]:
    def change(node: Any, step: str | int) -> str | int:
        node[step] = value
        return step

    config, place = _changed(path, change)
    return config, _written(place)


def _rename(path: str, key: str) -> tuple[dict[str, Any], str]:
    def change(node: Any, step: str | int) -> str | int:
        node[key] = node.pop(step)
        return key

    config, place = _changed(path, change)
    return config, _written(place)


def _repeat(path: str, other: Callable[[str], str]) -> tuple[dict[str, Any], str]:
    def change(node: Any, step: str | int) -> str | int:
        node[step][other(next(iter(node[step])))] = copy.deepcopy(next(iter(node[step].values())))
        return step

    config, place = _changed(path, change)
    return config, _written(place)


def _written(place: list[str | int]) -> str:
    """The place as Pulumi writes property paths, with line breaks in keys as they are shown."""
    text = str(place[0])
    for step in place[1:]:
        plain = isinstance(step, int) or (step.replace("_", "a").isalnum() and step.isascii())
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if plain else f'["{step}"]'
    return text.replace("\n", r"\n")


def is_text_at_top(row: Constrained) -> bool:
    """Whether a setting is a single value at the top level, where every one comes as text."""
    return isinstance(row.shape, Leaf) and "." not in row.path.partition(":")[2]


def _expectations(config: dict[str, Any], path: str) -> list[str]:
    found = (finding for finding in findings(config) if finding.path == path)
    return [finding.expected for finding in found if "not supported yet" not in finding.expected]


def test_every_constraint_has_a_violating_case_and_one_at_the_bound() -> None:
    declared = {row.constraint.id for row in ALL if row.constraint}
    assert declared == set(CASES) | LETTER_CASE
    lacking = [name for name, case in CASES.items() if not case.violating or not case.bound]
    assert lacking == []


def test_every_place_stands_in_the_stack_file_that_says_everything() -> None:
    assert [row.path for row in ALL if not places(EVERYTHING, steps(row.path))] == []


def test_a_constraint_has_one_name_and_a_name_one_constraint() -> None:
    by_name: dict[str, Any] = {}
    for row in ALL:
        if row.constraint:
            assert by_name.setdefault(row.constraint.id, row.constraint) == row.constraint


def test_the_stack_file_that_says_everything_is_right_but_for_what_is_not_supported_yet() -> None:
    assert [str(finding) for finding in findings(EVERYTHING) if "not supported yet" not in finding.expected] == []


@pytest.mark.parametrize("row", BARE, ids=_name)
def test_a_value_of_another_kind_is_refused(row: Constrained) -> None:
    for value in case_of_kind(row.shape).violating:
        if is_text_at_top(row) and isinstance(row.shape, Leaf) and (row.shape.kind is Kind.TEXT or value == "true"):
            continue
        config, path = _put(row.path, value)
        expected = _expectations(config, path)
        assert len(expected) == 1, (value, expected)
        assert isinstance(row.shape, Alternatives) or row.shape.expected in expected[0]


@pytest.mark.parametrize("row", ON_VALUES, ids=_name)
def test_a_value_beyond_the_bound_is_refused_and_one_at_the_bound_is_not(row: Constrained) -> None:
    assert row.constraint is not None
    case = CASES[row.constraint.id]
    for value in case.violating:
        config, path = _put(row.path, value)
        if value == "" and "." not in path:
            continue  # at the top level an empty text says nothing
        expected = _expectations(config, path)
        assert len(expected) == 1, (value, expected)
        assert row.constraint.expected in expected[0]
    for value in case.bound:
        config, path = _put(row.path, value)
        assert not any(row.constraint.expected in expected for expected in _expectations(config, path)), value


@pytest.mark.parametrize("row", ON_KEYS, ids=_name)
def test_a_key_beyond_the_bound_is_refused_and_one_at_the_bound_is_not(row: Constrained) -> None:
    assert row.constraint is not None
    case = CASES[row.constraint.id]
    for key in case.violating:
        config, path = _rename(row.path, key)
        assert _expectations(config, path) == [row.constraint.expected], key
    for key in case.bound:
        config, path = _rename(row.path, key)
        assert row.constraint.expected not in _expectations(config, path), key


@pytest.mark.parametrize("row", ON_LETTERS, ids=_name)
def test_keys_that_differ_in_letter_case_only_clash(row: Constrained) -> None:
    assert row.constraint is not None
    config, _ = _repeat(row.path, str.upper)
    clashes = [finding for finding in findings(config) if finding.expected == row.constraint.expected]
    assert len(clashes) == 1
    assert " and " in clashes[0].found
    config, _ = _repeat(row.path, lambda key: f"a{key}")
    assert row.constraint.expected not in [finding.expected for finding in findings(config)]
