"""A set-up step is quiet when it succeeds and tells everything when it fails."""

from __future__ import annotations

import sys

import pytest

from tools.steps import SetupError, Steps, run


def test_a_step_returns_what_the_program_printed() -> None:
    assert run([sys.executable, "-c", "print('done')"], doing="printing") == "done\n"


def test_a_failed_step_names_itself_the_status_and_the_last_lines() -> None:
    with pytest.raises(SetupError) as caught:
        run([sys.executable, "-c", "import sys; print('why'); sys.exit(3)"], doing="installing")
    assert str(caught.value) == "installing failed (exit status 3):\nwhy"


def test_a_missing_program_is_a_failed_step() -> None:
    with pytest.raises(SetupError, match="building failed"):
        run(["/nowhere/go"], doing="building")


@pytest.mark.parametrize(("quiet", "said"), [(False, "setup: there already\n"), (True, "")])
def test_what_is_there_already_is_mentioned_unless_quiet(
    capsys: pytest.CaptureFixture[str], *, quiet: bool, said: str
) -> None:
    Steps(quiet=quiet).found("there already")
    assert capsys.readouterr().out == said
