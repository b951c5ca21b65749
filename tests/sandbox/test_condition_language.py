from __future__ import annotations

import pytest

from sandbox.azure.authorization.condition import Circumstances, MalformedConditionError, parse
from sandbox.azure.authorization.condition.attribute import PRINCIPAL_TYPE, ROLE_DEFINITION_ID, Source, named

WRITE = "Microsoft.Authorization/roleAssignments/write"
TYPE = f"@Request[{PRINCIPAL_TYPE}]"
ROLE = f"@Request[{ROLE_DEFINITION_ID}]"
SENDER = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
RECEIVER = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
YES, NO = "'a' StringEquals 'a'", "'a' StringEquals 'b'"
OPEN = "@Resource[Microsoft.KeyVault/vaults:name] StringEquals 'kv'"
ASKED = Circumstances(
    action=WRITE,
    attributes={
        named(Source.REQUEST, PRINCIPAL_TYPE): "ServicePrincipal",
        named(Source.REQUEST, ROLE_DEFINITION_ID): SENDER,
    },
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("ActionMatches{'Microsoft.Authorization/roleAssignments/*'}", True),
        ("ActionMatches{'microsoft.authorization/ROLEASSIGNMENTS/write'}", True),
        ("ActionMatches{'Microsoft.Authorization/roleDefinitions/*'}", False),
        (f"{TYPE} StringEquals 'ServicePrincipal'", True),
        (f"{TYPE} StringEquals 'serviceprincipal'", False),
        (f"{TYPE} StringEqualsIgnoreCase 'serviceprincipal'", True),
        (f"{TYPE} StringNotEqualsIgnoreCase 'serviceprincipal'", False),
        (f"{TYPE} StringStartsWith 'Service'", True),
        (f"{TYPE} StringNotStartsWith 'Service'", False),
        (f"{TYPE} StringEndsWith 'Principal'", True),
        (f"{TYPE} StringContains 'vicePrin'", True),
        (f"{TYPE} StringNotContains 'vicePrin'", False),
        ("'abcd' StringLike 'a*c?'", True),
        ("'abcd' StringLike 'A*C?'", False),
        ("'abcd' StringLike 'a*c'", False),
        (r"'a*c' StringLike 'a\*c'", True),
        (r"'abc' StringLike 'a\*c'", False),
        ("'a.c' StringNotLike 'a.?'", False),
        (f"{ROLE} GuidEquals {SENDER.upper()}", True),
        (f"{ROLE} GuidNotEquals {RECEIVER}", True),
        ("{'red', 'blue'} ForAnyOfAnyValues:StringEquals {'blue', 'green'}", True),
        ("{'red', 'blue'} ForAnyOfAnyValues:StringEquals {'orange', 'green'}", False),
        ("{'red', 'blue'} ForAllOfAnyValues:StringEquals {'orange', 'red', 'blue'}", True),
        ("{'red', 'blue'} ForAllOfAnyValues:StringEquals {'red', 'green'}", False),
        ("{'ab', 'b'} ForAnyOfAllValues:StringContains {'a', 'b'}", True),
        ("{'ab', 'b'} ForAllOfAllValues:StringContains {'a', 'b'}", False),
        ("{'ab', 'ba'} ForAllOfAllValues:StringContains {'a', 'b'}", True),
        (f"{ROLE} ForAnyOfAllValues:GuidNotEquals {{{RECEIVER}, {SENDER}}}", False),
        (f"{ROLE} ForAnyOfAnyValues:GuidNotEquals {{{RECEIVER}, {SENDER}}}", True),
    ],
)
def test_operators_compare_as_documented(text: str, *, verdict: bool) -> None:
    assert parse(text).holds(ASKED) is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (f"{YES} AND {YES}", True),
        (f"{YES} and {NO}", False),
        (f"{NO} && {OPEN}", False),
        (f"{YES} AND {OPEN}", None),
        (f"{NO} OR {YES}", True),
        (f"{NO} || {NO}", False),
        (f"{OPEN} or {YES}", True),
        (f"{OPEN} OR {NO}", None),
        (f"NOT {YES}", False),
        (f"!({NO})", True),
        (f"!({OPEN})", None),
        (f"!!({YES})", True),
        (f"({YES} AND {NO}) OR ({NO} OR {YES})", True),
        (f"({YES} OR {NO}) AND {NO}", False),
    ],
)
def test_what_cannot_be_told_is_neither_true_nor_false(text: str, verdict: bool | None) -> None:
    assert parse(text).holds(ASKED) is verdict


@pytest.mark.parametrize(
    ("text", "in_full", "in_part"),
    [
        (f"Exists {TYPE}", True, True),
        (f"NOT Exists {TYPE}", False, False),
        ("Exists @Resource[Microsoft.KeyVault/vaults:name]", False, None),
        ("NOT Exists @Resource[Microsoft.KeyVault/vaults:name]", True, None),
        ("SubOperationMatches{'Blob.List'}", None, None),
    ],
)
def test_an_attribute_that_is_not_told_may_exist_if_only_a_part_is_told(
    text: str, *, in_full: bool | None, in_part: bool | None
) -> None:
    part = Circumstances(action=WRITE, attributes=ASKED.attributes, is_whole=False)

    assert parse(text).holds(ASKED) is in_full
    assert parse(text).holds(part) is in_part


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{YES} {NO}", "unexpected \"'a'\" at character 22"),
        (f"{YES} AND", "unexpected end at character 25"),
        (f"({YES}", "unexpected end at character 22"),
        ("a = b", "unexpected '=' at character 3"),
        (f"{YES} AND {YES} OR {YES}", "AND and OR beside each other need parentheses"),
        (f"{ROLE} StringEquals 'a'", "StringEquals compares values of the kind String only"),
        (
            f"{TYPE} StringEquals {{'a', 'b'}}",
            "StringEquals compares single values; use ForAnyOfAnyValues:StringEquals",
        ),
        ("@Principal[a:b] StringEquals 'a'", "the attribute @Principal[a:b] is unknown"),
    ],
)
def test_what_is_wrong_with_a_condition_is_told(text: str, why: str) -> None:
    with pytest.raises(MalformedConditionError) as wrong:
        parse(text)

    assert str(wrong.value) == why
