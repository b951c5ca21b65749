"""A plan for people in a terminal: colour and width are the terminal's; no line ends in blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from backbone.plan.fitting import GAP, parts
from backbone.plan.folding import folded
from backbone.plan.tables import Cell, Mood, tables
from backbone.plan.verdict import ExitStatus, verdict
from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.plan.fitting import Part
    from backbone.plan.plan import Plan
    from backbone.plan.tables import Row, Table

INDENT = 2
_STYLES = {Mood.PLAIN: "", Mood.TIGHT: "yellow", Mood.OVER: "bold red"}
_VERDICTS = {ExitStatus.FITS: "bold green", ExitStatus.WARNINGS: "bold yellow", ExitStatus.OVER_BUDGET: "bold red"}


def text(plan: Plan, title: str, width: int) -> Text:
    """The plan under a title, the verdict first, in lines of at most so many characters."""
    return Text("\n").join(_lines(plan, title, width))


def _lines(plan: Plan, title: str, width: int) -> Iterator[Text]:
    found = verdict(plan, strict=True)
    yield from _paragraph(Text.assemble((title, "bold"), ": ", (found.text, _VERDICTS[found.status])), width)
    for table in tables(plan):
        yield Text()
        yield from _paragraph(Text(table.title, style="bold"), width)
        yield from _indented(_table(table, width - INDENT))
    for heading, cautions, style in (("Warnings", plan.cautions, "yellow"), ("Remarks", plan.remarks, "")):
        if cautions:
            yield Text()
            yield Text(heading, style="bold")
        for caution in cautions:
            line = Text.assemble((written(caution.path), style), f": {caution.message}")
            yield from _indented(_paragraph(line, width - INDENT))
    if plan.assumptions:
        yield Text()
        yield from _paragraph(Text(" ".join(plan.assumptions), style="dim"), width)


def _indented(lines: Iterator[Text]) -> Iterator[Text]:
    return (Text.assemble(" " * INDENT, line) if line else line for line in lines)


def _paragraph(content: Text, width: int) -> Iterator[Text]:
    """A text in lines, its colours kept."""
    start = 0
    for line in folded(content.plain, max(1, width)):
        start = content.plain.index(line, start)
        yield content[start : start + len(line)]
        start += len(line)


def _table(table: Table, width: int) -> Iterator[Text]:
    for number, part in enumerate(parts(table, width)):
        if number:
            yield Text()
        yield from _row(table, part, table.columns, style="dim")
        yield Text("─" * part.width)
        for row in table.rows:
            yield from _row(table, part, row)
    if table.left_out:
        yield Text(f"... and {table.left_out:,} more; --format json lists more", style="dim")
    if table.note:
        yield from _paragraph(Text(table.note, style="dim"), width)


def _row(table: Table, part: Part, row: Row, *, style: str = "") -> Iterator[Text]:
    """The lines of a row: as many as its highest cell has."""
    columns = {column: folded(str(row[column]), width) for column, width in part.widths.items()}
    for number in range(max(map(len, columns.values()))):
        line = Text()
        for column, lines in columns.items():
            words = lines[number] if number < len(lines) else ""
            width = part.widths[column]
            line.append(
                words.rjust(width) if column in table.figures else words.ljust(width), style or _style(row[column])
            )
            line.append(" " * GAP)
        line.rstrip()
        yield line


def _style(cell: Cell | str) -> str:
    return "" if isinstance(cell, str) else _STYLES[cell.mood]
