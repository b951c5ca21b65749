"""The words of a filter or an action.

Source: learn.microsoft.com/azure/service-bus-messaging/service-bus-messaging-sql-filter, of constants and identifiers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONSTANTS = frozenset({"TRUE", "FALSE", "NULL"})
RESERVED = frozenset({"AND", "OR", "NOT", "IS", "IN", "LIKE", "ESCAPE", "EXISTS", *CONSTANTS})
"""Names of properties only in brackets or quotes."""

STATEMENTS = frozenset({"SET", "REMOVE"})
"""What is reserved in actions too."""

_LARGEST_INTEGER = 2**63 - 1

_WORD = re.compile(
    r"""
      (?P<constant> '(?:[^']|'')*' | [0-9]+\.[0-9]+(?:e[-+]?[0-9]+)? | [0-9]+e[-+]?[0-9]+ | [0-9]+ )
    | (?P<quoted>   \[(?:[^\]]|\]\])+\] | "(?:[^"]|"")+" )
    | (?P<name>     [^\W\d_]\w* )
    | (?P<sign>     <> | != | [<>]=? | [-+*/%=(),.;] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


class SqlError(ValueError):
    """A text that is not of the language; the text says where (from character 1) and why, and quotes nothing."""

    def __init__(self, at: int, problem: str) -> None:
        super().__init__(f"character {at + 1}: {problem}")


class Kind(Enum):
    """What a word is."""

    CONSTANT = auto()
    NAME = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word and where it begins.

    Attributes:
        kind: What it is.
        text: What it says; signs and reserved words in capitals, all others as written.
        at: Its first character, from 0.
    """

    kind: Kind
    text: str
    at: int


def words(text: str, reserved: frozenset[str]) -> Iterator[Word]:
    """The words of a text, and its end.

    Raises:
        SqlError: A character begins no word, or a whole number is none of 64 bits.
    """
    at = 0
    while at < len(text):
        found = _WORD.match(text, at)
        if found is None and not text[at].isspace():
            raise SqlError(at, "no word of SQL begins so")
        if found is not None:
            yield _word(found, reserved)
        at = at + 1 if found is None else found.end()
    yield Word(kind=Kind.END, text="", at=len(text))


def _word(found: re.Match[str], reserved: frozenset[str]) -> Word:
    text, at = found[0], found.start()
    match found.lastgroup:
        case "constant":
            if text.isdecimal() and int(text) > _LARGEST_INTEGER:
                raise SqlError(at, f"a whole number of at most {_LARGEST_INTEGER} is expected")
            return Word(kind=Kind.CONSTANT, text=text, at=at)
        case "name" if text.upper() in CONSTANTS & reserved:
            return Word(kind=Kind.CONSTANT, text=text.upper(), at=at)
        case "name" if text.upper() in reserved:
            return Word(kind=Kind.SIGN, text=text.upper(), at=at)
        case "sign":
            return Word(kind=Kind.SIGN, text=text, at=at)
    return Word(kind=Kind.NAME, text=text, at=at)
