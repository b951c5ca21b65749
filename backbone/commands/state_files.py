"""A state that lies in files of this machine, looked at without the Pulumi CLI."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class StateFiles:
    """The folder that holds the states and locks of a backend whose URL begins with file://."""

    folder: Path

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> Self | None:
        """The files of the backend that the environment names; None where it names none, or another kind."""
        url = urlsplit(environment.get("PULUMI_BACKEND_URL", ""))
        folder = Path(url2pathname(url.path)) / ".pulumi"
        return cls(folder=folder) if url.scheme == "file" and folder.is_dir() else None

    def hold_lock(self, stack: str) -> bool:
        """Whether somebody has locked the stack."""
        return any(file.parent.name == stack for file in (self.folder / "locks").rglob("*.json"))

    def mend(self, stack: str) -> bool:
        """Remove what a kill left half-written beside the state; return whether there was anything.

        The CLI replaces a state as a whole, but not the file beside it that says of what kind its content is. It can
        do without that file, not with half of it.
        """
        torn = [file for file in (self.folder / "stacks").rglob(f"{stack}.json.attrs") if not _is_whole(file)]
        for file in torn:
            file.unlink()
        return bool(torn)


def _is_whole(file: Path) -> bool:
    try:
        json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return True
