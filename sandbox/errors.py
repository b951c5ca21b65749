"""What a user of the sandbox can mend himself."""

from __future__ import annotations

import click


class SandboxError(click.ClickException):
    """A mistake of the user's or of his machine, told in a sentence that says what to do."""
