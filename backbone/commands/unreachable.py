"""What a command cannot reach, and goes on without."""

from __future__ import annotations


class UnreachableError(Exception):
    """A stack or Azure cannot be asked; the text is a sentence that says why."""
