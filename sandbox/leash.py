"""A command that ends when the process that started it is killed.

An engine that outlives its simulated Azure takes the broken connection for a refusal, notes that what it was creating
does not exist, and leaves behind what had just been created. The engine and the real provider die together.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1
"""The option of Linux's prctl(2) that names the signal for a process whose parent has died."""


def leashed(command: Sequence[str]) -> list[str]:
    """The command line that runs a command on a leash; the command itself where the system knows none."""
    if sys.platform != "linux":
        return list(command)
    return [sys.executable, "-I", "-S", str(Path(__file__).resolve()), str(os.getpid()), *command]


def _become(parent: str, *command: str) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == int(parent):
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted between the two


if __name__ == "__main__":
    _become(*sys.argv[1:])
