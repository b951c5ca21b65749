"""What a plain YAML scalar means to the Pulumi engine, which reads stack files with Go's yaml.v3.

The rules are YAML 1.2's with some of 1.1's left: octal numbers may begin with a bare 0, digits may be grouped with
underscores and timestamps are recognised, but yes, no, on and off are texts.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TypeAlias

from backbone.settings.timestamps import timestamp

Scalar: TypeAlias = str | int | float | bool | None

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
}

_INTEGERS = (
    (re.compile(r"[-+]?0[xX][0-9a-fA-F]+"), 16),
    (re.compile(r"[-+]?0[bB][01]+"), 2),
    (re.compile(r"[-+]?0[oO]?[0-7]+"), 8),
    (re.compile(r"[-+]?(?:0|[1-9][0-9]*)"), 10),
)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

_NUMERIC = frozenset("-+.0123456789")
"""What a number or a timestamp begins with."""

LARGEST_INTEGER = 2**63 - 1
"""The largest whole number with a sign; larger ones up to 64 bits are held where no sign is written."""

_SMALLEST, _LARGEST = -(2**63), 2**64 - 1

_LONGEST = 1_000
"""Characters beyond which no text is looked at as a whole number: Python reads at most 4,300 digits."""

_PLAIN_BELOW = Decimal("1e21")
"""From here on, and below 1e-6, the engine writes numbers with an exponent."""


def plain(text: str) -> Scalar:
    """The value of a scalar without quotes and without a tag."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    moment = timestamp(text)
    if moment is not None:
        return moment
    ungrouped = text if text.startswith(".") else text.replace("_", "")
    number: float | None = _integer(ungrouped)
    if number is None:
        number = _float(ungrouped)
    return text if number is None else normal(number)


def normal(number: float) -> int | float:
    """The number as the engine writes it into JSON: whole ones without a fraction."""
    if isinstance(number, int) or not math.isfinite(number):
        return number
    exact = Decimal(repr(number))
    return int(exact) if exact == exact.to_integral_value() and abs(exact) < _PLAIN_BELOW else number


def written(value: bool | float) -> str:
    """A single value as the engine hands it over at the top level."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(normal(value))
    if "e" in text and Decimal("1e-6") <= abs(Decimal(text)) < _PLAIN_BELOW:
        return f"{Decimal(text):f}"
    return re.sub(r"e-0(\d)$", r"e-\1", text)


def _integer(text: str) -> int | None:
    for pattern, base in _INTEGERS:
        if len(text) <= _LONGEST and pattern.fullmatch(text):
            value = int(re.sub(r"0[xXbBoO]", "", text, count=1) if base != 10 else text, base)  # noqa: PLR2004
            return value if _SMALLEST <= value <= (LARGEST_INTEGER if text[0] == "+" else _LARGEST) else None
    return None


def _float(text: str) -> float | None:
    if not _FLOAT.fullmatch(text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None
