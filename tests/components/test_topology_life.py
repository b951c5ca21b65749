"""Chains, topics and rules: made in order, changed in an order that Azure accepts, taken away in reverse."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Any

from tests.components.entities import calls, held
from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pytest

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]


def _stack(queues: Mapping[str, Any], topics: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {**LOCATION, "backbone:protect": True, "backbone:namespace": {"queues": queues, "topics": topics or {}}}


def _chain(*names: str) -> dict[str, Any]:
    return {name: {"forwardTo": to} for name, to in itertools.pairwise(names)} | {names[-1]: {}}


def _into(topic: str, *names: str) -> dict[str, Any]:
    """A chain that ends at a topic."""
    return _chain(*names) | {names[-1]: {"forwardTo": topic}}


def _forwards(stack: Deployment) -> dict[str, str]:
    """What forwards where, by name."""
    found = held(stack).items()
    return {key.rpartition("/")[2]: properties["forwardTo"] for key, properties in found if "forwardTo" in properties}


def _made(stack: Deployment) -> dict[str, str]:
    """When each queue, topic and subscription was made: another time would mean another one."""
    return {key: properties["createdAt"] for key, properties in held(stack).items() if "createdAt" in properties}


def _links(*chains: Iterable[str]) -> dict[str, str]:
    return {name: to for names in chains for name, to in itertools.pairwise(names)}


CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, str]]] = {
    "turned round": (_chain("c", "b", "a"), {}, _links("cba")),
    "an entity put into the middle": (_chain("c", "d", "b", "a"), {}, _links("cdba")),
    "pointed to a new end": (_chain("c", "d", "b", "e") | {"a": {}}, {}, _links("cdbe")),
    "a topic put into the middle, and one end turned to the session queue": (
        _into("orders", "c", "d") | _chain("b", "e") | {"a": {}},
        {"orders": {"subscriptions": {"s": {"forwardTo": "b", "forwardDeadLetteredMessagesTo": "tracking"}}}},
        _links("cd", ["d", "orders"], ["s", "b"], "be"),
    ),
    "turned round through the topic": (
        _into("orders", "e", "b") | _chain("d", "c") | {"a": {}},
        {"orders": {"subscriptions": {"s": {"forwardTo": "d"}}}},
        _links("eb", ["b", "orders"], ["s", "d"], "dc"),
    ),
    "tail cut and taken away": (_chain("e", "b"), {}, _links("eb")),
}


def _asked_for(config: Mapping[str, Any]) -> set[str]:
    """The queues and topics of a stack file."""
    namespace = config.get("backbone:namespace", {})
    return {*namespace.get("queues", ()), *namespace.get("topics", ())}


def test_a_chain_is_changed_in_an_order_that_azure_accepts_and_nothing_is_replaced(deploy: Deploy) -> None:
    stack = deploy(_stack(_chain("a", "b", "c")))
    stack.up()
    made = _made(stack)
    before: dict[str, Any] = {}
    for what, (queues, topics, links) in CHANGES.items():
        unprotected = {"backbone:protect": _asked_for(_stack(queues, topics)) >= _asked_for(before)}
        if unprotected["backbone:protect"] is False:
            stack.up(before | unprotected)
        before = _stack(queues, topics)
        answer = stack.up(before | unprotected)
        assert "replaced" not in answer, what
        assert _forwards(stack) == links, what
        now = _made(stack)
        assert {key: at for key, at in made.items() if key in now}.items() <= now.items(), what
        assert {f"queues/{name}" for name in (*queues, "tracking")} == {key for key in now if key[:3] == "que"}, what
        made = now
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")


def _rows(stack: Deployment, subscription: str) -> dict[str, Any]:
    """What the rules of a subscription say, by name."""
    return {
        key.rpartition("/")[2]: (properties.get("sqlFilter") or properties["correlationFilter"])
        | {"action": properties.get("action", {}).get("sqlExpression")}
        for key, properties in held(stack).items()
        if key.startswith(f"{subscription}/rules/")
    }


def _ruled(rules: Mapping[str, Any], **keys: Any) -> dict[str, Any]:
    topics = {"orders": {"subscriptions": {"shipments": {"rules": rules, **keys}}}}
    return _stack({"inbox": {"forwardTo": "orders"}}, topics)


EVERYTHING = {"$Default": {"sqlExpression": "1=1", "compatibilityLevel": 20, "action": None}}
CREATED = {"created": {"sqlFilter": "entity = 'Shipment'", "action": "SET seen = 1"}}


def test_rules_come_change_and_go_and_without_any_every_message_matches(deploy: Deploy) -> None:
    where = "topics/orders/subscriptions/shipments"
    stack = deploy(_ruled({}))
    stack.up()
    made = _made(stack)
    assert _rows(stack, where) == EVERYTHING
    stack.up(_ruled(CREATED))
    found = _rows(stack, where)
    assert {name: (row["sqlExpression"], row["action"]) for name, row in found.items()} == {
        "created": ("entity = 'Shipment'", "SET seen = 1")
    }
    stack.up(_ruled({"created": {"correlationFilter": {"label": "Shipment"}}, "closed": {"sqlFilter": "a = 1"}}))
    found = _rows(stack, where)
    assert found["created"] == {"label": "Shipment", "action": None}
    assert found["closed"]["sqlExpression"] == "a = 1"
    stack.up(_ruled({}))
    assert _rows(stack, where) == EVERYTHING
    queues_and_topics = {key: at for key, at in made.items() if "/rules/" not in key}
    assert queues_and_topics.items() <= _made(stack).items()
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")


def test_what_azure_cannot_change_on_topics_is_refused_in_the_preview(
    deploy: Deploy, subtests: pytest.Subtests
) -> None:
    stack = deploy(_ruled(CREATED))
    stack.up()
    before = stack.world.resources()
    refused = {
        "sessions of a subscription": _ruled(CREATED, requiresSession=True),
        "duplicate detection of a topic": _stack(
            {"inbox": {"forwardTo": "orders"}},
            {"orders": {"requiresDuplicateDetection": True, "subscriptions": {"shipments": {"rules": CREATED}}}},
        ),
        "a topic left out": _stack({"inbox": {}}),
        "a subscription left out": _stack({"inbox": {}}, {"orders": {}}),
    }
    for what, config in refused.items():
        with subtests.test(what):
            stack.configure(config)
            assert "protect" in stack.fail("preview")
            assert stack.world.resources() == before


def test_an_unprotected_subscription_is_replaced_with_its_rules_while_a_source_forwards_to_its_topic(
    deploy: Deploy,
) -> None:
    stack = deploy(_ruled(CREATED) | {"backbone:protect": False})
    stack.up()
    made = _made(stack)
    stack.up(_ruled(CREATED, requiresSession=True) | {"backbone:protect": False})
    known = held(stack)
    assert known["topics/orders/subscriptions/shipments"]["requiresSession"] is True
    assert list(_rows(stack, "topics/orders/subscriptions/shipments")) == ["created"]
    assert known["queues/inbox"]["forwardTo"] == "orders"
    assert _made(stack)["queues/inbox"] == made["queues/inbox"]
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
    stack.succeed("destroy", "--yes")
    assert stack.world.resources() == []


def _shuffled_chains(sets: int) -> dict[str, Any]:
    """Chains of 1 to 4 hops, so many of each, in an order and under names that say nothing about who comes first."""
    chance = random.Random(17)  # noqa: S311
    names = [f"q{number}" for number in range(sets * 14)]
    chance.shuffle(names)
    queues: dict[str, Any] = {}
    for length in (2, 3, 4, 5) * sets:
        queues |= _chain(*(names.pop() for _ in range(length)))
    declared = list(queues.items())
    chance.shuffle(declared)
    return dict(declared)


def _tree(first: int, second: int) -> dict[str, Any]:
    """A topic whose subscriptions lead to topics whose subscriptions lead to the session queue."""
    roots = {f"s{number}": {"forwardTo": f"branch{number}"} for number in range(first)}
    leaves = {f"s{number}": {"forwardTo": "tracking"} for number in range(second)}
    return {"a-root": {"subscriptions": roots}, **{to["forwardTo"]: {"subscriptions": leaves} for to in roots.values()}}


def test_chains_of_one_to_four_hops_and_a_tree_deploy_on_the_first_try_and_go_in_reverse(deploy: Deploy) -> None:
    queues = _shuffled_chains(20)
    stack = deploy({**_stack(queues, _tree(3, 30)), "backbone:protect": False})
    stack.up()
    links = {f"queues/{name}": f"queues/{keys['forwardTo']}" for name, keys in queues.items() if keys}
    for number in range(3):
        below = f"topics/branch{number}/subscriptions"
        links |= {f"topics/a-root/subscriptions/s{number}": f"topics/branch{number}"}
        links |= {f"{below}/s{leaf}": "queues/tracking" for leaf in range(30)}
    known = held(stack)
    assert {key: to.rpartition("/")[2] for key, to in links.items()} == {key: known[key]["forwardTo"] for key in links}
    made = calls(stack, "PUT")
    assert [key for key, to in links.items() if made[to] > made[key]] == []
    leaves = [f"topics/branch{number}/subscriptions/s{leaf}" for number in range(3) for leaf in range(30)]
    roots = [f"topics/a-root/subscriptions/s{number}" for number in range(3)]
    assert all(made[f"{leaf}/rules/$Default"] < made[root] for root in roots for leaf in leaves if root[-1] == leaf[13])
    stack.succeed("destroy", "--yes")
    gone = calls(stack, "DELETE")
    assert [key for key, to in links.items() if gone[to] < gone[key]] == []
    assert stack.world.resources() == []
