"""A plan as Markdown, for a comment on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.plan.tables import Cell, Mood, tables
from backbone.plan.verdict import verdict
from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backbone.plan.plan import Plan
    from backbone.plan.tables import Row, Table
    from backbone.settings import Finding

_MARKS = {Mood.PLAIN: "", Mood.TIGHT: " :warning:", Mood.OVER: " :x:"}


def markdown(plan: Plan, title: str) -> str:
    """The plan under a heading."""
    return "\n".join(_lines(plan, title)) + "\n"


def markdown_of_wrong(findings: Sequence[Finding], title: str) -> str:
    """What is wrong with a stack file, under a heading."""
    count = len(findings)
    verdict_of_it = "1 setting is wrong." if count == 1 else f"{count:,} settings are wrong."
    rows = ((f"`{each.path}`", each.expected, f"{each.found}. {each.message}".removesuffix(". ")) for each in findings)
    table = (_row(("setting", "expected", "found")), _row(("---", "---", "---")), *map(_row, rows))
    return "\n".join((f"## {_escaped(title)}", "", f":x: {verdict_of_it}", "", *table)) + "\n"


def _lines(plan: Plan, title: str) -> Iterator[str]:
    yield f"## {_escaped(title)}"
    yield ""
    yield verdict(plan).text
    for table in tables(plan):
        yield ""
        yield from _table(table)
    for heading, cautions in (("Warnings", plan.cautions), ("Remarks", plan.remarks)):
        if cautions:
            yield ""
            yield f"### {heading}"
            yield ""
            yield from (f"* `{written(caution.path)}`: {_escaped(caution.message)}" for caution in cautions)
    if plan.assumptions:
        yield ""
        yield f"<sub>{' '.join(plan.assumptions)}</sub>"


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.title}"
    yield ""
    yield _row(table.columns)
    yield _row(["---:" if column in table.figures else "---" for column in range(len(table.columns))])
    yield from (_row(row) for row in table.rows)
    if table.left_out:
        yield ""
        yield f"... and {table.left_out:,} more"
    if table.note:
        yield ""
        yield f"<sub>{_escaped(table.note)}</sub>"


def _row(cells: Row) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(cell: Cell | str) -> str:
    return _escaped(cell) if isinstance(cell, str) else _escaped(cell.text) + _MARKS[cell.mood]


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("->", "→")
