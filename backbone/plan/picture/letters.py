"""How wide words are: in the widest of the fonts that a picture is shown in, so that they fit in all of them."""

from __future__ import annotations

NORMAL = 13.0
NOTE = 11.0
ALIAS = 15.0
HEADING = 19.0
"""Sizes of letters in pixels, as the picture's style has them."""

BOLDER = 1.12
"""How much wider bold letters are."""

_EMS = {"ijl'": 0.31, "I .,:;fJ|": 0.39, "tr-/()[]": 0.44, "mMwWQ@%": 1.0, "#&+<=>^~": 0.84}
_WIDTHS = {letter: width for letters, width in _EMS.items() for letter in letters}
_CAPITAL, _OTHER = 0.79, 0.64
"""Widths of DejaVu Sans in ems, rounded up."""


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """The width of a line in pixels, at most."""
    ems = sum(_WIDTHS.get(letter) or (_CAPITAL if letter.isupper() else _OTHER) for letter in text)
    return ems * size * (BOLDER if is_bold else 1)
