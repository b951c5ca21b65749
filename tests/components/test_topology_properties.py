"""Every property of queues, topics, subscriptions and rules: said in YAML, deployed, read back."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import pytest
from pulumi_azure_native import servicebus

from backbone.durations import Duration
from backbone.entities import arm_name
from backbone.settings import (
    ClientAffinitySettings,
    CorrelationFilterSettings,
    QueueSettings,
    RuleSettings,
    SqlExpressionSettings,
    SubscriptionSettings,
    TopicSettings,
)
from backbone.settings.classes import record
from backbone.settings.shape import Record
from tests.components.entities import held
from tests.components.stacks import EVERY_SETTING, PREMIUM_ENTITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from backbone.settings.shape import Shape
    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]


def _said(config: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What a stack file says about each entity, by the end of its id."""
    namespace = config["backbone:namespace"]
    found = {f"queues/{arm_name(name)}": keys for name, keys in namespace["queues"].items()}
    for name, keys in namespace["topics"].items():
        topic = f"topics/{arm_name(name)}"
        found[topic] = {key: value for key, value in keys.items() if key != "subscriptions"}
        for other, its in keys.get("subscriptions", {}).items():
            client = its.get("clientAffineProperties", {}).get("clientId")
            below = f"{topic}/subscriptions/{other}" + (f"${client}$D" if client else "")
            found[below] = {key: value for key, value in its.items() if key != "rules"}
            found |= {f"{below}/rules/{rule}": _spelt(content) for rule, content in its.get("rules", {}).items()}
    return found


def _spelt(rule: Mapping[str, Any]) -> dict[str, Any]:
    """A rule with its expressions as objects."""
    return {key: {"sqlExpression": value} if isinstance(value, str) else value for key, value in rule.items()}


NOT_ANSWERED = {"subscriptions": {"duplicateDetectionHistoryTimeWindow"}, "rules": {"requiresPreprocessing"}}
"""What Azure takes and does not answer."""


@pytest.mark.parametrize("config", [EVERY_SETTING, PREMIUM_ENTITIES], ids=["standard", "premium"])
def test_every_property_that_is_said_is_read_back(deploy: Deploy, config: dict[str, Any]) -> None:
    stack = deploy(config)
    stack.up()
    known = held(stack)
    for key, said in _said(config).items():
        expected = _without(said, NOT_ANSWERED.get(key.split("/")[-2], set()))
        if said.get("enablePartitioning"):
            expected["maxSizeInMegabytes"] *= 16
        found = {name: known[key][name] for name in expected}
        for name, value in expected.items():
            if isinstance(value, dict):
                assert value.items() <= found[name].items(), key
            elif name.startswith("forward"):
                assert found[name].lower() == value.lower(), key
            elif str(value)[:1] == "P":
                assert Duration.parse(found[name]) == Duration.parse(value), key
            else:
                assert found[name] == value, key


def _without(said: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {
        name: _without(value, names) if isinstance(value, dict) else value
        for name, value in said.items()
        if name not in names
    }


def _names(said: Mapping[str, Any]) -> Iterator[str]:
    """The names of all properties, those inside of others behind a period."""
    for name, value in said.items():
        yield name
        yield from (f"{name}.{inner}" for inner in _names(value if isinstance(value, dict) else {}))


def _all_names(shape: Shape) -> Iterator[str]:
    for member in shape.members if isinstance(shape, Record) else ():
        yield member.key
        yield from (f"{member.key}.{inner}" for inner in _all_names(member.shape))


def test_the_two_stacks_say_every_property_there_is() -> None:
    said: dict[str, set[str]] = {}
    for config in (EVERY_SETTING, PREMIUM_ENTITIES):
        for key, keys in _said(config).items():
            said.setdefault(key.split("/")[-2], set()).update(_names(keys))
    for kind, cls in {
        "queues": QueueSettings,
        "topics": TopicSettings,
        "subscriptions": SubscriptionSettings,
        "rules": RuleSettings,
    }.items():
        assert set(_all_names(record(cls))) - {"subscriptions", "rules"} - said[kind] == set(), kind


SDK: dict[type, type] = {
    QueueSettings: servicebus.QueueArgs,
    TopicSettings: servicebus.TopicArgs,
    SubscriptionSettings: servicebus.SubscriptionArgs,
    ClientAffinitySettings: servicebus.SBClientAffinePropertiesArgs,
    RuleSettings: servicebus.RuleArgs,
    SqlExpressionSettings: servicebus.SqlFilterArgs,
    CorrelationFilterSettings: servicebus.CorrelationFilterArgs,
}
WHERE = {"namespace_name", "resource_group_name", "queue_name", "topic_name", "subscription_name", "rule_name"}
OUR_OWN = {"subscriptions", "rules"}
"""What stands below an entity in a stack file, and is a resource of its own."""


@pytest.mark.parametrize("cls", SDK, ids=lambda cls: cls.__name__)
def test_a_stack_file_can_say_every_property_that_the_sdk_knows(cls: type) -> None:
    known = set(inspect.signature(SDK[cls]).parameters) - WHERE - {"filter_type"}
    assert {member.name for member in record(cls).members} - OUR_OWN == known
