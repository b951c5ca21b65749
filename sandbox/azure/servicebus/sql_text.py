"""The texts of SQL filters and SQL actions: how long they may be, and what language they are in."""

from __future__ import annotations

from sandbox.azure.constraint import Constraint, at_most
from sandbox.azure.servicebus.documents import QUOTAS, entity_rule, namespace_rule
from sandbox.azure.servicebus.sql.check import fault, is_read_by, read_action, read_filter

_PARSING = "https://github.com/Azure/bicep/issues/6557"
_LONGEST = 1024
_MOST_STATEMENTS = 32

FILTER_LENGTH = entity_rule(
    "sql-filter-length",
    text="A SQL filter has at most 1,024 characters.",
    message="The length of the SQL filter exceeds the '1024' character limit.",
    source=QUOTAS,
    wording="ours",
)
FILTER_SYNTAX = namespace_rule(
    "sql-filter-syntax",
    text="A SQL filter is a predicate of the documented grammar.",
    message="There was an error parsing the SQL expression.\n[Token line={line}, column={column}, Token in error= "
    "{token}, Additional details= {details}]",
    source=_PARSING,
    wording="azure",
)
ACTION_LENGTH = entity_rule(
    "sql-action-length",
    text="A SQL action has at most 1,024 characters.",
    message="The length of the SQL action exceeds the '1024' character limit.",
    source=QUOTAS,
    wording="ours",
)
ACTION_SYNTAX = namespace_rule(
    "sql-action-syntax",
    text="A SQL action consists of the statements SET and REMOVE.",
    message=FILTER_SYNTAX.message,
    source=_PARSING,
    wording="azure",
)
ACTION_STATEMENTS = entity_rule(
    "sql-action-expressions",
    text="A SQL action has at most 32 statements.",
    message="The number of expressions in the SQL action exceeds the limit of '32'.",
    source=QUOTAS,
    wording="ours",
)

FILTER_TEXT = (
    at_most(FILTER_LENGTH, _LONGEST),
    Constraint(
        rule=FILTER_SYNTAX,
        holds=lambda text, _: not text or is_read_by(read_filter, text),
        about=lambda text: fault(read_filter, text),
    ),
)
"""A text that is empty is no filter at all: another rule's concern."""
ACTION_TEXT = (
    at_most(ACTION_LENGTH, _LONGEST),
    Constraint(
        rule=ACTION_SYNTAX,
        holds=lambda text, _: not text or is_read_by(read_action, text),
        about=lambda text: fault(read_action, text),
    ),
    Constraint(rule=ACTION_STATEMENTS, holds=lambda text, _: not text or read_action(text) <= _MOST_STATEMENTS),
)
"""An empty text is no action, and that is accepted."""
