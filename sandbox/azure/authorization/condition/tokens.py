"""The words of a condition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class MalformedConditionError(ValueError):
    """A text that is no condition, or one with parts that are not simulated; it says what was found where."""


class TokenKind(StrEnum):
    """What a word of a condition is."""

    ATTRIBUTE = r"@\w+\[[^\]]*\]"
    TEXT = r"'[^']*'"
    GUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
    MARK = r"&&|\|\||[(){},!]"
    WORD = r"[A-Za-z]+(?::[A-Za-z]+)?"
    END = r"\Z"


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word of a condition, and where it begins."""

    kind: TokenKind
    text: str
    at: int


_SPACE = re.compile(r"\s*")
_TOKEN = re.compile("|".join(f"(?P<{kind.name}>{kind.value})" for kind in TokenKind))


def tokens(text: str) -> Iterator[Token]:
    """Take a condition apart; the last token is an empty one."""
    at = 0
    while True:
        begin = _SPACE.match(text, at)
        at = begin.end() if begin else at
        found = _TOKEN.match(text, at)
        if found is None:
            raise MalformedConditionError(f"unexpected {text[at]!r} at character {at + 1}")
        kind = TokenKind[found.lastgroup or ""]
        yield Token(kind=kind, text=found[0], at=at)
        if kind is TokenKind.END:
            return
        at = found.end()
