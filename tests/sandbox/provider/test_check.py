from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider.wire import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sandbox.provider.door import Door, Resource

Autonaming = messages.CheckRequest.AutonamingOptions


def test_inputs_come_back_with_name_location_and_api_version(door: Door) -> None:
    found = door.check("resources:ResourceGroup", "group", {"tags": {"owner": "team"}})

    name = found.inputs.pop("resourceGroupName")
    assert found.failures == []
    assert name.startswith("group")
    assert found.inputs == {
        "__createBeforeDelete": True,
        "azureApiVersion": "2024-03-01",
        "location": "westeurope",
        "tags": {"owner": "team"},
    }


def test_without_a_configured_location_the_resource_group_s_is_taken(
    connect: Callable[[], Door],
    group: Resource,
) -> None:
    plain = connect()
    plain.configure()

    found = plain.check("servicebus:Namespace", "namespace", {"resourceGroupName": group.outputs["name"]})

    assert [found.inputs["location"], found.failures] == ["westeurope", []]


def test_a_location_that_nobody_names_is_asked_for(connect: Callable[[], Door]) -> None:
    plain = connect()
    plain.configure()

    found = plain.check("servicebus:Namespace", "namespace", {"resourceGroupName": "missing"})

    assert [failure.partition(".")[0] for failure in found.failures] == ["missing required property 'location'"]


def test_an_unknown_resource_group_makes_the_location_unknown(connect: Callable[[], Door]) -> None:
    plain = connect()
    plain.configure()

    found = plain.check("servicebus:Namespace", "namespace", {"resourceGroupName": UNKNOWN})

    assert [found.inputs["location"], found.failures] == [UNKNOWN, []]


@pytest.mark.parametrize(
    ("mode", "name", "failures"),
    [
        (Autonaming.PROPOSE, "given-name", []),
        (Autonaming.ENFORCE, "given-name", []),
        (Autonaming.DISABLE, None, ["missing required property 'namespaceName'"]),
    ],
)
def test_the_auto_naming_setting_arrives(
    door: Door,
    mode: Autonaming.Mode.ValueType,
    name: str | None,
    failures: list[str],
) -> None:
    options = Autonaming(mode=mode, proposed_name="given-name")

    found = door.check("servicebus:Namespace", "namespace", {"resourceGroupName": "group"}, autonaming=options)

    assert [found.inputs.get("namespaceName"), found.failures] == [name, failures]


def test_a_second_check_keeps_the_first_one_s_name(door: Door) -> None:
    first = door.check("resources:ResourceGroup", "group", {})

    second = door.check("resources:ResourceGroup", "group", {}, old={**first.inputs, "resourceGroupName": "kept"})

    assert second.inputs == {**first.inputs, "resourceGroupName": "kept"}


def test_failures_stand_beside_the_inputs(door: Door) -> None:
    found = door.check(
        "servicebus:Queue", "orders", {"resourceGroupName": "group", "lockDuration": 60, "colour": "red"}
    )

    assert found.inputs["queueName"] == "orders"
    assert found.failures == [
        "missing required property 'namespaceName'",
        "'lockDuration' should be of type 'string' but got a number",
        "unknown property 'colour'",
    ]
