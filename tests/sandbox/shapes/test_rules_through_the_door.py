from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.sandbox.shapes.driver import DONE, Driver, Outcome, Way, backstage
from tests.sandbox.shapes.elsewhere import ELSEWHERE
from tests.sandbox.world.test_rules import CASES, RULES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sandbox.world.case import Case


def _is_refused_as_the_case_says(outcome: Outcome, case: Case) -> bool:
    """Whether the engine's user reads Azure's words: those of the refused call, or of the look before it."""
    rule = RULES[case.rule]
    code, message = json.dumps(rule.code), json.dumps(case.message, ensure_ascii=False)
    whole = f"Status={rule.status} Code={code} Message={message}"
    looked = f'status code {rule.status}, {{"error":{{"code":{code},"message":{message}}}}}'
    return outcome.way is Way.AZURE and outcome.text.endswith((whole, looked))


def _ends_elsewhere(outcome: Outcome, case: Case) -> bool:
    end = ELSEWHERE.get(case.rule)
    return end is not None and outcome.way in end.ways and re.search(end.says, outcome.text) is not None


def _driven(driver: Driver, case: Case) -> bool:
    """Whether a case's refused call reached Azure and was refused in the case's words; else it ends as declared."""
    driver.prepare(case)
    case = replace(case, message=driver.azure.only(case.message, case.refused.id))
    before = driver.azure.state()
    outcome = driver.make(case.refused)
    if outcome.way not in DONE:
        assert driver.azure.state() == before
    reached = _is_refused_as_the_case_says(outcome, case)
    assert reached or _ends_elsewhere(outcome, case), (outcome, case.message)
    return reached


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_met_by_a_program_that_breaks_it(rule: str, tmp_path: Path) -> None:
    reached = set()
    for number, case in enumerate(case for case in CASES if case.rule == rule):
        with backstage(tmp_path / str(number)) as driver:
            reached.add(_driven(driver, case))
    end = ELSEWHERE.get(rule)
    expected = {True} if end is None else {True, False} if end.partly else {False}
    assert reached == expected


def test_only_rules_that_exist_are_said_to_end_elsewhere() -> None:
    assert ELSEWHERE.keys() - RULES.keys() == set()
    assert all(end.why and end.ways for end in ELSEWHERE.values())
