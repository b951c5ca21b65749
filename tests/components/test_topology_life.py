"""Chains, topics and rules: made in order, changed in an order that Azure accepts, taken away in reverse."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

ENTITIES = ("/queues/", "/topics/")


def _stack(queues: Mapping[str, Any], topics: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {**LOCATION, "backbone:protect": True, "backbone:namespace": {"queues": queues, "topics": topics or {}}}


def _chain(*names: str) -> dict[str, Any]:
    return {name: {"forwardTo": to} for name, to in itertools.pairwise(names)} | {names[-1]: {}}


def _held(stack: Deployment) -> dict[str, dict[str, Any]]:
    """The properties of what is in the namespace, by the end of its id."""
    return {
        held["id"].partition("/namespaces/")[2].partition("/")[2]: held["body"]["properties"]
        for held in stack.world.resources()
        if any(part in held["id"] for part in ENTITIES)
    }


def _forwards(stack: Deployment) -> dict[str, str]:
    """What forwards where, by name."""
    found = _held(stack).items()
    return {key.rpartition("/")[2]: properties["forwardTo"] for key, properties in found if "forwardTo" in properties}


def _made(stack: Deployment) -> dict[str, str]:
    """When each queue, topic and subscription was made: another time would mean another one."""
    return {key: properties["createdAt"] for key, properties in _held(stack).items() if "createdAt" in properties}


def _links(*chains: Iterable[str]) -> dict[str, str]:
    return {name: to for names in chains for name, to in itertools.pairwise(names)}


def test_a_chain_is_changed_in_an_order_that_azure_accepts_and_nothing_is_replaced(deploy: Deploy) -> None:
    stack = deploy(_stack(_chain("a", "b", "c")))
    stack.up()
    made = _made(stack)
    changes: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
        "turned round": (_chain("c", "b", "a"), _links("cba")),
        "an entity put into the middle": (_chain("c", "d", "b", "a"), _links("cdba")),
        "pointed to a new end": (_chain("c", "d", "b", "e") | {"a": {}}, _links("cdbe")),
        "tail cut": (_chain("c", "d") | _chain("b") | _chain("e") | _chain("a"), _links("cd")),
        "one end turned to the session queue": (
            _chain("c", "d", "tracking") | _chain("b") | _chain("e") | _chain("a"),
            _links("cd", ["d", "tracking"]),
        ),
    }
    for what, (queues, links) in changes.items():
        answer = stack.up(_stack(queues))
        assert "replaced" not in answer, what
        assert _forwards(stack) == links, what
        assert made.items() <= _made(stack).items(), what
        made = _made(stack)
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
