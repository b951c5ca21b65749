"""How a set-up step runs a program: quietly, with a sign of life while it takes long, in full when it fails."""

from __future__ import annotations

import subprocess
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SIGN_OF_LIFE_SECONDS = 20
LINES_SHOWN_ON_FAILURE = 30


class SetupError(Exception):
    """A step of the set-up failed; the text says what to do."""


def say(text: str) -> None:
    """Print one line about the set-up at once, also into a pipe."""
    print(f"setup: {text}", flush=True)


@dataclass(frozen=True, kw_only=True)
class Steps:
    """How much the set-up says.

    Attributes:
        quiet: Whether what is there already goes unmentioned.
    """

    quiet: bool = False

    def found(self, text: str) -> None:
        """Say that something is there already, so that nothing is to be done."""
        if not self.quiet:
            say(text)


def run(
    command: Sequence[str | Path], *, doing: str, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """Run `command` and return what it printed.

    Args:
        command: The program and its arguments.
        doing: What the step does, for the lines shown while it runs and when it fails.
        cwd: The folder it runs in.
        env: Its whole environment; ours when absent.

    Raises:
        SetupError: The program is missing or failed; the last lines it printed are in the text.
    """
    started = time.monotonic()
    try:
        process = subprocess.Popen(  # the output is read below
            [str(part) for part in command],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    except OSError as error:
        raise SetupError(f"{doing} failed: {error}") from error
    lines: list[str] = []
    finished = threading.Event()
    watcher = threading.Thread(target=_show_life, args=(doing, lines, finished, started), daemon=True)
    watcher.start()
    try:
        with process:
            lines.extend(process.stdout or ())
    except KeyboardInterrupt:
        process.terminate()
        raise
    finally:
        finished.set()
        watcher.join()
    if process.returncode != 0:
        tail = "".join(deque(lines, maxlen=LINES_SHOWN_ON_FAILURE)).rstrip()
        raise SetupError(f"{doing} failed (exit status {process.returncode}):\n{tail}")
    return "".join(lines)


def _show_life(doing: str, lines: list[str], finished: threading.Event, started: float) -> None:
    while not finished.wait(SIGN_OF_LIFE_SECONDS):
        elapsed = int(time.monotonic() - started)
        say(f"  {doing}: {elapsed // 60} min {elapsed % 60:02d} s, {len(lines)} steps so far")
