"""The stack file that a command is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from backbone.settings import Settings, SettingsError, files

if TYPE_CHECKING:
    from backbone.settings.configuration import Configuration

WRONG = 2
"""Exit status where the stack file is wrong, as for a wrong command line."""

in_folder = click.option(
    "--cwd",
    default=".",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the stack file.",
)
a_stack = click.option("--stack", required=True, metavar="S", help="The stack: its file is Pulumi.S.yaml.")


def path_of(stack: str, cwd: Path) -> Path:
    """The file of a stack, which may be named with its organization and project."""
    return cwd / f"Pulumi.{stack.rpartition('/')[2]}.yaml"


def read(path: Path) -> Settings:
    """The settings of a stack file; every error of it ends the command with exit status 2."""
    return settings_of(configuration(path), path)


def configuration(path: Path) -> Configuration:
    """The configuration in a stack file; one that is no stack file ends the command with exit status 2."""
    try:
        return files.read(path)
    except files.StackFileError as error:
        give_up(str(error))


def settings_of(given: Configuration, path: Path) -> Settings:
    """The settings of a configuration; every error of it ends the command with exit status 2."""
    try:
        return Settings.parse(given.raw, secret_keys=given.secret_keys)
    except SettingsError as caught:
        error = caught.of_stack(path.name.removeprefix("Pulumi.").removesuffix(".yaml"))
        _report(path, error)
        raise click.exceptions.Exit(WRONG) from error


def give_up(sentence: str) -> NoReturn:
    """Say what is wrong and end the command with exit status 2."""
    click.secho(sentence, fg="red", err=True)
    raise click.exceptions.Exit(WRONG)


def _report(path: Path, error: SettingsError) -> None:
    title, *_ = str(error).splitlines()
    click.secho(f"{path.name}: {title}", fg="red", bold=True, err=True)
    for finding in error.findings:
        text = str(finding).removeprefix(finding.path)
        click.echo(f"  {click.style(finding.path, bold=True)}{text}", err=True)
