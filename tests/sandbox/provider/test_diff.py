from typing import Any

import pytest

from sandbox.provider.diff import Change, Comparison, compare
from sandbox.provider.schema import resource_type
from sandbox.provider.wire import UNKNOWN

QUEUE = {"resourceGroupName": "group", "namespaceName": "space1", "queueName": "orders"}
NAMESPACE = {"resourceGroupName": "group", "namespaceName": "space1", "location": "westeurope"}
TARGET = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/Default"


def compared(type_: str, old: dict[str, Any], new: dict[str, Any], **options: Any) -> Comparison:
    options.setdefault("old_state", {})
    return compare(resource_type(f"azure-native:{type_}"), old_inputs=old, new_inputs=new, **options)


def outcome(found: Comparison) -> list[tuple[str, Change, bool]]:
    return [(each.path, each.change, each.replaces) for each in found.differences]


@pytest.mark.parametrize(
    ("type_", "before", "after", "expected"),
    [
        (
            "servicebus:Queue",
            {"lockDuration": "PT1M"},
            {"lockDuration": "PT2M"},
            ("lockDuration", Change.UPDATE, False),
        ),
        ("servicebus:Queue", {}, {"lockDuration": "PT2M"}, ("lockDuration", Change.ADD, False)),
        ("servicebus:Queue", {"lockDuration": "PT1M"}, {}, ("lockDuration", Change.DELETE, False)),
        ("servicebus:Queue", {"queueName": "a"}, {"queueName": "b"}, ("queueName", Change.UPDATE, True)),
        ("servicebus:Queue", {"queueName": "a"}, {"queueName": "A"}, ("queueName", Change.UPDATE, True)),
        ("servicebus:Queue", {}, {"requiresSession": True}, ("requiresSession", Change.ADD, True)),
        ("servicebus:Queue", {"requiresSession": True}, {}, ("requiresSession", Change.DELETE, True)),
        (
            "servicebus:Queue",
            {},
            {"requiresDuplicateDetection": True},
            ("requiresDuplicateDetection", Change.ADD, True),
        ),
        ("servicebus:Queue", {}, {"enablePartitioning": True}, ("enablePartitioning", Change.ADD, True)),
        ("servicebus:Topic", {}, {"enablePartitioning": True}, ("enablePartitioning", Change.ADD, True)),
        ("servicebus:Subscription", {}, {"requiresSession": True}, ("requiresSession", Change.ADD, False)),
        (
            "servicebus:Namespace",
            {"sku": {"name": "Standard"}},
            {"sku": {"name": "Premium"}},
            ("sku.name", Change.UPDATE, False),
        ),
        ("servicebus:Namespace", {"tags": {"a": "1"}}, {"tags": {}}, ("tags.a", Change.DELETE, False)),
        ("servicebus:Namespace", {}, {"tags": {"a": "1"}}, ("tags", Change.ADD, False)),
        (
            "servicebus:Namespace",
            {"location": "westeurope"},
            {"location": "northeurope"},
            ("location", Change.UPDATE, True),
        ),
        (
            "servicebus:Namespace",
            {"premiumMessagingPartitions": 1},
            {"premiumMessagingPartitions": 2},
            ("premiumMessagingPartitions", Change.UPDATE, False),
        ),
        (
            "resources:ResourceGroup",
            {"location": "westeurope"},
            {"location": "uksouth"},
            ("location", Change.UPDATE, True),
        ),
        (
            "servicebus:Queue",
            {"namespaceName": "a"},
            {"namespaceName": UNKNOWN},
            ("namespaceName", Change.UPDATE, True),
        ),
        ("servicebus:Namespace", {"tags": {"a": "1"}}, {"tags": UNKNOWN}, ("tags", Change.UPDATE, False)),
        (
            "servicebus:Queue",
            {"maxDeliveryCount": 1},
            {"maxDeliveryCount": True},
            ("maxDeliveryCount", Change.UPDATE, False),
        ),
        (
            "servicebus:NamespaceNetworkRuleSet",
            {"ipRules": [{"ipMask": "1.1.1.1"}]},
            {"ipRules": [{"ipMask": "2.2.2.2"}]},
            ("ipRules[0].ipMask", Change.UPDATE, False),
        ),
        (
            "servicebus:NamespaceNetworkRuleSet",
            {"ipRules": []},
            {"ipRules": [{"ipMask": "2.2.2.2"}]},
            ("ipRules[0]", Change.ADD, False),
        ),
        (
            "servicebus:NamespaceNetworkRuleSet",
            {"ipRules": [{"ipMask": "2.2.2.2"}]},
            {"ipRules": []},
            ("ipRules[0]", Change.DELETE, False),
        ),
    ],
)
def test_one_change_is_one_leaf_path(
    type_: str,
    before: dict[str, Any],
    after: dict[str, Any],
    expected: tuple[str, Change, bool],
) -> None:
    found = compared(type_, before, after)

    assert outcome(found) == [expected]
    assert found.replaces == ((expected[0],) if expected[2] else ())
    assert found.delete_before_replace is expected[2]


@pytest.mark.parametrize(
    ("type_", "before", "after"),
    [
        ("servicebus:Queue", QUEUE, QUEUE),
        ("servicebus:Namespace", {"location": "West Europe"}, {"location": "westeurope"}),
        ("servicebus:Queue", {"resourceGroupName": "Group"}, {"resourceGroupName": "group"}),
        ("servicebus:Queue", {"__createBeforeDelete": True}, {}),
        (
            "servicebus:NamespaceNetworkRuleSet",
            {"virtualNetworkRules": [{"subnet": {"id": TARGET}}]},
            {"virtualNetworkRules": [{"subnet": {"id": TARGET.lower()}}]},
        ),
    ],
)
def test_what_means_the_same_is_no_change(type_: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    found = compared(type_, before, after)

    assert (found.differences, found.changed, found.delete_before_replace) == ((), (), False)


def test_the_id_of_a_bare_resource_group_is_compared_with_its_letter_case() -> None:
    found = compared(
        "servicebus:Queue",
        {"forwardTo": "/subscriptions/s/resourceGroups/g"},
        {"forwardTo": "/subscriptions/s/resourcegroups/g"},
    )

    assert outcome(found) == [("forwardTo", Change.UPDATE, False)]


def test_a_replacing_input_that_states_what_is_already_so_does_not_replace() -> None:
    found = compared(
        "servicebus:Queue", QUEUE, {**QUEUE, "requiresSession": False}, old_state={"requiresSession": False}
    )

    assert outcome(found) == [("requiresSession", Change.ADD, False)]


def test_a_new_input_that_only_repeats_the_sdk_s_default_does_not_count() -> None:
    found = compared("servicebus:Namespace", NAMESPACE, {**NAMESPACE, "publicNetworkAccess": "Enabled"})

    assert outcome(found) == [("publicNetworkAccess", Change.ADD, False)]
    assert found.changed == ()


def test_changed_names_the_top_level_properties_once() -> None:
    found = compared(
        "servicebus:NamespaceNetworkRuleSet",
        {"ipRules": [{"ipMask": "1.1.1.1", "action": "Allow"}]},
        {"ipRules": [{"ipMask": "2.2.2.2"}], "defaultAction": "Deny"},
    )

    assert found.changed == ("defaultAction", "ipRules")


@pytest.mark.parametrize(("marked", "delete_first"), [(True, False), (False, True)])
def test_a_randomly_named_resource_is_created_before_the_old_one_is_deleted(marked: bool, delete_first: bool) -> None:
    old = {**NAMESPACE, "__createBeforeDelete": marked}

    found = compared("servicebus:Namespace", old, {**old, "location": "uksouth"})

    assert found.delete_before_replace is delete_first


@pytest.mark.parametrize("ignored", [("sku",), ("sku.name",), ("tags", "sku")])
def test_ignored_paths_are_left_out(ignored: tuple[str, ...]) -> None:
    found = compared("servicebus:Namespace", {"sku": {"name": "Basic"}}, {"sku": {"name": "Standard"}}, ignored=ignored)

    assert found.differences == ()


def test_an_ignored_path_ignores_no_other_that_starts_alike() -> None:
    found = compared(
        "servicebus:Namespace", {"skuX": 1, "sku": {"name": "a"}}, {"skuX": 2, "sku": {"name": "b"}}, ignored=("sku",)
    )

    assert outcome(found) == [("skuX", Change.UPDATE, False)]


def test_a_state_from_before_the_api_version_was_an_input_is_compared_with_its_output() -> None:
    state = {"azureApiVersion": "2022-01-01-preview"}

    found = compared("servicebus:Queue", QUEUE, {**QUEUE, "azureApiVersion": "2026-01-01"}, old_state=state)

    assert outcome(found) == [("azureApiVersion", Change.UPDATE, False)]
    assert not found.differences[0].in_inputs
