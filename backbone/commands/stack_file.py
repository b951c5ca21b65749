"""A stack's file on the command line: where it is, and what is said of one that is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backbone.settings import Settings, files

if TYPE_CHECKING:
    from collections.abc import Callable

    from backbone.settings import SettingsError

WRONG = 2
"""Exit status where the stack file is wrong, as for a wrong command line."""


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which stack file is meant."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    cwd = click.option("--cwd", default=".", metavar="DIR", type=folder, help="The folder of the stack file.")
    stack = click.option("--stack", required=True, metavar="S", help="The stack: its file is Pulumi.S.yaml.")
    return stack(cwd(command))


def path_of(stack: str, cwd: Path) -> Path:
    """The file of a stack, which may be named with its organization and project."""
    return cwd / f"Pulumi.{stack.rpartition('/')[2]}.yaml"


def read(path: Path) -> Settings:
    """The settings in a stack file.

    Raises:
        StackFileError: It is missing, or no YAML that the engine would take.
        SettingsError: Settings are wrong.
    """
    given = files.read(path)
    return Settings.parse(given.raw, secret_keys=given.secret_keys)


def report(path: Path, error: SettingsError) -> None:
    """Say what is wrong, setting by setting."""
    title, *_ = str(error).splitlines()
    click.secho(f"{path.name}: {title}", fg="red", bold=True, err=True)
    for finding in error.findings:
        text = str(finding).removeprefix(finding.path)
        click.echo(f"  {click.style(finding.path, bold=True)}{text}", err=True)
