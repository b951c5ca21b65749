"""What a stack holds in its namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.deployment import Deployment

ENTITIES = ("/queues/", "/topics/")
"""What the id of a queue, a topic or something below has in it."""


def calls(stack: Deployment, method: str) -> dict[str, int]:
    """When each entity was called upon by a method, by the end of its id."""
    of_entities = (call for call in stack.requests() if any(part in call["id"] for part in ENTITIES))
    return {_end(call["id"]): place for place, call in enumerate(of_entities) if call["method"] == method}


def held(stack: Deployment) -> dict[str, dict[str, Any]]:
    """The properties of what is in the namespace, by the end of its id."""
    return {
        _end(each["id"]): each["body"]["properties"]
        for each in stack.world.resources()
        if any(part in each["id"] for part in ENTITIES)
    }


def _end(id_: str) -> str:
    """What follows the namespace in an id."""
    return id_.partition("/namespaces/")[2].partition("/")[2]
