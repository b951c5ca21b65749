"""How far a document may grow: the engine refuses aliases that repeat most of it, and nothing is nested so deep."""

from __future__ import annotations

from dataclasses import dataclass

MOST_DEEP = 100
"""Mappings and lists inside one another; no setting needs ten."""

_FEW_REPEATED, _FEW = 100, 1_000
"""Values up to which aliases may repeat whatever they like."""

_SMALL, _LARGE = 400_000, 4_000_000
"""Values of a document from which the part that aliases repeat must be smaller, down to the least share."""

_MOST, _LEAST = 0.99, 0.10


@dataclass(kw_only=True)
class Growth:
    """What has been read of a document, counted as the engine counts it (go-yaml v3, `allowedAliasRatio`).

    Attributes:
        values: Values, what aliases repeat included.
        repeated: Values that aliases repeat.
    """

    values: int = 0
    repeated: int = 0

    def repeat(self, values: int) -> None:
        """Count what an alias repeats."""
        self.values += values
        self.repeated += values

    @property
    def excessive(self) -> bool:
        """Whether aliases repeat more of the document than the engine takes."""
        if self.repeated <= _FEW_REPEATED or self.values <= _FEW:
            return False
        beyond = min(max(self.values - _SMALL, 0) / (_LARGE - _SMALL), 1)
        return self.repeated / self.values > _MOST - (_MOST - _LEAST) * beyond
