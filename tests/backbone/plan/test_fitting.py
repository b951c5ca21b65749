"""Text and tables made to fit a terminal."""

from __future__ import annotations

import pytest

from backbone.plan.fitting import GAP, Part, parts
from backbone.plan.folding import folded
from backbone.plan.tables import Cell, Table

FOLDED = {
    "at blanks": ("none above 80% of a limit", 12, ["none above", "80% of a", "limit"]),
    "a word that fits into a line is not broken": ("sent to tracking@main", 13, ["sent to", "tracking@main"]),
    "a longer one before @": ("tracking@invoices", 12, ["tracking", "@invoices"]),
    "and before /, and after -": ("orders-in@main/shipments", 10, ["orders-in", "@main", "/shipments"]),
    "after - where need be": ("a-rather-long-alias", 9, ["a-rather-", "long-", "alias"]),
    "an arrow stays whole": ("a@main -> b@main", 8, ["a@main", "->", "b@main"]),
    "what has no place to break at": ("abcdefgh", 3, ["abc", "def", "gh"]),
    "nothing": ("", 5, [""]),
}


@pytest.mark.parametrize(("text", "width", "lines"), FOLDED.values(), ids=FOLDED)
def test_text_is_folded_where_it_reads_well(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width) == lines


def _table(*rows: tuple[Cell | str, ...]) -> Table:
    columns = ("namespace", "sends", "filters", "credits/s")
    return Table(title="Load", columns=columns, rows=rows, figures=frozenset({1, 2, 3}))


NAME = "tracking@invoices"
WHOLE = len(NAME) + len("sends") + len("filters") + len("credits/s") + 3 * GAP


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (WHOLE, [[0, 1, 2, 3]]),
        (WHOLE - 1, [[0, 1, 2], [0, 3]]),
        (len(NAME) + GAP + len("credits/s"), [[0, 1], [0, 2], [0, 3]]),
    ],
)
def test_a_table_stands_in_as_few_parts_as_it_can_and_each_names_its_rows(width: int, columns: list[list[int]]) -> None:
    found = parts(_table((NAME, "1", Cell(text="1,120"), "1,160")), width)

    assert [list(part.widths) for part in found] == columns
    assert all(part.width <= width and part.widths[0] == len(NAME) for part in found)


def test_a_name_is_folded_only_where_it_leaves_no_room_for_a_figure() -> None:
    table = _table((NAME, "1", "2", "3"))
    room = len("credits/s") + GAP

    assert [part.widths[0] for part in parts(table, len(NAME) + room)] == [len(NAME)] * 3
    assert [part.widths[0] for part in parts(table, len(NAME) + room - 1)] == [len("@invoices") + 2, len(NAME) - 1]


def test_at_any_width_each_column_has_room_and_no_part_is_too_wide_for_its_figures() -> None:
    table = _table((NAME, "1", "2", "3"), ("x" * 230, "4", "5", "6"))

    for width in range(1, 300):
        found = parts(table, width)
        assert [column for part in found for column in list(part.widths)[1:]] == [1, 2, 3]
        assert all(min(part.widths.values()) >= 1 for part in found)
        assert max(part.width for part in found) <= max(width, 1 + GAP + len("credits/s"))


def test_a_name_without_any_place_to_break_at_leaves_room_for_the_figures() -> None:
    assert [part.widths[0] for part in parts(_table(("x" * 230, "1", "2", "3")), 78)] == [78 - 5 - 7 - 9 - 3 * GAP]


@pytest.mark.parametrize("nothing", ["", "-"])
def test_a_column_that_says_nothing_is_left_out(nothing: str) -> None:
    assert parts(_table(("main", "1", nothing, "3"), ("far", "2", nothing, "4")), 80) == [
        Part(widths={0: 9, 1: 5, 3: 9})
    ]


def test_sentences_are_folded_before_a_table_is_parted() -> None:
    sentence = "a topic for each entity instead of filters on one topic: the sender chooses"
    rows = [("parts", sentence, "40")]
    table = Table(
        title="Ways out",
        columns=("namespace", "instead", "credits/s"),
        rows=rows,
        figures=frozenset({2}),
        prose=frozenset({1}),
    )

    assert [part.widths for part in parts(table, 60)] == [{0: 9, 1: 60 - 2 * 9 - 2 * GAP, 2: 9}]
    assert [part.widths for part in parts(table, 200)] == [{0: 9, 1: len(sentence), 2: 9}]
