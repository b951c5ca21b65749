"""Generated documentation is up to date, and says what a deployed stack has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from backbone.outputs import OUTPUTS
from tests.components.stacks import DEV
from tools import docs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.deployment import Deployment


@pytest.mark.parametrize("path", docs.generated(), ids=lambda path: str(path.name))
def test_what_is_generated_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == docs.generated()[path], "run `make docs`"


def test_the_outputs_table_names_exactly_the_outputs_of_a_stack(
    deploy: Callable[[Mapping[str, Any]], Deployment],
) -> None:
    stack = deploy(DEV)
    stack.up()
    assert set(stack.outputs()) == set(OUTPUTS)


def test_a_block_without_markers_is_an_error() -> None:
    with pytest.raises(ValueError, match="no markers for the generated block 'settings'"):
        docs.filled("no markers here", {"settings": "table"})


def test_text_around_a_block_stays_as_it_is() -> None:
    text = "before\n<!-- generated: outputs -->\nold\n<!-- end -->\nafter\n"
    assert docs.filled(text, {"outputs": "new\n"}) == text.replace("old", "new")
