"""The grammar of conditions.

Source: learn.microsoft.com/azure/role-based-access-control/conditions-format.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sandbox.azure.authorization.condition.attribute import KINDS, Attribute, Source, ValueKind, named
from sandbox.azure.authorization.condition.expression import (
    ActionMatches,
    Comparison,
    Every,
    Exists,
    Not,
    Some,
    SubOperationMatches,
)
from sandbox.azure.authorization.condition.operator import OPERATORS, QUANTIFIERS
from sandbox.azure.authorization.condition.tokens import MalformedConditionError, Token, TokenKind, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.azure.authorization.condition.expression import Expression, Operand

_JOINTS: Mapping[str, Callable[[tuple[Expression, ...]], Expression]] = {
    "and": Every,
    "&&": Every,
    "or": Some,
    "||": Some,
}
_NEGATIONS = frozenset({"not", "!"})
_MATCHERS: Mapping[str, Callable[[str], Expression]] = {
    "actionmatches": ActionMatches,
    "suboperationmatches": SubOperationMatches,
}
_LITERALS = {TokenKind.TEXT: ValueKind.STRING, TokenKind.GUID: ValueKind.GUID}
_SOURCES = {source.lower(): source for source in Source}
_DEEPEST = 64
"""Parentheses and negations inside each other: far more than 8 KB of a sensible condition hold."""


@lru_cache(maxsize=256)
def parse(text: str) -> Expression:
    """Read a condition; `MalformedConditionError` if it is none, or names what is not simulated."""
    parser = _Parser(text)
    expression = parser.expression(0)
    parser.expect("")
    return expression


class _Parser:
    """Reads tokens from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._at = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        taken = self._next
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return taken

    def expect(self, text: str) -> None:
        """Take a mark, or the end."""
        token = self._take()
        if token.text != text:
            raise _unexpected(token)

    def expression(self, depth: int) -> Expression:
        """Parts joined by AND, or by OR; Azure wants parentheses where both occur."""
        if depth > _DEEPEST:
            raise MalformedConditionError(f"more than {_DEEPEST} parentheses and negations inside each other")
        parts = [self._part(depth)]
        joints = set()
        while (joint := _JOINTS.get(self._next.text.lower())) is not None:
            joints.add(joint)
            if len(joints) > 1:
                raise MalformedConditionError("AND and OR beside each other need parentheses")
            self._take()
            parts.append(self._part(depth))
        return joints.pop()(tuple(parts)) if joints else parts[0]

    def _part(self, depth: int) -> Expression:
        word = self._next.text.lower()
        if word in _NEGATIONS:
            self._take()
            if depth >= _DEEPEST:
                raise MalformedConditionError(f"more than {_DEEPEST} parentheses and negations inside each other")
            return Not(self._part(depth + 1))
        if word == "(":
            self._take()
            found = self.expression(depth + 1)
            self.expect(")")
            return found
        if word in _MATCHERS:
            self._take()
            self.expect("{")
            argument = self._take()
            if argument.kind is not TokenKind.TEXT:
                raise _unexpected(argument)
            self.expect("}")
            return _MATCHERS[word](argument.text[1:-1])
        if word == "exists":
            self._take()
            return Exists(_attribute(self._take()))
        return self._comparison()

    def _comparison(self) -> Comparison:
        left, left_kind = self._operand()
        token = self._take()
        quantifier, _, name = token.text.lower().rpartition(":")
        operator = OPERATORS.get(name)
        if operator is None or (quantifier and quantifier not in QUANTIFIERS):
            raise _unexpected(token)
        right, right_kind = self._operand()
        if {left_kind, right_kind} != {operator.kind}:
            raise MalformedConditionError(f"{token.text} compares values of the kind {operator.kind} only")
        several = [side for side in (left, right) if isinstance(side, tuple) and len(side) > 1]
        if several and not quantifier:
            raise MalformedConditionError(f"{token.text} compares single values; use ForAnyOfAnyValues:{token.text}")
        return Comparison(
            left=left, operator=operator, right=right, ranges=QUANTIFIERS[quantifier] if quantifier else (all, all)
        )

    def _operand(self) -> tuple[Operand, ValueKind]:
        token = self._take()
        if token.kind is TokenKind.ATTRIBUTE:
            attribute = _attribute(token)
            return attribute, KINDS[attribute]
        if token.text != "{":
            value, kind = _literal(token)
            return (value,), kind
        values = [_literal(self._take())]
        while self._next.text == ",":
            self._take()
            values.append(_literal(self._take()))
        self.expect("}")
        kinds = {kind for _, kind in values}
        if len(kinds) > 1:
            raise MalformedConditionError("the values in braces are of different kinds")
        return tuple(value for value, _ in values), kinds.pop()


def _literal(token: Token) -> tuple[str, ValueKind]:
    kind = _LITERALS.get(token.kind)
    if kind is None:
        raise _unexpected(token)
    return token.text.strip("'"), kind


def _attribute(token: Token) -> Attribute:
    """An attribute that is simulated."""
    source, _, name = token.text[1:-1].partition("[")
    if token.kind is TokenKind.ATTRIBUTE and source.lower() in _SOURCES:
        found = named(_SOURCES[source.lower()], name)
        if found in KINDS:
            return found
    raise MalformedConditionError(f"the attribute {token.text} is unknown")


def _unexpected(token: Token) -> MalformedConditionError:
    what = repr(token.text) if token.text else "end"
    return MalformedConditionError(f"unexpected {what} at character {token.at + 1}")
