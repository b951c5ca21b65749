"""Queues of others, in this subscription and in another one, and what is wrong with some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import OWNER

if TYPE_CHECKING:
    from sandbox.world import World

HERE = "/subscriptions/00000000-0000-4000-8000-000000000001"
ELSEWHERE = "/subscriptions/99999999-9999-4999-8999-999999999999"
CLOSED = "/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
BUS_VERSION = "2026-01-01"
SESSIONS = {"requiresSession": True}


def namespace_id(subscription: str, name: str) -> str:
    """Resource id of a namespace in the group that others have in a subscription."""
    return f"{subscription}/resourceGroups/rg-theirs/providers/Microsoft.ServiceBus/namespaces/{name}"


NEAR = f"{namespace_id(HERE, 'near-bus')}/queues/orders"
FAR = f"{namespace_id(ELSEWHERE, 'far-bus')}/queues/a~b"
PLAIN = f"{namespace_id(HERE, 'near-bus')}/queues/plain"
FORWARDING = f"{namespace_id(HERE, 'near-bus')}/queues/forwarding"
FAR_PLAIN = f"{namespace_id(ELSEWHERE, 'far-bus')}/queues/plain"
FAR_FORWARDING = f"{namespace_id(ELSEWHERE, 'far-bus')}/queues/forwarding"
FAR_BASIC = f"{namespace_id(ELSEWHERE, 'far-basic-bus')}/queues/orders"
NEAR_STOPPED = f"{namespace_id(HERE, 'near-bus')}/queues/stopped"
STOPPED = f"{namespace_id(ELSEWHERE, 'far-bus')}/queues/stopped"
BASIC = f"{namespace_id(HERE, 'basic-bus')}/queues/orders"
HIDDEN = f"{namespace_id(CLOSED, 'hidden-bus')}/queues/orders"

NAMESPACES = {
    HERE: {"near-bus": "Standard", "basic-bus": "Basic"},
    ELSEWHERE: {"far-bus": "Premium", "far-basic-bus": "Basic"},
}
QUEUES: dict[str, dict[str, Any]] = {
    NEAR: SESSIONS,
    FAR: SESSIONS,
    PLAIN: {},
    FORWARDING: {"forwardTo": "orders"},
    STOPPED: {**SESSIONS, "status": "SendDisabled"},
    BASIC: {},
    FAR_PLAIN: {},
    FAR_FORWARDING: {"forwardTo": "plain"},
    FAR_BASIC: {},
    NEAR_STOPPED: {**SESSIONS, "status": "Disabled"},
}


def make_theirs(world: World) -> None:
    """Create the queues and what they are in."""
    for subscription, namespaces in NAMESPACES.items():
        group = f"{subscription}/resourceGroups/rg-theirs"
        world.call("PUT", group, "2024-03-01", {"location": "westeurope"}, principal=OWNER)
        for name, tier in namespaces.items():
            body = {"location": "westeurope", "sku": {"name": tier, "tier": tier}}
            world.call("PUT", namespace_id(subscription, name), BUS_VERSION, body, principal=OWNER)
    for queue, properties in QUEUES.items():
        make_queue(world, queue, **properties)


def make_queue(world: World, queue: str, **properties: Any) -> None:
    """Create a queue."""
    world.call("PUT", queue, BUS_VERSION, {"properties": properties}, principal=OWNER)
