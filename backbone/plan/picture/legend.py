"""What the signs of a picture mean, side by side below its frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.plan.picture import letters
from backbone.plan.picture.diagram import ArrowKind, BoxKind

if TYPE_CHECKING:
    from collections.abc import Iterator

BOX, ARROW = 18.0, 26.0
"""Widths of a box and of an arrow."""
BESIDE = 8.0
"""From a sign to what it means."""
GAP = 20.0
"""From there to the next sign."""

MEANINGS: dict[BoxKind | ArrowKind, str] = {
    **{kind: kind.value for kind in BoxKind},
    ArrowKind.FORWARD: "forward, with the number of the hop",
    ArrowKind.DEAD_LETTERS: "dead letters",
}
"""What needs explaining."""


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A box or an arrow, and what it means.

    Attributes:
        kind: What is explained.
        meaning: In words.
        x: Its left edge.
        words: The left edge of its meaning.
        right: The right edge of both.
    """

    kind: BoxKind | ArrowKind
    meaning: str
    x: float
    words: float
    right: float


def signs(left: float) -> Iterator[Sign]:
    """The whole legend, from a left edge on."""
    for kind, meaning in MEANINGS.items():
        words = left + (BOX if isinstance(kind, BoxKind) else ARROW) + BESIDE
        right = words + letters.width(meaning, letters.NOTE)
        yield Sign(kind=kind, meaning=meaning, x=left, words=words, right=right)
        left = right + GAP
