"""A text of SQL, read word by word."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from sandbox.azure.servicebus.sql.token import Kind, SqlSyntaxError, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 40
"""Levels of parentheses that are read; the service documents no bound, and nobody writes as many."""


class Reader:
    """The words of a text, and how far they have been read."""

    def __init__(self, text: str, keywords: frozenset[str]) -> None:
        self._tokens = tokens(text, keywords)
        self._at = 0
        self._depth = 0

    @property
    def next(self) -> Token:
        """The word that has not been read yet; the end of the text is one, too."""
        return self._tokens[self._at]

    @property
    def after_next(self) -> Token:
        """The word after the next one; at the end of the text the end."""
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def read(self) -> Token:
        """Read one word; the end is never passed."""
        token = self.next
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def take(self, *words: str) -> Token | None:
        """Read the next word if it is one of these keywords or signs."""
        return self.read() if self.next.means(*words) else None

    def expect(self, *words: str) -> Token:
        """Read the next word, which must be one of these keywords or signs."""
        found = self.take(*words)
        if found is None:
            self.fail(*words)
        return found

    @contextmanager
    def nested(self) -> Iterator[None]:
        """What is read inside is one level deeper."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise SqlSyntaxError(self.next, "memory exhausted")
        yield
        self._depth -= 1

    def fail(self, *expected: str) -> NoReturn:
        """Raise the error that the next word stands where something else is expected."""
        details = f"syntax error, unexpected {self.next.title}"
        if expected:
            named = [word if word[-1].isalpha() else f"'{word}'" for word in expected]
            details = f"{details}, expecting {', or '.join(named)}"
        raise SqlSyntaxError(self.next, details)

    def expect_end(self) -> None:
        """The whole text has been read."""
        if self.next.kind is not Kind.END:
            self.fail(Kind.END.value)
