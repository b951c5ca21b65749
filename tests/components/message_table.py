"""Who may send to and receive from which queue of a stack with scale units: the second table of docs/security.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import DEPLOYER, PrincipalType
from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.world import World

ACTIONS = {
    "send": "Microsoft.ServiceBus/namespaces/messages/send/action",
    "receive": "Microsoft.ServiceBus/namespaces/messages/receive/action",
}
PEOPLE = {
    "receiver": ("00000000-0000-4000-8000-0000000000b1", PrincipalType.SERVICE_PRINCIPAL),
    "team": ("00000000-0000-4000-8000-0000000000b2", PrincipalType.GROUP),
    "sender": ("00000000-0000-4000-8000-0000000000b3", PrincipalType.SERVICE_PRINCIPAL),
}
"""Whom the stack file names, by the name under which the tests make them known."""

COLUMNS = {
    "function": "the function",
    DEPLOYER: "the deployer",
    "receiver": "a receiver of tracking@shipments",
    "team": "a team that receives from tracking@main",
    "sender": "a sender to audit@main",
}
QUEUES = {
    "tracking@main": "the default queue",
    "audit@main": "a route's target",
    "inbox@main": "neither mapped nor routed to",
    "tracking@shipments": "a scale unit's session queue",
    "returns@shipments": "mapped by an entry",
}
"""The rows: each queue of the stack, and what it is there for."""

STACK: dict[str, Any] = {
    **LOCATION,
    "backbone:protect": False,
    "backbone:namespace": {"queues": {"audit": {}, "inbox": {}}},
    "backbone:scaleUnits": {"shipments": {"queues": {"returns": {"requiresSession": True}}}},
    "backbone:mappings": {"returned": "returns@shipments"},
    "backbone:routes": {"Audit": "audit@main"},
    "backbone:access": {
        "receivers": {
            "tracking@shipments": [PEOPLE["receiver"][0]],
            "tracking@main": [{"id": PEOPLE["team"][0], "type": "Group"}],
        },
        "senders": {"audit@main": [PEOPLE["sender"][0]]},
    },
}


def make_known(world: World) -> None:
    """Make the people known whom the stack file names."""
    for name, (object_id, kind) in PEOPLE.items():
        world.add_principal(name, object_id, kind)


def ids(world: World) -> Mapping[str, str]:
    """Resource ids of the stack's queues by address."""
    held = [each["id"] for each in world.resources() if each["type"] == "Microsoft.ServiceBus/namespaces/queues"]
    parts = [(each.split("/namespaces/backbone-")[1].split("-")[0], each.rpartition("/")[2], each) for each in held]
    return {f"{queue}@{alias}": each for alias, queue, each in parts}


def cell(world: World, principal: str, scope: str) -> str:
    """What a principal may do with a queue as it stands."""
    may = [verb for verb, action in ACTIONS.items() if world.may(principal, action, scope).allowed]
    return f"**{' and '.join(may)}**" if may else "no"


def markdown(world: World) -> str:
    """The table."""
    scopes = ids(world)
    rows = [["queue", "what it is", *COLUMNS.values()], ["---"] * (len(COLUMNS) + 2)]
    for address, what in QUEUES.items():
        cells = [cell(world, principal, scopes[address]) for principal in COLUMNS]
        rows.append([f"`{address}`", what, *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
