"""The whole graph that the engine deploys, compared with the golden file that a person has read."""

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

GOLDEN = ROOT / "tests" / "golden"


@pytest.mark.parametrize("name", STACKS)
def test_the_deployed_graph_is_the_golden_one(
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


def test_every_golden_file_belongs_to_a_stack() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(STACKS)
