"""The grammar of SQL filters and actions, entered twice: what our settings accept Azure accepts, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backbone import sql
from sandbox.azure.servicebus.sql.check import is_read_by, read_action, read_filter

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS: tuple[str, ...] = (
    "a",
    "[b c]",
    '"d"',
    "sys",
    "user",
    ".",
    "newid",
    "p",
    "property",
    "'x'",
    "'it''s'",
    "1",
    "2.5",
    "1e3",
    "TRUE",
)
WORDS += (
    "null",
    "(",
    ")",
    ",",
    ";",
    "=",
    "<>",
    "!=",
    "<",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "%",
    "AND",
    "or",
    "NOT",
    "IS",
    "IN",
)
WORDS += ("LIKE", "ESCAPE", "EXISTS", "SET", "remove", "#", "'", "_", "é", "9223372036854775808", "\n")

_value = st.recursive(
    st.sampled_from(("a", "sys.Label", "user.[b c]", '"d"', "'x'", "1", "2.5", "TRUE", "NULL", "newid()", "-1")),
    lambda inner: (
        st.tuples(inner, st.sampled_from("+-*/%"), inner).map(" ".join)
        | inner.map("({})".format)
        | inner.map("property({})".format)
        | inner.map("- {}".format)
    ),
    max_leaves=4,
)
_condition = st.recursive(
    st.tuples(_value, st.sampled_from(("=", "<>", "!=", ">", ">=", "<", "<=", "LIKE", "NOT LIKE")), _value).map(
        " ".join
    )
    | st.sampled_from(("a IS NULL", "a is not null", "EXISTS(a)", "a IN (1, b, 'c')", "a NOT IN ('c')"))
    | st.tuples(_value, _value).map(lambda pair: f"{pair[0]} LIKE {pair[1]} ESCAPE '!'"),
    lambda inner: (
        st.tuples(inner, st.sampled_from(("AND", "or")), inner).map(" ".join)
        | inner.map("({})".format)
        | inner.map("NOT {}".format)
    ),
    max_leaves=4,
)
_statement = _value.map("SET a = {}".format) | st.just("REMOVE sys.Label") | _value.map("set [b c] = {};".format)
_action = st.lists(_statement, min_size=1, max_size=4).map(", ".join)
_soup = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


def _taken(require: Callable[[str], object], text: str) -> bool:
    try:
        require(text)
    except sql.SqlError:
        return False
    return True


@settings(deadline=None, max_examples=400, database=None, derandomize=True)
@given(condition=_condition, action=_action)
def test_what_the_grammar_gives_is_taken_by_both(condition: str, action: str) -> None:
    assert _taken(sql.require_filter, condition)
    assert is_read_by(read_filter, condition)
    assert _taken(sql.require_action, action)
    assert is_read_by(read_action, action)


@settings(deadline=None, max_examples=600, database=None, derandomize=True)
@given(text=_soup | st.tuples(_condition, _soup).map(" ".join) | st.tuples(_action, _soup).map(" ".join))
def test_both_take_and_refuse_the_same_texts(text: str) -> None:
    assert _taken(sql.require_filter, text) == is_read_by(read_filter, text)
    assert _taken(sql.require_action, text) == is_read_by(read_action, text)


@pytest.mark.parametrize("deep", ["(" * 40 + "a = 1" + ")" * 40, "NOT " * 250 + "a = 1", "-" * 1000 + "1 = 1"])
def test_a_text_may_be_deep(deep: str) -> None:
    assert _taken(sql.require_filter, deep)
    assert is_read_by(read_filter, deep)


@pytest.mark.parametrize("text", ["", " ", "a", "(" * 41 + "a = 1" + ")" * 41, "(" * 1000, "(a = 1) = 1", "a = 1 b"])
def test_a_text_that_is_no_condition_is_no_filter(text: str) -> None:
    with pytest.raises(sql.SqlError, match=r"^character \d+: "):
        sql.require_filter(text)
    assert not is_read_by(read_filter, text)
