"""`backbone plan`: what does a stack file mean, before anything is deployed?"""

from __future__ import annotations

import gc
import json
from enum import StrEnum
from typing import TYPE_CHECKING

import click

from backbone import handover
from backbone.commands import stack_file
from backbone.plan import document, draw_up
from backbone.plan.markdown import markdown, markdown_of_wrong
from backbone.plan.verdict import verdict
from backbone.settings import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from backbone.plan import Plan


class Format(StrEnum):
    """How a plan is shown."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    SVG = "svg"


@click.command()
@stack_file.a_stack
@stack_file.in_folder
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="For people, for programs, for a pull request, or a picture of the topology.",
)
@click.option("--strict", is_flag=True, help="End with 1 where there are warnings.")
@click.pass_context
def plan(context: click.Context, stack: str, cwd: Path, form: str, *, strict: bool) -> None:
    """Say what a stack file means: limits, load, chains and cost. Deploys nothing and asks nobody.

    Ends with 0 where it fits, 1 where it fits with warnings and --strict is given, 2 where the stack file is wrong, 3
    where a namespace is asked for more than it bears.
    """
    gc.disable()  # The command ends before there is much to collect, and looking for it takes a fifth of its time.
    path = stack_file.path_of(stack, cwd)
    try:
        given = stack_file.configuration(path)
        drawn = draw_up(stack_file.settings_of(given, path), handover.cautions(given))
    except click.exceptions.Exit as end:
        if isinstance(end.__cause__, SettingsError):
            _show_wrong(end.__cause__, path.name, Format(form))
        raise
    _show(drawn, path.name, Format(form))
    context.exit(verdict(drawn, strict=strict).status)


def _show(drawn: Plan, name: str, form: Format) -> None:
    match form:
        case Format.TEXT:
            from rich.console import Console  # noqa: PLC0415 - only people need tables and colour

            from backbone.plan.text import text  # noqa: PLC0415 - as above

            console = Console(highlight=False)
            console.print(text(drawn, name, console.width), soft_wrap=True)
        case Format.JSON:
            click.echo(_json(document.document(drawn)))
        case Format.MARKDOWN:
            click.echo(markdown(drawn, f"Plan of {name}"), nl=False)
        case Format.SVG:
            from backbone.plan.picture import picture  # noqa: PLC0415 - only a picture needs a layout library

            click.echo(picture(drawn, name), nl=False)


def _show_wrong(error: SettingsError, name: str, form: Format) -> None:
    """Say what is wrong to those who read the output rather than what the command reports beside it."""
    if form is Format.JSON:
        click.echo(_json(document.failure(error.findings)))
    elif form is Format.MARKDOWN:
        click.echo(markdown_of_wrong(error.findings, f"Plan of {name}"), nl=False)
    elif form is Format.SVG and error.settings is not None:
        from backbone.plan.picture import picture_of_wrong  # noqa: PLC0415 - as above

        click.echo(picture_of_wrong(error.settings, error.findings, name), nl=False)


def _json(content: dict[str, object]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)
