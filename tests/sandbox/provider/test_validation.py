from typing import Any

import pytest

from sandbox.provider.schema import resource_type
from sandbox.provider.validation import failures
from sandbox.provider.wire import UNKNOWN

QUEUE = {"resourceGroupName": "group", "namespaceName": "space1", "queueName": "orders"}
NAMESPACE = {"resourceGroupName": "group", "namespaceName": "space1", "location": "westeurope"}
LOCATION_HINT = ". Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'."
RULE = {**QUEUE, "topicName": "t", "subscriptionName": "s", "ruleName": "r"}
RULE.pop("queueName")


@pytest.mark.parametrize(
    ("type_", "inputs"),
    [
        ("Queue", QUEUE),
        ("Queue", {**QUEUE, "maxDeliveryCount": 10, "requiresSession": True, "maxMessageSizeInKilobytes": 1024}),
        ("Queue", {**QUEUE, "azureApiVersion": "2026-01-01", "__createBeforeDelete": True}),
        ("Queue", {**QUEUE, "namespaceName": UNKNOWN, "maxDeliveryCount": UNKNOWN}),
        ("Queue", {**QUEUE, "status": "Nonsense"}),
        ("Namespace", NAMESPACE),
        ("Namespace", {**NAMESPACE, "sku": {"name": "Premium", "capacity": UNKNOWN}, "tags": {"a": "b"}}),
        ("Namespace", {**NAMESPACE, "tags": UNKNOWN, "sku": UNKNOWN}),
        ("Namespace", {**NAMESPACE, "identity": {"type": "UserAssigned", "userAssignedIdentities": ["/id"]}}),
        ("NamespaceAuthorizationRule", {**NAMESPACE, "authorizationRuleName": "r", "rights": ["Send", UNKNOWN]}),
    ],
)
def test_right_inputs_are_accepted(type_: str, inputs: dict[str, Any]) -> None:
    accepted = {
        name: value for name, value in inputs.items() if type_ != "NamespaceAuthorizationRule" or name != "location"
    }

    assert failures(resource_type(f"azure-native:servicebus:{type_}"), accepted) == []


@pytest.mark.parametrize(
    ("type_", "inputs", "reason"),
    [
        ("Queue", {**QUEUE, "queueName": None}, "missing required property 'queueName'"),
        ("Queue", {**QUEUE, "queueName": ""}, "'queueName' is too short (0): at least 1 characters required"),
        ("Queue", {**QUEUE, "queueName": 3}, "'queueName' should be of type 'string' but got a number"),
        (
            "Queue",
            {**QUEUE, "namespaceName": "x" * 5},
            "'namespaceName' is too short (5): at least 6 characters required",
        ),
        (
            "Queue",
            {**QUEUE, "namespaceName": "x" * 51},
            "'namespaceName' is too long (51): at most 50 characters allowed",
        ),
        (
            "Queue",
            {**QUEUE, "resourceGroupName": "a b"},
            r"'resourceGroupName' does not match expression '^[-\w\._\(\)]+$'",
        ),
        (
            "Queue",
            {**QUEUE, "maxDeliveryCount": "10"},
            "'maxDeliveryCount' should be of type 'integer' but got a string",
        ),
        ("Queue", {**QUEUE, "maxDeliveryCount": 1.5}, "'maxDeliveryCount' must be an integer but got 1.500000"),
        (
            "Queue",
            {**QUEUE, "maxDeliveryCount": True},
            "'maxDeliveryCount' should be of type 'integer' but got a boolean",
        ),
        ("Queue", {**QUEUE, "lockDuration": 60}, "'lockDuration' should be of type 'string' but got a number"),
        ("Queue", {**QUEUE, "lockDuration": ["PT1M"]}, "'lockDuration' should be of type 'string' but got an array"),
        ("Queue", {**QUEUE, "lockDuration": {}}, "'lockDuration' should be of type 'string' but got an object"),
        ("Queue", {**QUEUE, "lockduration": "PT1M"}, "unknown property 'lockduration'"),
        ("Namespace", {**NAMESPACE, "sku": {}}, "missing required property 'sku.name'"),
        ("Namespace", {**NAMESPACE, "sku": {"name": 1}}, "'sku.name' should be of type 'string' but got a number"),
        ("Namespace", {**NAMESPACE, "sku": "Standard"}, "'sku' should be of type 'object' but got a string"),
        ("Namespace", {**NAMESPACE, "sku": {"name": "Basic", "size": 1}}, "unknown property 'sku.size'"),
        ("Namespace", {**NAMESPACE, "tags": {"a": 1}}, "'tags.a' should be of type 'string' but got a number"),
        (
            "Namespace",
            {**NAMESPACE, "encryption": {"keyVaultProperties": [{"keyName": 1}]}},
            "'encryption.keyVaultProperties[0].keyName' should be of type 'string' but got a number",
        ),
        ("Rule", {**RULE, "sqlFilter": {"expression": "1=1"}}, "unknown property 'sqlFilter.expression'"),
        (
            "Namespace",
            {**NAMESPACE, "location": None},
            f"missing required property 'location'{LOCATION_HINT}",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_provider_s_words(type_: str, inputs: dict[str, Any], reason: str) -> None:
    given = {name: value for name, value in inputs.items() if value is not None}

    assert failures(resource_type(f"azure-native:servicebus:{type_}"), given) == [reason]


def test_all_failures_are_reported_at_once() -> None:
    found = failures(resource_type("azure-native:servicebus:Queue"), {"resourceGroupName": "group", "lockDuration": 1})

    assert found == [
        "missing required property 'namespaceName'",
        "missing required property 'queueName'",
        "'lockDuration' should be of type 'string' but got a number",
    ]
