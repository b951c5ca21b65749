"""Forwarding rules, entered twice: what our settings accept Azure accepts, and what Azure refuses they refuse."""

from __future__ import annotations

import tempfile
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backbone.addresses import Address
from backbone.entities import EntityKind, arm_name
from backbone.forwarding import Entity, Graph, Paths, Property
from sandbox.world import DEFAULT_SUBSCRIPTION, AzureError, World
from tests.backbone.case import namespace
from tests.backbone.stack import LOCATION, findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GROUP = f"/subscriptions/{DEFAULT_SUBSCRIPTION}/resourceGroups/rg"
VERSION = "2026-01-01"
QUEUES = ("a", "b", "c/d", "e")
TOPICS = ("t", "u")
SUBSCRIPTIONS = ("s", "r")
NAMES = ("tracking", "A", "Tracking", *QUEUES, *TOPICS)
WRONG = ("t/s", "nowhere")
NUMBERS = count()

_destination = st.sampled_from(NAMES)
_flags = {"requiresSession": st.booleans(), "autoDeleteOnIdle": st.sampled_from(("P1D", "P2D"))}


def _source(destination: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, Any]]:
    forwards = {"forwardTo": destination, "forwardDeadLetteredMessagesTo": destination}
    return st.fixed_dictionaries({}, optional=forwards | _flags)


def _stack_files(source: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    topic = st.fixed_dictionaries({"subscriptions": st.dictionaries(st.sampled_from(SUBSCRIPTIONS), source)})
    return st.fixed_dictionaries(
        {
            "queues": st.dictionaries(st.sampled_from(QUEUES), source, max_size=4),
            "topics": st.dictionaries(st.sampled_from(TOPICS), topic, max_size=2),
        }
    ).map(lambda keys: namespace(**keys))


ANY = _stack_files(_source(st.sampled_from(NAMES + WRONG)))
"""Forwards to wherever, mostly wrong."""


@st.composite
def right_ones(draw: st.DrawFn) -> dict[str, Any]:
    """Forwards only to later entities, none from sessions, none idle: mostly right, but for the number of hops."""
    names = draw(st.permutations([*QUEUES, *TOPICS]))
    keys: dict[str, Any] = {"queues": {"tracking": {}}, "topics": {}}
    for position, name in enumerate(names):
        later = st.sampled_from([*names[position + 1 :], "TRACKING"])
        source = st.fixed_dictionaries({}, optional={"forwardTo": later, "forwardDeadLetteredMessagesTo": later})
        if name in TOPICS:
            keys["topics"][name] = {"subscriptions": draw(st.dictionaries(st.sampled_from(SUBSCRIPTIONS), source))}
        else:
            keys["queues"][name] = draw(source)
    return namespace(**keys)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with tempfile.TemporaryDirectory() as home, closing(World(Path(home))) as made:
        made.call("PUT", GROUP, "2024-03-01", {"location": "westeurope"})
        yield made


def _entities(config: Mapping[str, Any]) -> dict[Entity, dict[str, Any]]:
    """What a stack file declares, right or wrong, with the properties that Azure would be asked for."""
    said = config["backbone:namespace"]
    make = partial(_entity, alias="main")
    found = [make(name, EntityKind.QUEUE, keys) for name, keys in said["queues"].items()]
    if "tracking" not in said["queues"]:
        found.append(make("tracking", EntityKind.QUEUE, {"requiresSession": True}))
    for topic, its in said["topics"].items():
        found.append(make(topic, EntityKind.TOPIC, {}))
        found += [make(topic, EntityKind.SUBSCRIPTION, keys, name) for name, keys in its["subscriptions"].items()]
    return dict(found)


def _entity(
    name: str, kind: EntityKind, keys: dict[str, Any], subscription: str | None = None, *, alias: str
) -> tuple[Entity, dict[str, Any]]:
    destinations = {key: keys[key] for key in Property if key in keys}
    address = Address(entity=name, alias=alias, subscription=subscription)
    asked = {"requiresSession": True, **keys} if name == "tracking" else keys
    return Entity(address=address, kind=kind, destinations=_Frozen(destinations)), asked


class _Frozen(dict[Property, str]):
    """Destinations that can be part of a key."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


class _Namespace:
    """An empty namespace of its own in the simulated Azure."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.id = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/agreed-{next(NUMBERS)}"
        world.call("PUT", self.id, VERSION, {"location": "westeurope", "sku": {"name": "Standard"}})

    def put(self, entity: Entity, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Make or change one; the properties that Azure answers."""
        name, subscription = arm_name(entity.address.entity), entity.address.subscription
        below = f"topics/{name}/subscriptions/{subscription}" if subscription else f"{entity.kind}s/{name}"
        body = self.world.call("PUT", f"{self.id}/{below}", VERSION, {"properties": dict(asked)}).body
        assert body is not None
        found: dict[str, Any] = body["properties"]
        return found


def _refused_or_changed(world: World, entities: Mapping[Entity, Mapping[str, Any]]) -> bool:
    """Whether Azure refuses something, whatever comes first: all are made, and only then do they forward."""
    bus = _Namespace(world)
    for entity, asked in entities.items():
        bus.put(entity, {key: value for key, value in asked.items() if key not in set(Property)})
    try:
        return any(
            bus.put(entity, asked)["autoDeleteOnIdle"] != asked.get("autoDeleteOnIdle", "P10675199DT2H48M5.4775807S")
            for entity, asked in entities.items()
            if entity.kind is not EntityKind.TOPIC
        )
    except AzureError:
        return True


@settings(deadline=None, max_examples=150, database=None, derandomize=True)
@given(config=right_ones())
def test_what_the_settings_accept_azure_accepts_in_the_order_of_the_component(
    world: World, config: dict[str, Any]
) -> None:
    assume(not findings({**LOCATION, **config}))
    bus, entities = _Namespace(world), _entities(config)
    made = list(Paths(Graph(entities)).creation_order())
    assert sorted(map(id, made)) == sorted(map(id, entities))
    for entity in made:
        answered = bus.put(entity, entities[entity])
        assert {key: answered[key] for key in entities[entity]} == entities[entity]


@settings(deadline=None, max_examples=150, database=None, derandomize=True)
@given(config=ANY)
def test_what_azure_refuses_or_silently_changes_the_settings_refuse(world: World, config: dict[str, Any]) -> None:
    assume(_refused_or_changed(world, _entities(config)))
    assert findings({**LOCATION, **config})


def test_azure_silently_keeps_alive_what_forwards_and_our_check_refuses_it(world: World) -> None:
    config = namespace(queues={"a": {"forwardTo": "tracking", "autoDeleteOnIdle": "P1D"}}, topics={})
    assert len(findings({**LOCATION, **config})) == 1
    assert _refused_or_changed(world, _entities(config))
