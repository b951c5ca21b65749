"""Two commands at once on one stack: the second is refused in a sentence, the first does not notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sandbox import lifecycle
from sandbox.errors import SandboxError
from tests.deployment import ROOT
from tests.recovery.fragile import QUEUES, patient

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = (
    r"another command is working on stack test: \S+@\S+ \(process \d+\) since [0-9-]+ [0-9:]+ UTC; wait until it has"
)


def test_a_second_command_is_refused_in_a_sentence_and_the_first_goes_on(tmp_path: Path) -> None:
    said: list[str] = []
    with patient(tmp_path, QUEUES, program=ROOT / "tests/programs/queues") as first:

        def meanwhile() -> None:
            for arguments in ((), ("--force",)):
                status, text = first.try_to_recover(*arguments)
                assert status == 1
                said.append(text)
            with pytest.raises(SandboxError) as caught:
                lifecycle.up(first.stack.engine)
            said.append(caught.value.message)

        first.world.pause_at(2, meanwhile)
        assert first.stack.run("up", "--yes", "--skip-preview").returncode == 0
        assert len(said) == 3
        for text in said:
            assert re.search(HOLDER, text), text
            assert len(text.strip().splitlines()) == 1
        assert first.in_state() == first.in_azure()
        assert first.recover() == "stack test: nothing to recover\n"
