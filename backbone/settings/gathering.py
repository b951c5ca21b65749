"""What a list or a mapping may hold, beyond what each of its values may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.settings.constraints import Constraint, RefusalError
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, kw_only=True)
class Count(Constraint):
    """A list or mapping of at least one and at most so many values."""

    least: int = 0
    most: int

    def apply(self, value: Any) -> Any:
        """Refuse too few and too many."""
        if not self.least <= len(value) <= self.most:
            raise RefusalError(f"There are {len(value)}.")
        return value

    def schema(self) -> dict[str, Any]:
        """`minItems` and `maxItems`, and the same for properties: each counts where it applies."""
        bounds = {"minItems": self.least, "minProperties": self.least} if self.least else {}
        return {**bounds, "maxItems": self.most, "maxProperties": self.most}


@dataclass(frozen=True, kw_only=True)
class Distinct(Constraint):
    """A list without repetition; letter case is ignored."""

    def apply(self, value: Any) -> Any:
        """Refuse a value that stands there twice."""
        seen: set[str] = set()
        for item in value:
            text = str(getattr(item, "id", item))
            if text.casefold() in seen:
                raise RefusalError(f"{shown(text)} stands there twice.")
            seen.add(text.casefold())
        return value

    def schema(self) -> dict[str, Any]:
        """`uniqueItems`."""
        return {"uniqueItems": True}


@dataclass(frozen=True, kw_only=True)
class Including(Constraint):
    """A list in which one value may not be missing.

    Attributes:
        value: That value.
    """

    value: str

    def apply(self, value: Any) -> Any:
        """Refuse a list without it."""
        if self.value not in value:
            raise RefusalError(f"It holds {', '.join(map(str, value))} only." if value else "")
        return value

    def schema(self) -> dict[str, Any]:
        """`contains`."""
        return {"contains": {"const": self.value}}


@dataclass(frozen=True, kw_only=True)
class LetterCase(Constraint):
    """A mapping whose keys differ in more than letter case, because Azure does not see that difference."""

    def clashes(self, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each key that repeats an earlier one in other letters, with the earlier one."""
        first: dict[str, str] = {}
        for key in keys:
            known = first.setdefault(key.casefold(), key)
            if known != key:
                yield key, known

    def apply(self, value: Any) -> Any:
        """Refuse a clash of keys."""
        for _ in self.clashes(value):
            raise RefusalError
        return value
