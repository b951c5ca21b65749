"""What a stack holds in its namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.deployment import Deployment

ENTITIES = ("/queues/", "/topics/")
"""What the id of a queue, a topic or something below has in it."""


def held(stack: Deployment) -> dict[str, dict[str, Any]]:
    """The properties of what is in the namespace, by the end of its id."""
    return {
        each["id"].partition("/namespaces/")[2].partition("/")[2]: each["body"]["properties"]
        for each in stack.world.resources()
        if any(part in each["id"] for part in ENTITIES)
    }
