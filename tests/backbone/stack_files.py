"""A stack file on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.settings import files

if TYPE_CHECKING:
    from pathlib import Path

    from backbone.settings.configuration import Configuration


def read(folder: Path, text: str | bytes) -> Configuration:
    """Write a stack file and read it."""
    path = folder / "Pulumi.test.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return files.read(path)
