"""Text in lines of a width: broken at spaces; a word that is longer than a line before `@` and `/`, or after `-`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = re.compile(r"\S+ *")
_PIECES = re.compile(r"[@/][^@/-]*-?|[^@/-]+-?|-")


def folded(text: str, width: int) -> list[str]:
    """The lines of a text; only a piece without any place to break at is broken elsewhere."""
    lines = [""]
    for word in _WORDS.findall(text):
        for piece in _pieces(word, width):
            if lines[-1] and len(lines[-1]) + len(piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def longest_word(text: str) -> int:
    """The width that a text needs for no word to be broken."""
    return max(map(len, text.split()), default=0)


def longest_piece(text: str) -> int:
    """The width that a text needs to be broken at its places only."""
    return max((len(piece) for word in text.split() for piece in _PIECES.findall(word)), default=0)


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word as it is where it fits; else its pieces."""
    if len(word.rstrip()) <= width:
        yield word
        return
    for piece in _PIECES.findall(word):
        if len(piece.rstrip()) <= width:
            yield piece
        else:
            yield from (piece[start : start + width] for start in range(0, len(piece), width))
