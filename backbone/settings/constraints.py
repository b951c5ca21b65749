"""What a value may be: each constraint once, as data from which check, error text, schema and reference follow."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from backbone.durations import PATTERN, Duration

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class RefusalError(ValueError):
    """A value breaks a constraint; the text, if any, adds what the expectation does not say."""


@dataclass(frozen=True, kw_only=True)
class Constraint(ABC):
    """A rule that a single value keeps.

    Attributes:
        id: Unique name of the rule, in kebab-case.
        what: What is expected, as it stands after "expected".
        example: A value that keeps the rule.
    """

    id: str
    what: str
    example: Any = None

    @property
    def expected(self) -> str:
        """What is expected, with the example."""
        if self.example is None:
            return self.what
        example = self.example if isinstance(self.example, str) else json.dumps(self.example)
        return f"{self.what} (for example {example})"

    @abstractmethod
    def apply(self, value: Any) -> Any:
        """The value, converted where the constraint gives it another type.

        Raises:
            RefusalError: The value breaks the rule.
        """

    def stand_in(self, text: str) -> Any:  # noqa: ARG002 - for those that hold texts
        """What a refused text is taken for while the rest is checked; None where nothing can stand for it."""
        return None

    def schema(self) -> dict[str, Any]:
        """The rule in JSON Schema, as far as that can say it."""
        return {}


@dataclass(frozen=True, kw_only=True)
class Pattern(Constraint):
    """A text of a certain form, possibly converted; what the form cannot say, the conversion checks.

    Attributes:
        regex: The whole text's form.
        convert: From the text to the value that the settings hold; raises ValueError for what it refuses.
        unread: From a refused text to a value of the same type that leads nowhere.
    """

    regex: str
    convert: Callable[[str], Any] = str
    unread: Callable[[str], Any] = str

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(self.regex, re.ASCII)

    def apply(self, value: Any) -> Any:
        """Refuse a text of another form, convert the rest."""
        if not self._form.fullmatch(value):
            raise RefusalError
        try:
            return self.convert(value)
        except ValueError as error:
            raise RefusalError from error

    def stand_in(self, text: str) -> Any:
        """The text itself, or what it is converted to unread."""
        return self.unread(text)

    def schema(self) -> dict[str, Any]:
        """`pattern`."""
        return {"pattern": f"^(?:{self.regex})$"}


@dataclass(frozen=True, kw_only=True)
class Hinted(Pattern):
    """A text of a certain form, with what to do about mistakes that suggest themselves.

    Attributes:
        hints: What a mistaken value holds, and the advice for it.
    """

    hints: tuple[tuple[str, str], ...]

    def apply(self, value: Any) -> Any:
        """Refuse a text of another form, with the advice that fits it."""
        try:
            return super().apply(value)
        except RefusalError as refusal:
            advice = next((advice for mark, advice in self.hints if mark in value), "")
            raise RefusalError(advice) from refusal


@dataclass(frozen=True, kw_only=True)
class Length(Constraint):
    """A text of at least and at most so many characters."""

    most: int
    least: int = 1

    def apply(self, value: Any) -> Any:
        """Refuse a text that is too short or too long."""
        if not self.least <= len(value) <= self.most:
            raise RefusalError
        return value

    def stand_in(self, text: str) -> Any:
        """The text itself."""
        return text

    def schema(self) -> dict[str, Any]:
        """`minLength` and `maxLength`."""
        return {"minLength": self.least, "maxLength": self.most}


@dataclass(frozen=True, kw_only=True)
class Range(Constraint):
    """A number between two bounds, both included unless said otherwise."""

    least: float
    most: float | None = None
    above: bool = False

    def apply(self, value: Any) -> Any:
        """Refuse a number outside the bounds."""
        if value < self.least or (self.above and value == self.least) or (self.most is not None and value > self.most):
            raise RefusalError
        return value

    def schema(self) -> dict[str, Any]:
        """`minimum` and `maximum`."""
        lower = {"exclusiveMinimum" if self.above else "minimum": self.least}
        return lower if self.most is None else {**lower, "maximum": self.most}


@dataclass(frozen=True, kw_only=True)
class Choice(Constraint):
    """One of a few values.

    Attributes:
        values: The values as they stand in the file.
        convert: From the file's value to the settings'.
    """

    values: Sequence[Any]
    what: str = ""
    convert: Callable[[Any], Any] = lambda value: value

    def __post_init__(self) -> None:
        names = ", ".join(value if isinstance(value, str) else json.dumps(value) for value in self.values)
        object.__setattr__(self, "what", self.what or f"one of {names}")

    def apply(self, value: Any) -> Any:
        """Refuse any other value."""
        if value not in self.values:
            raise RefusalError
        return self.convert(value)

    def schema(self) -> dict[str, Any]:
        """`enum`."""
        return {"enum": list(self.values)}


@dataclass(frozen=True, kw_only=True)
class Reserved(Constraint):
    """Any text but a few that mean something else; letter case is ignored."""

    words: Sequence[str]

    def apply(self, value: Any) -> Any:
        """Refuse the reserved words."""
        if value.casefold() in self.words:
            raise RefusalError
        return value

    def schema(self) -> dict[str, Any]:
        """`not`, with a pattern that ignores letter case."""
        folded = ("".join(f"[{c}{c.upper()}]" if c.isalpha() else re.escape(c) for c in word) for word in self.words)
        return {"not": {"type": "string", "pattern": f"^(?:{'|'.join(folded)})$"}}


@dataclass(frozen=True, kw_only=True)
class DurationRange(Constraint):
    """A duration between two bounds, both included."""

    least: Duration
    most: Duration
    what: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", f"an ISO 8601 duration from {self.least} to {self.most}")

    def apply(self, value: Any) -> Any:
        """Refuse a text that is no duration, or one outside the bounds."""
        try:
            duration = Duration.parse(value)
        except ValueError as error:
            raise RefusalError from error
        if not self.least <= duration <= self.most:
            raise RefusalError
        return duration

    def schema(self) -> dict[str, Any]:
        """The form only: JSON Schema cannot compare durations."""
        return {"pattern": f"^(?:{PATTERN})$"}
