"""Who may send to and receive from what in a stack with scale units: the second table of docs/security.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import DEPLOYER, PrincipalType
from tests.components import theirs
from tests.components.stacks import LOCATION, PORTAL_PRINCIPAL

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
    "portal": (PORTAL_PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL),
    "subscriber": ("00000000-0000-4000-8000-0000000000b4", PrincipalType.SERVICE_PRINCIPAL),
}
"""Whom the stack file names, by the name under which the tests make them known."""

COLUMNS = {
    "function": "the function",
    DEPLOYER: "the deployer",
    "receiver": "a receiver of tracking@shipments",
    "team": "a team that receives from tracking@main",
    "sender": "a sender to audit@main",
    "subscriber": "the receiver of parcels",
    "portal": "the portal",
}
ENTITIES = {
    "tracking@main": "the default queue",
    "audit@main": "a route's target",
    "inbox@main": "neither mapped nor routed to",
    "tracking@shipments": "a scale unit's session queue",
    "returns@shipments": "mapped by an entry",
    theirs.NEAR: "an existing queue that is mapped",
    theirs.PLAIN: "another queue of its namespace",
    "orders@main": "a topic that is a route's target",
    "orders@main/billing": "a subscription of its own",
    "orders@main/parcels": "a subscription that another unit listens to",
}
"""The rows: each entity of the stack, and what it is there for."""

STACK: dict[str, Any] = {
    **LOCATION,
    "backbone:protect": False,
    "backbone:namespace": {
        "queues": {"audit": {}, "inbox": {}},
        "topics": {"orders": {"subscriptions": {"billing": {}}}},
    },
    "backbone:scaleUnits": {"shipments": {"queues": {"returns": {"requiresSession": True}}}},
    "backbone:mappings": {"returned": "returns@shipments", "near": theirs.NEAR},
    "backbone:routes": {"Audit": "audit@main", "Order": "orders@main"},
    "backbone:subscriptions": {
        "parcels": {
            "to": "orders@main",
            "receiver": PEOPLE["subscriber"][0],
            "rules": {"mine": {"sqlFilter": "entity = 'Parcel'"}},
        }
    },
    "backbone:access": {
        "portal": PORTAL_PRINCIPAL,
        "receivers": {
            "tracking@shipments": [PEOPLE["receiver"][0]],
            "tracking@main": [{"id": PEOPLE["team"][0], "type": "Group"}],
        },
        "senders": {"audit@main": [PEOPLE["sender"][0]]},
    },
}


def make_known(world: World) -> None:
    """Make the people and the queues known that the stack file names."""
    theirs.make_theirs(world)
    for name, (object_id, kind) in PEOPLE.items():
        world.add_principal(name, object_id, kind)


def ids(world: World) -> Mapping[str, str]:
    """Resource ids of the stack's queues, topics and subscriptions by address, and of others' that are rows."""
    found = [each["id"] for each in world.resources() if each["type"] in _TYPES]
    own = {_address(each): each for each in found if "/backbone-" in each}
    return {**own, **{each: each for each in found if each in ENTITIES}}


_NAMESPACES = "Microsoft.ServiceBus/namespaces"
_TYPES = (f"{_NAMESPACES}/queues", f"{_NAMESPACES}/topics", f"{_NAMESPACES}/topics/subscriptions")


def _address(resource_id: str) -> str:
    namespace, _, entity, *below = resource_id.partition("/namespaces/")[2].split("/")
    alias = namespace.removeprefix("backbone-").split("-")[0]
    return "/".join((f"{entity}@{alias}", *below[1:]))


def _shown(address: str) -> str:
    """An address, or what tells a resource id from others."""
    return address if "@" in address else f"…/{'/'.join(address.split('/')[-3:])}"


def cell(world: World, principal: str, scope: str) -> str:
    """What a principal may do with an entity as it stands."""
    may = [verb for verb, action in ACTIONS.items() if world.may(principal, action, scope).allowed]
    return f"**{' and '.join(may)}**" if may else "no"


def markdown(world: World) -> str:
    """The table."""
    scopes = ids(world)
    rows = [["address", "what it is", *COLUMNS.values()], ["---"] * (len(COLUMNS) + 2)]
    for address, what in ENTITIES.items():
        cells = [cell(world, principal, scopes[address]) for principal in COLUMNS]
        rows.append([f"`{_shown(address)}`", what, *cells])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
