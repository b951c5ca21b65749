"""A plan for people in a terminal: colour and width are the terminal's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from backbone.plan.tables import Cell, Mood, tables
from backbone.plan.verdict import ExitStatus, verdict
from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from backbone.plan.plan import Plan
    from backbone.plan.tables import Table

_STYLES = {Mood.PLAIN: "", Mood.TIGHT: "yellow", Mood.OVER: "bold red"}
_VERDICTS = {ExitStatus.FITS: "bold green", ExitStatus.WARNINGS: "bold yellow", ExitStatus.OVER_BUDGET: "bold red"}


def text(plan: Plan, title: str) -> RenderableType:
    """The plan under a title, the verdict first."""
    return Group(*_parts(plan, title))


def _parts(plan: Plan, title: str) -> Iterator[RenderableType]:
    found = verdict(plan, strict=True)
    yield Text.assemble((title, "bold"), ": ", (found.text, _VERDICTS[found.status]))
    for table in tables(plan):
        yield Text(f"\n{table.title}", style="bold")
        yield Padding(_grid(table), (0, 0, 0, 2), expand=False)
        if table.left_out:
            yield Text(f"  ... and {table.left_out:,} more; --format json lists more", style="dim")
    if plan.cautions:
        yield Text("\nWarnings", style="bold")
        for caution in plan.cautions:
            line = Text.assemble((written(caution.path), "yellow"), f": {caution.message}")
            yield Padding(line, (0, 0, 0, 2), expand=False)
    yield Text(f"\n{' '.join(plan.assumptions)}", style="dim")


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False, padding=(0, 1, 0, 0))
    for position, column in enumerate(table.columns):
        is_figure = position in table.figures
        grid.add_column(column, justify="right" if is_figure else "left", no_wrap=is_figure, overflow="fold")
    for row in table.rows:
        grid.add_row(*(_cell(cell) for cell in row))
    return grid


def _cell(cell: Cell | str) -> Text:
    return Text(cell) if isinstance(cell, str) else Text(cell.text, style=_STYLES[cell.mood])
