"""`backbone access`: who may do what, before anything is deployed?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from backbone import access_list
from backbone.commands import stack_file
from backbone.commands.columns import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from backbone.access_list import Right

HEADER = ("WHO", "TYPE", "PRINCIPAL", "MAY", "AT")


@click.command()
@stack_file.a_stack
@stack_file.in_folder
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def access(stack: str, cwd: Path, form: str) -> None:
    """Say who may read mappings, send, receive and call.

    Reads the stack file alone and asks nobody. What is listed is what the deployment gives. Roles that are held above
    the stack come on top of it.
    """
    rights = access_list.rights(stack_file.read(stack_file.path_of(stack, cwd)))
    match form:
        case "json":
            click.echo(json.dumps({"rights": [right.document() for right in rights]}, indent=2))
        case "markdown":
            click.echo("\n".join(_markdown(rights)))
        case _:
            _print(rights)


def _cells(right: Right) -> tuple[str, ...]:
    return right.who, right.type or "-", right.principal or "-", right.may.value, right.at


def _markdown(rights: Sequence[Right]) -> Iterator[str]:
    rows = (tuple(title.lower() for title in HEADER), ("---",) * len(HEADER), *map(_cells, rights))
    for row in rows:
        cells = " | ".join(cell.replace("|", "\\|") for cell in row)
        yield f"| {cells} |"


def _print(rights: Sequence[Right]) -> None:
    for number, line in enumerate(lines([HEADER, *map(_cells, rights)])):
        click.secho(line, bold=number == 0)
