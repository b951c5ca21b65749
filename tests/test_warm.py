"""A program that runs warm runs as Python would have run it."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import warm
from tests.warm.client import PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not warm.variables(), reason="programs run warm on Linux only")

TELLING = """
import json, os, sys
print(json.dumps([__name__, __file__, sys.argv, sys.path[0], os.getcwd(), os.environ["TOLD"], sys.stdin.read()]))
print("and more", file=sys.stderr)
"""
ENDS = {
    "by itself": ("", 0),
    "with a status": ("sys.exit(32)", 32),
    "with a sentence": ("sys.exit('that is wrong')", 1),
    "with nothing": ("sys.exit()", 0),
}


def _script(folder: Path, text: str) -> str:
    script = folder / PROGRAM
    script.write_text(text, encoding="utf-8")
    return str(script)


@pytest.mark.parametrize("end", ENDS)
def test_a_program_is_told_and_tells_the_same_and_ends_alike(tmp_path: Path, end: str) -> None:
    code, status = ENDS[end]
    arguments = ["-u", _script(tmp_path, TELLING + code), "--stack", "dev"]
    cold, hot = (
        subprocess.run(
            [python, *arguments],
            check=False,
            cwd=tmp_path,
            env={"TOLD": "x"},
            input="in",
            capture_output=True,
            text=True,
        )
        for python in (sys.executable, warm.variables()[warm.COMMAND])
    )
    assert (hot.returncode, hot.stdout, hot.stderr) == (cold.returncode, cold.stdout, cold.stderr)
    assert hot.returncode == status
    assert hot.stdout


def test_what_is_no_program_is_run_by_python_itself() -> None:
    command = [warm.variables()[warm.COMMAND], "-c", "import sys; print('pulumi' in sys.modules)"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "False\n"


@pytest.mark.parametrize("arguments", [["--version"], ["-m", "pip", "list", "--format", "json"]], ids=" ".join)
def test_what_the_language_host_asks_again_and_again_is_answered_as_python_answers_it(arguments: list[str]) -> None:
    cold, *hot = (
        subprocess.run([python, *arguments], check=True, capture_output=True).stdout
        for python in (sys.executable, *[warm.variables()[warm.COMMAND]] * 2)
    )
    assert hot == [cold, cold]
    assert cold


def test_a_program_ends_when_what_started_it_is_killed(tmp_path: Path) -> None:
    script = _script(tmp_path, "import signal\nprint('here', flush=True)\nsignal.pause()")
    with subprocess.Popen([warm.variables()[warm.COMMAND], "-u", script], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"here\n"
        program.send_signal(signal.SIGKILL)
        assert program.stdout.read() == b"", "the pipe is closed only when the program is gone too"
