"""Whether the process that holds a lock still lives."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_PROC = Path("/proc")
_SLACK = 2.0
"""Seconds by which a process may seem to have begun after the lock that it wrote."""


def lives(pid: int, since: datetime) -> bool:
    """Whether a process that ran at a time is still running; where nobody can say, it is."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    try:
        state, *_ = fields = (_PROC / str(pid) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        running = float((_PROC / "uptime").read_text(encoding="utf-8").split()[0])
    except (OSError, ValueError):
        return True
    began = time.time() - running + int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return state not in "ZX" and began <= since.timestamp() + _SLACK
