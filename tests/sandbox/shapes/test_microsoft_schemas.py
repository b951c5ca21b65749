"""The simulated tables against Microsoft's resource schemas, where a folder with them is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sandbox.azure.catalogue import TYPES
from tests.sandbox.shapes.comparison import Difference, Fault
from tests.sandbox.shapes.differences_microsoft import DECLARED
from tests.sandbox.shapes.microsoft import Schema, differences, schema_of, schemas

if TYPE_CHECKING:
    from sandbox.azure.resource_type import ResourceType

_WITHOUT = "no schemas given: pytest --azure-schemas DIR compares with a copy of github.com/Azure/bicep-types-az"


@pytest.fixture(scope="module")
def found(request: pytest.FixtureRequest) -> dict[tuple[str, str], Schema]:
    """The schemas in the given folder."""
    folder = request.config.getoption("--azure-schemas")
    if folder is None:
        pytest.skip(_WITHOUT)
    read = schemas(Path(folder))
    assert read, f"{folder} holds no types.json"
    return read


@pytest.mark.parametrize("described", TYPES, ids=lambda each: f"{each.name}/{each.named}".rstrip("/"))
def test_a_table_differs_from_microsoft_s_schema_only_where_that_is_declared(
    described: ResourceType, found: dict[tuple[str, str], Schema]
) -> None:
    schema = schema_of(described, found)
    if schema is None:
        pytest.skip(f"no schema of {described.name} in a version that is simulated")
    undeclared = [
        difference
        for difference in differences(described.body, schema)
        if not any(each.covers(described.name, difference) for each in DECLARED)
    ]
    assert undeclared == []


def test_every_declared_difference_is_one(found: dict[tuple[str, str], Schema]) -> None:
    with_schema = [(described, schema) for described in TYPES if (schema := schema_of(described, found))]
    if {described.provider for described, _ in with_schema} < {each.type.partition("/")[0] for each in DECLARED} - {
        "*"
    }:
        pytest.skip("the folder lacks schemas of some providers")
    seen = [(described.name, one) for described, schema in with_schema for one in differences(described.body, schema)]
    assert [each for each in DECLARED if not any(each.covers(*one) for one in seen)] == []


def _schema(**members: tuple[dict[str, object], int]) -> Schema:
    """A schema of one object, written down here."""
    file: list[dict[str, object]] = [each for each, _ in members.values()]
    properties = {
        name: {"type": {"$ref": f"#/{number}"}, "flags": flags}
        for number, (name, (_, flags)) in enumerate(members.items())
    }
    return Schema(file=file, type={"$type": "ObjectType", "properties": properties})


def test_a_schema_that_says_otherwise_is_found_out() -> None:
    queue = next(each for each in TYPES if each.path == "namespaces/queues")
    table = queue.body["properties"].properties
    told = _schema(
        lockDuration=({"$type": "StringType"}, 1),
        maxDeliveryCount=({"$type": "IntegerType"}, 2),
        enableExpress=({"$type": "BooleanType"}, 4),
        messageCount=({"$type": "IntegerType"}, 0),
        forwardTo=({"$type": "StringType", "maxLength": 5}, 0),
        status=({"$type": "StringLiteralType", "value": "Sleeping"}, 0),
        another=({"$type": "StringType"}, 0),
        computed=({"$type": "StringType"}, 2),
    )
    faults = {(each.path, each.fault) for each in differences(table, told) if each.path in told.members}
    assert faults == {
        ("lockDuration", Fault.REQUIRED),
        ("maxDeliveryCount", Fault.SURPLUS),
        ("enableExpress", Fault.UNREAD),
        ("messageCount", Fault.COMPUTED),
        ("forwardTo", Fault.BOUNDS),
        ("status", Fault.VALUES),
        ("another", Fault.UNKNOWN),
        ("computed", Fault.UNANSWERED),
    }
    assert Difference(path="requiresSession", fault=Fault.SURPLUS) in set(differences(table, told))
