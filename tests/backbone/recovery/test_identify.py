"""Ids told from types and inputs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backbone.recovery.arm_types import ARM_TYPES
from backbone.recovery.identify import Identifier, UnknownIdError
from tests.backbone.recovery.states import GROUP, GROUP_ID, QUEUE_ID, SUBSCRIPTION, provider, resource
from tests.deployment import ROOT

OTHER = "11111111-1111-4111-8111-111111111111"
ASSIGNMENT = "azure-native:authorization:RoleAssignment"
ELSEWHERE = resource(ASSIGNMENT, id=f"/subscriptions/22222222-2222-4222-8222-222222222222/x/roleAssignments/{OTHER}")
"""A right on something in another subscription."""
CASES: dict[str, tuple[dict[str, Any], str]] = {
    "a queue": (resource(), QUEUE_ID),
    "a versioned type": (resource("azure-native:servicebus/v20220101preview:Queue"), QUEUE_ID),
    "a name that a path cannot hold": (
        resource(inputs={"resourceGroupName": "rg", "namespaceName": "bus", "queueName": "a~b c"}),
        f"{GROUP_ID}/providers/Microsoft.ServiceBus/namespaces/bus/queues/a~b%20c",
    ),
    "a role assignment at a queue": (
        resource(ASSIGNMENT, inputs={"scope": QUEUE_ID, "roleAssignmentName": OTHER}),
        f"{QUEUE_ID}/providers/Microsoft.Authorization/roleAssignments/{OTHER}",
    ),
    "a diagnostic setting": (
        resource("azure-native:monitor:DiagnosticSetting", inputs={"resourceUri": GROUP_ID, "name": "logs"}),
        f"{GROUP_ID}/providers/Microsoft.Insights/diagnosticSettings/logs",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_id_follows_from_type_and_inputs(case: str) -> None:
    asked, expected = CASES[case]
    assert Identifier(resources=[provider(), GROUP]).id_of(asked) == expected


@pytest.mark.parametrize("golden", sorted((ROOT / "tests/golden").glob("*.json")), ids=lambda path: path.stem)
def test_every_type_that_the_product_declares_has_an_id(golden: Any) -> None:
    identifier = Identifier(resources=[], subscription=SUBSCRIPTION)
    declared = [each for each in json.loads(golden.read_text(encoding="utf-8"))["resources"] if "inputs" in each]
    assert declared
    for each in declared:
        token = each["urn"].split("::")[2].rpartition("$")[2]
        if token.startswith("pulumi:"):
            continue
        assert identifier.id_of({**each, "type": token}).startswith("/subscriptions/")


@pytest.mark.parametrize(
    ("held", "given", "expected"),
    [
        ([provider(subscriptionId=OTHER), GROUP], SUBSCRIPTION, OTHER),
        ([provider(), ELSEWHERE, GROUP], OTHER, SUBSCRIPTION),
        ([provider(), ELSEWHERE], OTHER, OTHER),
    ],
    ids=["the provider's own", "the one that the stack has deployed to", "the one that was given"],
)
def test_the_subscription_is(held: list[dict[str, Any]], given: str, expected: str) -> None:
    found = Identifier(resources=held, subscription=given).id_of(resource())
    assert found.startswith(f"/subscriptions/{expected}/")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (resource(), "the state names no subscription yet; say which one with --subscription ID"),
        (resource(ASSIGNMENT, inputs={"scope": {"ciphertext": "x"}}), "has no scope to be found by"),
        (resource("azure-native:cdn:Profile"), "of a type whose ids are not known here; look in Azure"),
        (resource(ASSIGNMENT, inputs={"scope": GROUP_ID}), "has no roleAssignmentName to be found by"),
    ],
    ids=["no subscription", "a secret name", "an unknown type", "no name"],
)
def test_what_cannot_be_told_is_a_sentence(asked: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        Identifier(resources=[provider()]).id_of(asked)
    assert sentence in str(caught.value)


def test_an_id_that_the_user_looked_up_is_taken() -> None:
    asked = resource("azure-native:cdn:Profile")
    assert Identifier(resources=[], given={asked["urn"]: "/mine"}).id_of(asked) == "/mine"


def test_no_path_is_left_open() -> None:
    for token, arm in ARM_TYPES.items():
        assert arm.path.count("{") == arm.path.count("}"), token
        assert arm.path.startswith(("/subscriptions/{subscriptionId}/", "/{scope}/", "/{resourceUri}/")), token
