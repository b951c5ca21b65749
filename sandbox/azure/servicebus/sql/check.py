"""Whether a text is a filter or an action, and what is wrong with one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.servicebus.sql.expression import Part, expression, predicate, read_property
from sandbox.azure.servicebus.sql.reader import Reader
from sandbox.azure.servicebus.sql.token import KEYWORDS, STATEMENTS, SqlSyntaxError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def read_filter(text: str) -> None:
    """Read a SQL filter; `SqlSyntaxError` if it is none."""
    reader = Reader(text, KEYWORDS)
    predicate(reader)
    reader.expect_end()


def read_action(text: str) -> int:
    """Read a SQL action and count its statements; `SqlSyntaxError` if it is none."""
    reader = Reader(text, KEYWORDS | STATEMENTS)
    _statement(reader)
    count = 1
    while reader.take(",") or reader.next.means(*STATEMENTS):
        _statement(reader)
        count += 1
    reader.expect_end()
    return count


def _statement(reader: Reader) -> None:
    if reader.expect("SET", "REMOVE").means("SET"):
        read_property(reader)
        reader.expect("=")
        if expression(reader) is Part.TRUTH:
            reader.fail()
    else:
        read_property(reader)
    reader.take(";")


def is_read_by(read: Callable[[str], object], text: str) -> bool:
    """Whether a text is of the language that the function reads."""
    try:
        read(text)
    except SqlSyntaxError:
        return False
    return True


def fault(read: Callable[[str], object], text: str) -> Mapping[str, object]:
    """What an error message says of a text that is not of the language; nothing for one that is."""
    try:
        read(text)
    except SqlSyntaxError as error:
        token = error.token
        return {"line": token.line, "column": token.column, "token": token.text, "details": error.details}
    return {}
