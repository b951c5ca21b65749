"""The examples of the README are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from backbone import cautions
from backbone.settings import Settings, files
from tests.deployment import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = re.findall(r"```yaml\n(config:.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def _parse(folder: Path, example: str) -> Settings:
    path = folder / "Pulumi.example.yaml"
    path.write_text(example, encoding="utf-8")
    return Settings.parse(files.read(path).raw)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_a_right_stack_file(tmp_path: Path, example: str) -> None:
    assert _parse(tmp_path, example).location == "westeurope"


def test_the_chain_of_the_readme_ends_at_the_session_queue(tmp_path: Path) -> None:
    (example,) = (example for example in EXAMPLES if "forwardTo" in example)
    found = [caution.message for caution in cautions.of(_parse(tmp_path, example))]
    expected = "tracking@main takes sessions only: without a session id a message stays in the dead-letter queue of"
    assert found == [f"{expected} inbox@main."]
