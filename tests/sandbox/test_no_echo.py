"""The tests can tell the simulated Azure from one that returns what it was given."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.deployment import ROOT

WORLD = "tests/sandbox/world"
DOOR = "tests/sandbox/provider"
NAMED = (
    f"{WORLD}/test_bodies.py::test_a_namespace_comes_back_with_its_defaults_and_computed_properties",
    f"{WORLD}/test_bodies.py::test_a_queue_comes_back_with_its_defaults_and_computed_properties",
    f"{WORLD}/test_normal_form.py::test_names_keep_the_letter_case_of_their_creation",
    f"{WORLD}/test_normal_form.py::test_what_a_put_leaves_out_takes_its_default_again",
    f"{WORLD}/test_life.py::test_a_new_namespace_brings_its_root_rule_and_its_firewall",
    f"{WORLD}/test_life.py::test_the_default_rule_matches_everything_until_the_first_explicit_rule",
    f"{DOOR}/test_creation.py::test_a_created_queue_has_azure_s_defaults_in_its_outputs",
    f"{DOOR}/test_creation.py::test_a_queue_without_its_namespace_is_refused_by_azure",
    f"{DOOR}/test_update.py::test_a_change_that_the_provider_lets_pass_is_refused_by_azure",
)


def _outcomes(*options: str) -> dict[str, int]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, *NAMED]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    closing_line = answer.stdout.rstrip().splitlines()[-1]
    return {word: int(count) for count, word in re.findall(r"(\d+) (passed|failed|error)", closing_line)}


def test_named_tests_pass_on_the_simulated_azure_and_fail_on_an_echo() -> None:
    assert _outcomes() == {"passed": len(NAMED)}
    echoed = _outcomes("-p", "tests.echo")
    assert "passed" not in echoed
    assert sum(echoed.values()) == len(NAMED)
