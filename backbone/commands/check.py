"""`backbone check`: is a stack file right?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from backbone import cautions, handover
from backbone.commands import stack_file
from backbone.settings.path import written

if TYPE_CHECKING:
    from pathlib import Path

    from backbone.forwarding import Caution


@click.command()
@stack_file.a_stack
@stack_file.in_folder
def check(stack: str, cwd: Path) -> None:
    """Check a stack file: every error at once, and warnings.

    Deploys nothing and asks nobody. Ends with 2 where the stack file is wrong.
    """
    path = stack_file.path_of(stack, cwd)
    given = stack_file.configuration(path)
    settings = stack_file.settings_of(given, path)
    click.echo(f"{path.name}: the settings are right")
    for caution in (*cautions.of(settings), *handover.cautions(given)):
        _say(click.style("warning", fg="yellow"), caution)
    for caution in cautions.remarks(settings):
        _say("remark", caution)


def _say(what: str, caution: Caution) -> None:
    click.echo(f"  {what} {click.style(written(caution.path), bold=True)}: {caution.message}")
