"""A table made to fit a width: what is empty is left out, what is too wide stands in several parts, names fold last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.plan.figures import NOTHING
from backbone.plan.folding import longest_piece, longest_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backbone.plan.tables import Table

GAP = 2
"""Blanks between two columns."""
PROSE = 32
"""Width down to which sentences are folded before a table is parted."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """Columns that stand side by side, by position, each with its width."""

    widths: Mapping[int, int]

    @property
    def width(self) -> int:
        """All of it."""
        return _together(list(self.widths.values()))


def parts(table: Table, width: int) -> list[Part]:
    """The parts of a table, each with the first column; none is wider than asked for."""
    key, *others = (column for column in range(len(table.columns)) if column == 0 or _says_something(table, column))
    natural = {column: max(map(len, _texts(table, column))) for column in (key, *others)}
    for least in (_unfolded(table, natural), _folded(table, natural)):
        widest = max((least[column] for column in others), default=-GAP)
        if least[key] + GAP + widest <= width:
            break
    else:
        least = least | {key: max(1, min(width - GAP - widest, width // 2))}
    return [_widened(part, least, natural, width) for part in _balanced(key, others, least, width)]


def _says_something(table: Table, column: int) -> bool:
    return any(text not in {"", NOTHING} for text in _texts(table, column)[1:])


def _texts(table: Table, column: int) -> Sequence[str]:
    return [table.columns[column], *(str(row[column]) for row in table.rows)]


def _unfolded(table: Table, natural: Mapping[int, int]) -> dict[int, int]:
    """The least widths at which no name is folded."""
    return {column: _of_prose(table, column, width) for column, width in natural.items()}


def _folded(table: Table, natural: Mapping[int, int]) -> dict[int, int]:
    """The least widths at which names are folded where they can be; figures never are."""
    return {
        column: width if column in table.figures else max(map(longest_piece, _texts(table, column)))
        for column, width in natural.items()
    }


def _of_prose(table: Table, column: int, width: int) -> int:
    if column not in table.prose:
        return width
    return max(min(width, PROSE), *map(longest_word, _texts(table, column)))


def _balanced(key: int, others: Sequence[int], least: Mapping[int, int], width: int) -> list[list[int]]:
    """The fewest parts there can be, none wider than it has to be for that."""
    widest = _filled(key, others, least, width)
    narrower = (_filled(key, others, least, limit) for limit in range(1, width))
    return next((found for found in narrower if len(found) == len(widest)), widest)


def _filled(key: int, others: Sequence[int], least: Mapping[int, int], width: int) -> list[list[int]]:
    """Parts filled one after the other, each with one column at least besides the first."""
    found = [[key]]
    for column in others:
        if len(found[-1]) > 1 and _together([least[each] for each in (*found[-1], column)]) > width:
            found.append([key])
        found[-1].append(column)
    return found


def _widened(part: Sequence[int], least: Mapping[int, int], natural: Mapping[int, int], width: int) -> Part:
    """A part whose folded columns take the room that is left."""
    spare = max(0, width - _together([least[column] for column in part]))
    widths = {}
    for column in part:
        more = min(spare, natural[column] - least[column])
        widths[column] = least[column] + more
        spare -= more
    return Part(widths=widths)


def _together(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)
