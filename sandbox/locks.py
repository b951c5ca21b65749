"""Who else works on a simulated stack: a second command is told so in a sentence, before the engine says it in many."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sandbox.errors import SandboxError

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.workspace import Workspace


def require_free(workspace: Workspace) -> None:
    """Refuse to begin while another command holds the stack.

    Raises:
        SandboxError: One does, or was killed while it did.
    """
    held = (file for file in (workspace.state / ".pulumi/locks").rglob("*.json") if file.parent.name == workspace.stack)
    for file in held:
        raise SandboxError(
            f"another command is working on stack {workspace.stack}: {_holder(file)}; wait until it has ended, "
            f"or if it was killed run: make up STACK={workspace.stack}"
        )


def _holder(file: Path) -> str:
    lock = json.loads(file.read_text(encoding="utf-8"))
    since = str(lock["timestamp"])[:19].replace("T", " ")
    return f"{lock['username']}@{lock['hostname']} (process {lock['pid']}) since {since} UTC"
