"""The whole graph that the engine deploys, compared with the golden file that a person has read; and then nothing more.

A second run and a refresh of each stack belong to the same test, because the first run is what takes the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.components.platform import make_platform
from tests.components.stacks import STACKS
from tests.components.theirs import make_theirs
from tests.deployment import ROOT, Deployment
from tests.graph import graph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WRITES = {"PUT", "PATCH", "DELETE"}
GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize("name", STACKS)
def test_the_deployed_graph_is_the_golden_one_and_a_second_run_changes_nothing(
    name: str, deploy: Callable[[Mapping[str, Any]], Deployment], request: pytest.FixtureRequest
) -> None:
    deployed = deploy(STACKS[name])
    make_platform(deployed.world)
    make_theirs(deployed.world)
    deployed.up()
    found = graph(deployed)
    golden = GOLDEN / f"{name}.json"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), "read the difference; if it is wanted, run with --update-golden"
    before = _writes(deployed)
    deployed.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")
    deployed.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
    assert _writes(deployed) == before


def _writes(deployed: Deployment) -> int:
    return sum(call["method"] in WRITES for call in deployed.requests())


def test_every_golden_file_belongs_to_a_stack() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(STACKS)
