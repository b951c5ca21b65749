"""What all commands have in common."""

from __future__ import annotations

import errno
import os
from importlib import import_module
from typing import Any

import click

from backbone.commands.stack_file import give_up

COMMANDS = ("check", "plan", "mappings", "access", "recover", "schema", "reference")
"""The commands, each in a module of its name."""


class Program(click.Group):
    """Commands that colour only where that is wanted (no-color.org), and end with a sentence where a file fails."""

    def list_commands(self, context: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order in which one needs them."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """A command, read when it is asked for: the others' imports take a tenth of the time of a large plan."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"backbone.commands.{cmd_name}"), cmd_name)
        return command

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            context.color = False
        try:
            return super().invoke(context)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends without a word where nobody reads on
            give_up(f"{error.filename or 'the output'}: {error.strerror or error}")
