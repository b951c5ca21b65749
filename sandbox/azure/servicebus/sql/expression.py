"""Expressions and predicates: which texts are SQL filters.

One descent reads both, because a parenthesis may hold either; what each part turned out to be decides where it may
stand.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from sandbox.azure.servicebus.sql.token import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.azure.servicebus.sql.reader import Reader


class Part(Enum):
    """What a part of a text is."""

    PROPERTY = auto()
    VALUE = auto()
    TRUTH = auto()
    """A predicate: what a filter as a whole must be."""


_COMPARISONS = ("=", "<>", "!=", ">", ">=", "<", "<=")
_SCOPES = frozenset({"sys", "user"})
_CONSTANTS = frozenset({Kind.STRING, Kind.INTEGER, Kind.DECIMAL})
_FUNCTIONS = {"newid": False, "property": True, "p": True}
"""The functions, and whether each takes an argument."""


def predicate(reader: Reader) -> None:
    """Read a predicate."""
    _demand_truth(reader, _either(reader))


def expression(reader: Reader) -> Part:
    """Read an expression: sums and products of constants, properties and functions."""
    return _chain(reader, _product, "+", "-")


def read_property(reader: Reader) -> None:
    """Read the name of a property, with or without its scope."""
    first = reader.next
    if first.kind is not Kind.IDENTIFIER:
        reader.fail(Kind.IDENTIFIER)
    reader.read()
    if first.text.lower() in _SCOPES and reader.take("."):
        if reader.next.kind is not Kind.IDENTIFIER:
            reader.fail(Kind.IDENTIFIER)
        reader.read()


def _either(reader: Reader) -> Part:
    return _connected(reader, "OR", _both)


def _both(reader: Reader) -> Part:
    return _connected(reader, "AND", _negation)


def _connected(reader: Reader, word: str, operand: Callable[[Reader], Part]) -> Part:
    part = operand(reader)
    while reader.next.means(word):
        _demand_truth(reader, part)
        reader.read()
        _demand_truth(reader, operand(reader))
    return part


def _negation(reader: Reader) -> Part:
    negated = False
    while reader.take("NOT"):
        negated = True
    part = _comparison(reader)
    if negated:
        _demand_truth(reader, part)
    return part


def _comparison(reader: Reader) -> Part:
    if reader.take("EXISTS"):
        reader.expect("(")
        read_property(reader)
        reader.expect(")")
        return Part.TRUTH
    left = expression(reader)
    if left is Part.TRUTH:
        return left
    if reader.take(*_COMPARISONS):
        _operand(reader)
    elif left is Part.PROPERTY and reader.take("IS"):
        reader.take("NOT")
        reader.expect("NULL")
    elif not _member_or_like(reader):
        return left
    return Part.TRUTH


def _member_or_like(reader: Reader) -> bool:
    """Read `[NOT] IN (…)` or `[NOT] LIKE …`, if that follows."""
    negated = reader.take("NOT")
    if reader.take("IN"):
        _arguments(reader)
    elif reader.take("LIKE"):
        _operand(reader)
        if reader.take("ESCAPE"):
            _operand(reader)
    elif negated:
        reader.fail("IN", "LIKE")
    else:
        return False
    return True


def _product(reader: Reader) -> Part:
    return _chain(reader, _factor, "*", "/", "%")


def _chain(reader: Reader, operand: Callable[[Reader], Part], *operators: str) -> Part:
    part = operand(reader)
    while part is not Part.TRUTH and reader.take(*operators):
        _demand_value(reader, operand(reader))
        part = Part.VALUE
    return part


def _factor(reader: Reader) -> Part:
    signed = False
    while reader.take("+", "-"):
        signed = True
    part = _atom(reader)
    if signed:
        _demand_value(reader, part)
    return Part.VALUE if signed else part


def _atom(reader: Reader) -> Part:
    if reader.take("("):
        with reader.nested():
            part = _either(reader)
        reader.expect(")")
        return Part.VALUE if part is Part.PROPERTY else part
    if reader.next.kind in _CONSTANTS or reader.next.means("TRUE", "FALSE", "NULL"):
        reader.read()
        return Part.VALUE
    if reader.next.text.lower() in _FUNCTIONS and reader.after_next.means("("):
        return _function(reader)
    if reader.next.kind is not Kind.IDENTIFIER:
        reader.fail()
    read_property(reader)
    return Part.PROPERTY


def _function(reader: Reader) -> Part:
    takes_argument = _FUNCTIONS[reader.read().text.lower()]
    reader.expect("(")
    if takes_argument:
        with reader.nested():
            _operand(reader)
    reader.expect(")")
    return Part.VALUE


def _arguments(reader: Reader) -> None:
    reader.expect("(")
    _operand(reader)
    while reader.take(","):
        _operand(reader)
    reader.expect(")")


def _operand(reader: Reader) -> None:
    _demand_value(reader, expression(reader))


def _demand_truth(reader: Reader, part: Part) -> None:
    """What stands here is a predicate; else what is missing is a comparison, at the next word."""
    if part is not Part.TRUTH:
        reader.fail()


def _demand_value(reader: Reader, part: Part) -> None:
    """What stands here has a value to compare or to reckon with."""
    if part is Part.TRUTH:
        reader.fail()
