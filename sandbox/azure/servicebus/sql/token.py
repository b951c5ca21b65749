"""The words of a SQL text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a word is, as error messages call it."""

    IDENTIFIER = "IDENTIFIER"
    STRING = "STRING"
    INTEGER = "INTEGER"
    DECIMAL = "DECIMAL"
    KEYWORD = "KEYWORD"
    SIGN = "SIGN"
    END = "$end"


KEYWORDS = frozenset({"AND", "OR", "NOT", "IS", "NULL", "IN", "LIKE", "ESCAPE", "EXISTS", "TRUE", "FALSE"})
"""Words that are no names of properties unless they stand in brackets."""
STATEMENTS = frozenset({"SET", "REMOVE"})
"""The further words of actions."""
_LARGEST = 2**63 - 1
"""Whole numbers are kept as `System.Int64`."""


@dataclass(frozen=True, kw_only=True)
class Token:
    """One word and where it starts; lines count from 1, columns from 0, as the service counts them."""

    kind: Kind
    text: str
    line: int
    column: int

    def means(self, *words: str) -> bool:
        """Whether this is one of the keywords or signs."""
        return self.kind in {Kind.KEYWORD, Kind.SIGN} and self.text.upper() in words

    @property
    def title(self) -> str:
        """How an error message calls the word."""
        match self.kind:
            case Kind.KEYWORD:
                return self.text.upper()
            case Kind.SIGN:
                return f"'{self.text}'"
        return self.kind.value


class SqlSyntaxError(ValueError):
    """A text that is not of the language: the offending word and why it is one."""

    def __init__(self, token: Token, details: str) -> None:
        super().__init__(details)
        self.token = token
        self.details = details


_PATTERNS = (
    (Kind.DECIMAL, r"\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+"),
    (Kind.INTEGER, r"\d+"),
    (Kind.STRING, r"'(?:[^']|'')*'"),
    (Kind.IDENTIFIER, r'\[(?:[^\]]|\]\])+\]|"(?:[^"]|"")+"|[^\W\d_]\w*'),
    (Kind.SIGN, r"<>|!=|>=|<=|[-=<>+*/%(),.;]"),
)
_WORD = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _PATTERNS))
_SPACE = re.compile(r"\s*")


def tokens(text: str, keywords: frozenset[str]) -> list[Token]:
    """The words of a text and its end; `SqlSyntaxError` for a character that begins none."""
    found: list[Token] = []
    at = _after_space(text, 0)
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None:
            stray = _token(Kind.SIGN, text, at, at + 1)
            raise SqlSyntaxError(stray, f"Unrecognized character. '{stray.text}'")
        kind = Kind[match.lastgroup or Kind.SIGN.name]
        if kind is Kind.IDENTIFIER and match[0].upper() in keywords:
            kind = Kind.KEYWORD
        found.append(_token(kind, text, at, match.end()))
        _check_range(found[-1])
        at = _after_space(text, match.end())
    return [*found, _token(Kind.END, text, at, at)]


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _token(kind: Kind, text: str, start: int, end: int) -> Token:
    line_start = text.rfind("\n", 0, start) + 1
    return Token(kind=kind, text=text[start:end], line=text.count("\n", 0, start) + 1, column=start - line_start)


def _check_range(token: Token) -> None:
    if token.kind is Kind.INTEGER and int(token.text) > _LARGEST:
        raise SqlSyntaxError(token, "Value was either too large or too small for an Int64.")
