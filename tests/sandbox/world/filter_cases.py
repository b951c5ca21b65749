"""Cases of the rules about filters and actions."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.scenery import properties
from tests.sandbox.world.subscription_cases import NEW, rule, sql


def _correlation(**fields: object) -> dict[str, Any]:
    return properties(filterType="CorrelationFilter", correlationFilter=fields)


def _parsing(line: int, column: int, token: str, details: str) -> str:
    return (
        f"There was an error parsing the SQL expression.\n[Token line={line}, column={column}, "
        f"Token in error= {token}, Additional details= {details}]"
    )


CASES = (
    Case(
        rule="servicebus/sql-filter-length",
        accepted=(put(rule("r"), sql(f"a='{'b' * 1020}'")),),
        refused=put(rule("r"), sql(f"a='{'b' * 1021}'")),
        message="SubCode=40000. The length of the SQL filter exceeds the '1024' character limit.",
    ),
    *(
        Case(
            rule="servicebus/sql-filter-missing",
            accepted=(put(rule("r"), properties()), put(rule("r"), sql("1=1"))),
            refused=put(rule("r"), properties(filterType="SqlFilter", sqlFilter=given)),
            message="Value cannot be null.\r\nParameter name: sqlExpression",
        )
        for given in ({}, {"sqlExpression": ""}, {"requiresPreprocessing": True})
    ),
    Case(
        rule="servicebus/sql-filter-syntax",
        accepted=(put(rule("r"), sql("sys.Label LIKE '%bus%' OR user.tag IN ('queue', 'topic')")),),
        refused=put(rule("r"), sql("sys.Label = 'bus' AND\nuser.tag")),
        message=_parsing(2, 8, "", "syntax error, unexpected $end"),
    ),
    Case(
        rule="servicebus/sql-action-syntax",
        accepted=(put(rule("r"), sql("a=1", action={"sqlExpression": "SET sys.To = 'b'; REMOVE c;"})),),
        refused=put(rule("r"), sql("a=1", action={"sqlExpression": "EventType = OriginalEventType"})),
        message=_parsing(1, 0, "EventType", "syntax error, unexpected IDENTIFIER, expecting SET, or REMOVE"),
    ),
    Case(
        rule="servicebus/sql-action-expressions",
        accepted=(put(rule("r"), sql("a=1", action={"sqlExpression": "REMOVE b;" * 32})),),
        refused=put(rule("r"), sql("a=1", action={"sqlExpression": "REMOVE b;" * 33})),
        message="SubCode=40000. The number of expressions in the SQL action exceeds the limit of '32'.",
    ),
    Case(
        rule="servicebus/sql-action-length",
        accepted=(put(rule("r"), sql("a=1", action={"sqlExpression": f"SET a='{'b' * 1016}'"})),),
        refused=put(rule("r"), sql("a=1", action={"sqlExpression": f"SET a='{'b' * 1017}'"})),
        message="SubCode=40000. The length of the SQL action exceeds the '1024' character limit.",
    ),
    Case(
        rule="servicebus/correlation-filter-empty",
        accepted=(
            put(rule("r"), _correlation(label="x")),
            put(rule("s"), _correlation(properties={"entity": "Shipment"})),
        ),
        refused=put(rule("t"), _correlation()),
        message="SubCode=40000. A correlation filter must set at least one property.",
    ),
    *(
        Case(
            rule="servicebus/filter-type",
            accepted=(put(rule("r"), properties(sqlFilter={"sqlExpression": "a=1"})),),
            refused=put(rule("s"), refused),
            message=f"SubCode=40000. A rule whose filterType is '{of_type}' has no '{other}'.",
        )
        for refused, of_type, other in (
            (properties(correlationFilter={"label": "x"}), "SqlFilter", "correlationFilter"),
            (
                properties(filterType="CorrelationFilter", sqlFilter={"sqlExpression": "a=1"}),
                "CorrelationFilter",
                "sqlFilter",
            ),
        )
    ),
    Case(
        rule="servicebus/sql-filter-count",
        accepted=(put(NEW), put(rule("r"), sql("a=1"))),
        prepare=lambda azure: azure.fill(rule("r"), 1_998),
        refused=put(f"{NEW}/rules/one-too-many", sql("a=1")),
        message="SubCode=40300. The maximum number of resources of type `SqlFilter` has been reached or exceeded.",
    ),
    Case(
        rule="servicebus/correlation-filter-count",
        accepted=(put(rule("r"), _correlation(label="x")),),
        prepare=lambda azure: azure.fill(rule("r"), 99_999),
        refused=put(rule("one-too-many"), _correlation(label="x")),
        message="SubCode=40300. The maximum number of resources of type `CorrelationFilter` has been reached or "
        "exceeded.",
    ),
)
