"""`backbone check`: is a stack file right?"""

from __future__ import annotations

from pathlib import Path

import click

from backbone import cautions
from backbone.settings import Settings, SettingsError, files
from backbone.settings.path import written

WRONG = 2
"""Exit status where the stack file is wrong, as for a wrong command line."""


@click.command()
@click.option("--stack", required=True, metavar="S", help="The stack: its file is Pulumi.S.yaml.")
@click.option(
    "--cwd",
    default=".",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of the stack file.",
)
@click.pass_context
def check(context: click.Context, stack: str, cwd: Path) -> None:
    """Check the settings of a stack file; report every error and what should be known; deploy nothing."""
    path = cwd / f"Pulumi.{stack.rpartition('/')[2]}.yaml"
    try:
        given = files.read(path)
        settings = Settings.parse(given.raw, secret_keys=given.secret_keys)
    except files.StackFileError as error:
        click.secho(str(error), fg="red", err=True)
        context.exit(WRONG)
    except SettingsError as error:
        _report(path, error)
        context.exit(WRONG)
    click.echo(f"{path.name}: the settings are right")
    for caution in cautions.of(settings):
        click.echo(
            f"  {click.style('warning', fg='yellow')} {click.style(written(caution.path), bold=True)}: ", nl=False
        )
        click.echo(caution.message)


def _report(path: Path, error: SettingsError) -> None:
    title, *_ = str(error).splitlines()
    click.secho(f"{path.name}: {title}", fg="red", bold=True, err=True)
    for finding in error.findings:
        text = str(finding).removeprefix(finding.path)
        click.echo(f"  {click.style(finding.path, bold=True)}{text}", err=True)
