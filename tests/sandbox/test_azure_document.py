"""docs/simulated-azure.md lists every rule, its source and its test, and what is not simulated."""

from __future__ import annotations

import re

import pytest

from sandbox.azure.catalogue import rules
from sandbox.azure.unsimulated import GAPS
from sandbox.rest import request as rest
from tests.deployment import ROOT
from tests.sandbox.azure_document import DOCUMENT, blocks
from tools import docs


def test_the_document_says_what_the_rules_and_their_tests_say(request: pytest.FixtureRequest) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    wanted = docs.filled(text, blocks())
    if request.config.getoption("--update-golden"):
        DOCUMENT.write_text(wanted, encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == wanted, "run `pytest tests/sandbox --update-golden`"


def test_every_rule_has_one_line_with_its_source_and_a_test() -> None:
    lines = blocks()["rules"].splitlines()
    every = (*rules().values(), *rest.RULES)
    assert sum(line.startswith("| `") for line in lines) == len(every)
    for rule in every:
        name = rule.id.partition("/")[2]
        of_that_name = [line for line in lines if line.startswith(f"| `{name}` ")]
        assert any(
            f"]({rule.source})" in line and re.search(r"(_cases|/test_rest)\.py\)", line) for line in of_that_name
        )


def test_every_link_into_the_project_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https)([^)#]+)\)", DOCUMENT.read_text(encoding="utf-8"))
    assert targets
    assert [target for target in set(targets) if not (DOCUMENT.parent / target).resolve().exists()] == []


@pytest.mark.parametrize("gap", [gap for gaps in GAPS.values() for gap in gaps], ids=lambda gap: gap.what)
def test_a_gap_says_what_follows_from_it(gap: object) -> None:
    assert str(getattr(gap, "consequence")).endswith(".")  # noqa: B009 - parametrised as an object


def test_the_document_can_be_found_from_the_readme() -> None:
    assert "docs/simulated-azure.md" in (ROOT / "README.md").read_text(encoding="utf-8")
