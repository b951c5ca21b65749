"""Where a setting stands in a stack file."""

from __future__ import annotations

import re
from typing import TypeAlias

from backbone.settings.masking import masked

Path: TypeAlias = tuple[str | int, ...]
"""The full key (`backbone:namespace`), then keys and list positions."""

_PLAIN = re.compile(r"[A-Za-z0-9_]+")


def written(path: Path) -> str:
    """The path as `pulumi config set --path` takes it: `backbone:namespace.queues["a.b"].lockDuration`."""
    text = masked(str(path[0]))
    for step in path[1:]:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _PLAIN.fullmatch(step):
            text += f".{masked(step)}"
        else:
            text += '["' + masked(step).replace('"', '\\"') + '"]'
    return text
