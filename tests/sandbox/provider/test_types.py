from __future__ import annotations

from typing import TYPE_CHECKING

import grpc
import pytest

from tests.sandbox.provider.door import error_of

if TYPE_CHECKING:
    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource


def test_deleting_is_done_once_and_asked_twice_without_harm(door: Door, queue: Resource, world: World) -> None:
    door.delete(queue)
    door.delete(queue)

    assert queue.id not in [each["id"] for each in world.resources()]


def test_a_default_rule_is_taken_over_and_deleted(door: Door, subscription: dict[str, str]) -> None:
    rule = door.create(
        "servicebus:DefaultRule",
        "everything",
        filterType="SqlFilter",
        sqlFilter={"sqlExpression": "entity = 'Order'"},
        **subscription,
    )

    assert rule.outputs["name"] == "$Default"
    assert rule.outputs["sqlFilter"]["sqlExpression"] == "entity = 'Order'"
    door.delete(rule)
    with pytest.raises(grpc.RpcError, match="Status=404"):
        door.invoke("servicebus:getRule", ruleName="$Default", **subscription)


def test_a_rule_comes_back_with_its_filter_and_action(door: Door, subscription: dict[str, str]) -> None:
    rule = door.create(
        "servicebus:Rule",
        "created",
        filterType="CorrelationFilter",
        correlationFilter={"label": "created", "properties": {"entity": "Order"}},
        **subscription,
    )

    assert rule.id.endswith("/rules/created")
    assert rule.outputs["correlationFilter"]["properties"] == {"entity": "Order"}
    assert door.refresh(rule).inputs == rule.inputs


@pytest.fixture
def premium(door: Door, group: Resource) -> dict[str, str]:
    where = {"resourceGroupName": group.outputs["name"], "namespaceName": "premium-space"}
    door.create("servicebus:Namespace", "premium", sku={"name": "Premium", "tier": "Premium", "capacity": 1}, **where)
    return where


def test_a_network_rule_set_is_taken_over(door: Door, premium: dict[str, str]) -> None:
    mask = {"ipMask": "20.1.2.3", "action": "Allow"}

    rules = door.create("servicebus:NamespaceNetworkRuleSet", "rules", ipRules=[mask], **premium)

    assert rules.id.endswith("/networkRuleSets/default")
    assert [rules.outputs["name"], rules.outputs["ipRules"]] == ["default", [mask]]
    assert door.refresh(rules).inputs == rules.inputs


def test_a_network_rule_set_cannot_be_deleted_which_is_the_real_provider_s_flaw(
    door: Door,
    premium: dict[str, str],
) -> None:
    # pulumi-azure-native issue 4064: it resets the rule set to a body that Azure refuses.
    rules = door.create("servicebus:NamespaceNetworkRuleSet", "rules", defaultAction="Allow", **premium)

    with pytest.raises(grpc.RpcError) as refused:
        door.delete(rules)

    assert error_of(refused.value).startswith('Status=400 Code="InvalidNetworkRuleSetUpdate" Message="')


@pytest.mark.parametrize(
    ("type_", "parent"),
    [
        ("servicebus:NamespaceAuthorizationRule", {}),
        ("servicebus:QueueAuthorizationRule", {"queueName": "orders"}),
        ("servicebus:TopicAuthorizationRule", {"topicName": "topic"}),
    ],
)
def test_authorization_rules_live_under_namespace_queue_and_topic(
    door: Door,
    queue: Resource,
    subscription: dict[str, str],
    type_: str,
    parent: dict[str, str],
) -> None:
    where = {name: subscription[name] for name in ("resourceGroupName", "namespaceName")}
    assert queue.id
    rule = door.create(type_, "senders", rights=["Send"], **where, **parent)

    assert rule.outputs["rights"] == ["Send"]
    assert door.update(rule, {**rule.inputs, "rights": ["Send", "Listen"]})["rights"] == ["Send", "Listen"]
    door.delete(rule)
    assert door.refresh(rule).id == ""
