"""The grammar of filters and actions, by operators and what each takes.

Sources: learn.microsoft.com/azure/service-bus-messaging/service-bus-messaging-sql-filter and …-sql-rule-action.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn

from backbone import limits
from backbone.sql.words import RESERVED, STATEMENTS, Kind, SqlError, Word, words

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 40
"""Parentheses inside one another; Microsoft names no bound, and a filter of 1,024 characters needs none."""

SAME = 1_000
"""Texts that are not read again: scale units are often alike."""

_SCOPES = frozenset({"sys", "user"})
_FUNCTIONS = {"newid": 0, "property": 1, "p": 1}
"""The functions, and how many arguments each takes."""

_COMPARING = frozenset({"=", "<>", "!=", "<", "<=", ">", ">="})


class _Is(StrEnum):
    """What a part of the text is, as an error calls it."""

    PROPERTY = "a property"
    VALUE = "a value"
    TRUTH = "a condition"


@lru_cache(SAME)
def require_filter(text: str) -> None:
    """Check that a text is a filter: a condition over a message's properties.

    Raises:
        SqlError: It is none.
    """
    sentence = _Sentence(text, RESERVED)
    sentence.truth(sentence.disjunction)
    sentence.end()


@lru_cache(SAME)
def require_action(text: str) -> None:
    """Check that a text is an action: statements that set and remove a message's properties, at most 32.

    Raises:
        SqlError: It is none.
    """
    sentence = _Sentence(text, RESERVED | STATEMENTS)
    count = 0
    while not count or sentence.take(",") or sentence.word.text in STATEMENTS:
        count += 1
        if count > limits.STATEMENTS_PER_SQL_ACTION:
            sentence.fail(f"the end after {limits.STATEMENTS_PER_SQL_ACTION} statements")
        sentence.statement()
    sentence.end()


class _Sentence:
    """A text that is read from left to right, word by word; each method reads one part and says what it is."""

    def __init__(self, text: str, reserved: frozenset[str]) -> None:
        self._words = list(words(text, reserved))
        self._next = 0
        self._depth = 0

    @property
    def word(self) -> Word:
        """The word that comes next."""
        return self._words[self._next]

    def take(self, *signs: str) -> bool:
        """Pass over the next word if it is one of these signs."""
        taken = self.word.kind is Kind.SIGN and self.word.text in signs
        self._next += taken
        return taken

    def need(self, sign: str) -> None:
        """Pass over a sign that must come next."""
        if not self.take(sign):
            self.fail(sign)

    def end(self) -> None:
        """Nothing comes next."""
        if self.word.kind is not Kind.END:
            self.fail("AND, OR or the end")

    def fail(self, expected: str) -> NoReturn:
        """Raise that something else comes next."""
        raise SqlError(self.word.at, f"{expected} is expected")

    def truth(self, part: Callable[[], _Is]) -> _Is:
        """Read a part that must be a condition."""
        if part() is not _Is.TRUTH:
            self.fail("a comparison")
        return _Is.TRUTH

    def value(self, part: Callable[[], _Is]) -> _Is:
        """Read a part that must have a value."""
        at = self.word.at
        if part() is _Is.TRUTH:
            raise SqlError(at, f"{_Is.VALUE} is expected")
        return _Is.VALUE

    def statement(self) -> None:
        """Read `SET <property> = <expression>` or `REMOVE <property>`."""
        sets = self.take("SET")
        if not sets and not self.take("REMOVE"):
            self.fail("SET or REMOVE")
        self.property()
        if sets:
            self.need("=")
            self.value(self.sum)
        self.take(";")

    def disjunction(self) -> _Is:
        """Read conditions between OR, or a single part of any kind."""
        return self._joined("OR", self._conjunction)

    def _conjunction(self) -> _Is:
        return self._joined("AND", self._negation)

    def _joined(self, word: str, part: Callable[[], _Is]) -> _Is:
        found = part()
        while self.word.kind is Kind.SIGN and self.word.text == word:
            if found is not _Is.TRUTH:
                self.fail("a comparison")
            self.take(word)
            self.truth(part)
        return found

    def _negation(self) -> _Is:
        if self.take("NOT"):
            while self.take("NOT"):
                pass
            return self.truth(self._comparison)
        return self._comparison()

    def _comparison(self) -> _Is:
        if self.take("EXISTS"):
            self.need("(")
            self.property()
            self.need(")")
            return _Is.TRUTH
        found = self.sum()
        if found is _Is.TRUTH:
            return found
        if self.take(*_COMPARING):
            self.value(self.sum)
        elif found is _Is.PROPERTY and self.take("IS"):
            self.take("NOT")
            self._null()
        elif not self._in_or_like():
            return found
        return _Is.TRUTH

    def _null(self) -> None:
        if self.word.kind is not Kind.CONSTANT or self.word.text != "NULL":
            self.fail("NULL")
        self._next += 1

    def _in_or_like(self) -> bool:
        negated = self.take("NOT")
        if self.take("IN"):
            self.need("(")
            self.value(self.sum)
            while self.take(","):
                self.value(self.sum)
            self.need(")")
        elif self.take("LIKE"):
            self.value(self.sum)
            if self.take("ESCAPE"):
                self.value(self.sum)
        elif negated:
            self.fail("IN or LIKE")
        else:
            return False
        return True

    def sum(self) -> _Is:
        """Read sums of products."""
        return self._reckoned(("+", "-"), lambda: self._reckoned(("*", "/", "%"), self._signed))

    def _reckoned(self, signs: tuple[str, ...], part: Callable[[], _Is]) -> _Is:
        found = part()
        while found is not _Is.TRUTH and self.take(*signs):
            found = self.value(part)
        return found

    def _signed(self) -> _Is:
        if not self.take("+", "-"):
            return self._single()
        while self.take("+", "-"):
            pass
        return self.value(self._single)

    def _single(self) -> _Is:
        if self.take("("):
            return self._inside()
        if self.word.kind is Kind.CONSTANT:
            self._next += 1
            return _Is.VALUE
        arguments = _FUNCTIONS.get(self.word.text.lower())
        if arguments is not None and self._words[self._next + 1].text == "(":
            self._next += 2
            if arguments:
                self._deeper(lambda: self.value(self.sum))
            self.need(")")
            return _Is.VALUE
        return self.property()

    def _inside(self) -> _Is:
        found = self._deeper(self.disjunction)
        self.need(")")
        return _Is.VALUE if found is _Is.PROPERTY else found

    def _deeper(self, part: Callable[[], _Is]) -> _Is:
        self._depth += 1
        if self._depth > DEEPEST:
            self.fail(f"an end of the {DEEPEST} parentheses inside one another")
        found = part()
        self._depth -= 1
        return found

    def property(self) -> _Is:
        """Read a property's name, which may begin with `sys.` or `user.`."""
        scope = self.word.text.lower()
        self._name()
        if scope in _SCOPES and self.take("."):
            self._name()
        return _Is.PROPERTY

    def _name(self) -> None:
        if self.word.kind is not Kind.NAME:
            self.fail("a value or a property's name")
        self._next += 1
