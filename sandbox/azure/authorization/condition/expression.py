"""What a condition consists of. Each part holds, does not hold, or cannot be told because an attribute is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sandbox.azure.authorization.condition.attribute import Attribute
from sandbox.azure.authorization.permission import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sandbox.azure.authorization.condition.circumstances import Circumstances
    from sandbox.azure.authorization.condition.operator import Operator

    Quantifier = Callable[[Iterable[object]], bool]

Verdict = bool | None
"""True, False, or None where it cannot be told. Only what is True is ever granted."""


class Expression(Protocol):
    """A part of a condition."""

    def holds(self, asked: Circumstances) -> Verdict:
        """Whether it holds for a request."""


@dataclass(frozen=True)
class Every:
    """All parts hold."""

    parts: tuple[Expression, ...]

    def holds(self, asked: Circumstances) -> Verdict:
        """False as soon as one part is false, whatever cannot be told of the others."""
        found = {part.holds(asked) for part in self.parts}
        return False if False in found else None if None in found else True


@dataclass(frozen=True)
class Some:
    """At least one part holds."""

    parts: tuple[Expression, ...]

    def holds(self, asked: Circumstances) -> Verdict:
        """True as soon as one part is true, whatever cannot be told of the others."""
        found = {part.holds(asked) for part in self.parts}
        return True if True in found else None if None in found else False


@dataclass(frozen=True)
class Not:
    """A part does not hold."""

    part: Expression

    def holds(self, asked: Circumstances) -> Verdict:
        """What cannot be told cannot be told of the opposite either."""
        found = self.part.holds(asked)
        return None if found is None else not found


@dataclass(frozen=True)
class ActionMatches:
    """The action is covered by a pattern."""

    pattern: str

    def holds(self, asked: Circumstances) -> Verdict:
        """As roles match actions."""
        return matches((self.pattern,), asked.action)


@dataclass(frozen=True)
class SubOperationMatches:
    """The request is a part of an action that has a name of its own, such as `Blob.List`."""

    name: str

    def holds(self, asked: Circumstances) -> Verdict:  # noqa: ARG002 (what is asked never names a suboperation)
        """No request of the simulated Azure says which suboperation it is."""
        return None


@dataclass(frozen=True)
class Exists:
    """The request, or what it is about, has an attribute."""

    attribute: Attribute

    def holds(self, asked: Circumstances) -> Verdict:
        """A question that tells only a part leaves it open."""
        if self.attribute in asked.attributes:
            return True
        return False if asked.is_whole else None


Operand = tuple[str, ...] | Attribute
"""Values that stand in the condition, or an attribute."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A comparison of an attribute, or of given values, with others."""

    left: Operand
    operator: Operator
    right: Operand
    ranges: tuple[Quantifier, Quantifier] = (all, all)
    """How it ranges over several values on its left and on its right."""

    def holds(self, asked: Circumstances) -> Verdict:
        """Without the attribute nothing can be told, neither that it is equal nor that it is not."""
        left, right = _values(self.left, asked), _values(self.right, asked)
        if left is None or right is None:
            return None
        over_left, over_right = self.ranges
        return over_left(over_right(self.operator.test(value, wanted) for wanted in right) for value in left)


def _values(operand: Operand, asked: Circumstances) -> tuple[str, ...] | None:
    if isinstance(operand, tuple):
        return operand
    value = asked.attributes.get(operand)
    return None if value is None else (value,)
