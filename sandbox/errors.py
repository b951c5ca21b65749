"""What a user of the sandbox can mend himself."""

from __future__ import annotations

import click


class SandboxError(click.ClickException):
    """A mistake of the user's or of his machine, told in a sentence that says what to do."""


class UnknownStackError(SandboxError):
    """A stack that has neither a stack file nor a simulated Azure: a wrong command line."""

    exit_code = click.UsageError.exit_code
