"""The state of a stack, asked of the Pulumi CLI."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

from backbone.commands.unreachable import UnreachableError
from backbone.deployment import Deployment

if TYPE_CHECKING:
    from pathlib import Path

TIMEOUT = 120
"""Seconds that the CLI may take."""


def read(stack: str, cwd: Path) -> Deployment:
    """What a stack has deployed.

    Raises:
        UnreachableError: There is no Pulumi CLI, or it finds no such stack.
    """
    command = [_program(cwd), "stack", "export", "--stack", stack, "--non-interactive", "--color", "never"]
    try:
        answer = subprocess.run(
            command, cwd=cwd, check=False, capture_output=True, text=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise UnreachableError(f"`pulumi stack export` has not answered for {TIMEOUT} seconds") from None
    if answer.returncode != 0:
        raise UnreachableError(f"`pulumi stack export --stack {stack}` says: {_last_line(answer.stderr)}")
    try:
        return Deployment.parse(json.loads(answer.stdout))
    except (ValueError, TypeError, AttributeError):
        raise UnreachableError(f"`pulumi stack export --stack {stack}` prints no state") from None


def _program(cwd: Path) -> str:
    """The Pulumi CLI on PATH, or the one that the set-up built."""
    built = cwd / ".tools" / "bin" / "pulumi"
    found = shutil.which("pulumi") or (str(built.resolve()) if built.is_file() else None)
    if found is None:
        raise UnreachableError("the Pulumi CLI is not on PATH")
    return found


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1].removeprefix("error: ") if lines else "nothing"
