from __future__ import annotations

import pytest

from sandbox.azure.servicebus.sql.check import fault, is_read_by, read_action, read_filter

FILTERS = (
    "1=1",
    "sys.Label LIKE '%bus%' OR user.tag IN ('queue', 'topic')",
    "sys.To NOT IN ('a') OR (StoreId = 'it''s')",
    "NOT (a=1 AND b<2) or not not c<>3",
    "(a+1)*2 >= -b % 3",
    "EXISTS(user.x) AND [HR-E]]x] IS NOT NULL",
    'p(\'a\') = "x ""y"""',
    "newid() != NULL",
    r"a LIKE 'b\%' ESCAPE '\'",
    "property(sys.Label)=1.5e3",
    "((a))=(TRUE)",
    "größe = 9223372036854775807",
    f"{'(' * 40}a=1{')' * 40}",
)
NO_FILTERS = (
    ("a", 1, "", "syntax error, unexpected $end"),
    ("a =", 3, "", "syntax error, unexpected $end"),
    ("= 1", 0, "=", "syntax error, unexpected '='"),
    ("a==1", 2, "=", "syntax error, unexpected '='"),
    ("a=1 b=2", 4, "b", "syntax error, unexpected IDENTIFIER, expecting $end"),
    ("a IS 1", 5, "1", "syntax error, unexpected INTEGER, expecting NULL"),
    ("1.5 IS NULL", 4, "IS", "syntax error, unexpected IS"),
    ("a NOT b", 6, "b", "syntax error, unexpected IDENTIFIER, expecting IN, or LIKE"),
    ("(a=1", 4, "", "syntax error, unexpected $end, expecting ')'"),
    ("NOT 'a'", 7, "", "syntax error, unexpected $end"),
    ("a AND b=1", 2, "AND", "syntax error, unexpected AND"),
    ("a=1 AND b OR c=1", 10, "OR", "syntax error, unexpected OR"),
    ("(a=1)+1=2", 5, "+", "syntax error, unexpected '+', expecting $end"),
    ("a=-(b=1)", 8, "", "syntax error, unexpected $end"),
    ("EXISTS('a')", 7, "'a'", "syntax error, unexpected STRING, expecting IDENTIFIER"),
    ("a IN ()", 6, ")", "syntax error, unexpected ')'"),
    ("sys.=1", 4, "=", "syntax error, unexpected '=', expecting IDENTIFIER"),
    ("other.a=1", 5, ".", "syntax error, unexpected '.'"),
    ("newid(1)=a", 6, "1", "syntax error, unexpected INTEGER, expecting ')'"),
    ("'a", 0, "'", "Unrecognized character. '''"),
    ("a=@b", 2, "@", "Unrecognized character. '@'"),
    ("9223372036854775808=a", 0, "9223372036854775808", "Value was either too large or too small for an Int64."),
    (f"{'(' * 41}a=1{')' * 41}", 41, "a", "memory exhausted"),
    (f"{'p(' * 41}a{')' * 41}=1", 82, "a", "memory exhausted"),
)
ACTIONS = (
    ("SET a=1", 1),
    ("SET a=1; REMOVE b;", 2),
    ("SET sys.Label='x', REMOVE user.c", 2),
    ("set [a b]=newid()+1 remove b", 2),
)
NO_ACTIONS = (
    ("a = 'x'", 0, "a", "syntax error, unexpected IDENTIFIER, expecting SET, or REMOVE"),
    ("SET a", 5, "", "syntax error, unexpected $end, expecting '='"),
    ("SET 1=1", 4, "1", "syntax error, unexpected INTEGER, expecting IDENTIFIER"),
    ("SET set=1", 4, "set", "syntax error, unexpected SET, expecting IDENTIFIER"),
    ("REMOVE a=1", 8, "=", "syntax error, unexpected '=', expecting $end"),
    ("SET a=(b=1)", 11, "", "syntax error, unexpected $end"),
    ("SET a=1,", 8, "", "syntax error, unexpected $end, expecting SET, or REMOVE"),
)


@pytest.mark.parametrize("text", FILTERS)
def test_a_predicate_is_a_filter(text: str) -> None:
    assert is_read_by(read_filter, text)
    assert fault(read_filter, text) == {}


@pytest.mark.parametrize(("text", "column", "token", "details"), NO_FILTERS)
def test_what_is_no_predicate_is_no_filter(text: str, column: int, token: str, details: str) -> None:
    assert not is_read_by(read_filter, text)
    assert fault(read_filter, text) == {"line": 1, "column": column, "token": token, "details": details}


@pytest.mark.parametrize(("text", "statements"), ACTIONS)
def test_statements_are_an_action_and_are_counted(text: str, statements: int) -> None:
    assert read_action(text) == statements


@pytest.mark.parametrize(("text", "column", "token", "details"), NO_ACTIONS)
def test_what_is_no_statement_is_no_action(text: str, column: int, token: str, details: str) -> None:
    assert fault(read_action, text) == {"line": 1, "column": column, "token": token, "details": details}


def test_the_words_of_actions_are_names_in_filters() -> None:
    assert is_read_by(read_filter, "set = 1 AND remove = 2")
