"""300 scale units in one stack are a normal case: they are deployed, left alone, and joined by one more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.components.stacks import DEV

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

UNITS = 300
PER_UNIT = 8
"""Resources of a plain scale unit, its component included."""


def _units(*further: str) -> dict[str, Any]:
    return {**DEV, "backbone:scaleUnits": dict.fromkeys((*further, *(f"unit-{number}" for number in range(UNITS))))}


def _done(said: str) -> dict[str, int]:
    """How many resources an `up` says that it has treated, and how."""
    return {
        what: int(count)
        for count, what in re.findall(r"^\W*(\d+) (created|unchanged|updated|replaced)", said, re.MULTILINE)
    }


def test_300_units_stay_as_they_are_when_one_more_is_added(deploy: Callable[[Mapping[str, Any]], Deployment]) -> None:
    stack = deploy(_units())
    made = _done(stack.up())
    assert set(made) == {"created"}
    assert made["created"] > UNITS * PER_UNIT
    before = {held["id"]: held["body"] for held in stack.world.resources()}

    assert _done(stack.up(_units("press"))) == {"created": PER_UNIT, "unchanged": made["created"]}

    after = {held["id"]: held["body"] for held in stack.world.resources()}
    assert {key: after[key] for key in before} == before
    assert [key for key in after if key not in before and "press" not in key] == []
    assert len(stack.outputs()["mappingIds"]) == UNITS + 2
