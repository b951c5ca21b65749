"""The forwarding graph: order, depth, cycles and what is warned about."""

from __future__ import annotations

import itertools
import random
import time
from typing import TYPE_CHECKING, Any

import pytest

from backbone import cautions
from backbone.addresses import Address
from backbone.entities import EntityKind
from backbone.forwarding import Entity, Graph, Paths, Property
from backbone.forwarding.fan_out import Shape, shape_for
from backbone.forwarding.reading import graph_of
from backbone.settings.path import written
from tests.backbone.case import namespace
from tests.backbone.cases.parts import QUEUES, chain, subscription
from tests.backbone.stack import LOCATION, findings, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

FORWARD = "backbone:namespace.queues.inbox.forwardTo"
LAST_HOP = "has 4 hops, as many as Azure allows: a forward at its end, or one of dead letters on the way, would be one "


def _queue(name: str, **destinations: str) -> Entity:
    by = {"forward_to": Property.FORWARD_TO, "dead_letters": Property.DEAD_LETTERS}
    return Entity(
        address=Address(entity=name, alias="main"),
        kind=EntityKind.QUEUE,
        destinations={by[key]: destination for key, destination in destinations.items()},
    )


def _listeners(count: int, **keys: Any) -> dict[str, Any]:
    return {f"s{number}": keys for number in range(count)}


def _cautions(config: Mapping[str, Any]) -> list[str]:
    return [f"{written(caution.path)}: {caution.message}" for caution in cautions.of(parse(config))]


def _tree(first: int, second: int) -> dict[str, Any]:
    """A topic with so many subscriptions, each leading to a topic with so many of its own."""
    roots = {f"s{number}": {"forwardTo": f"branch{number}"} for number in range(first)}
    branches = {f"branch{number}": {"subscriptions": _listeners(second)} for number in range(first)}
    return {"root": {"subscriptions": roots}, **branches}


def test_every_destination_is_made_before_its_sources_at_any_depth_and_in_any_declared_order() -> None:
    names = [f"q{number}" for number in range(500)]
    entities = [_queue(name, forward_to=to) for name, to in itertools.pairwise(names)] + [_queue(names[-1])]
    chance = random.Random(7)  # noqa: S311
    for _ in range(20):
        chance.shuffle(entities)
        made = [entity.address.entity for entity in Paths(Graph(entities)).creation_order()]
        assert made == names[::-1]


def test_a_subscription_is_made_after_its_topic_and_after_what_it_forwards_to() -> None:
    settings = parse(
        namespace(queues={"a": {"forwardTo": "orders"}}, topics=subscription(forwardTo="tracking"))
    ).namespace
    made = [str(entity.address) for entity in Paths(graph_of(settings)).creation_order()]
    assert made.index("tracking@main") < made.index("orders@main/s") < made.index("a@main")
    assert made.index("orders@main") < made.index("orders@main/s")


def test_the_declared_order_never_matters() -> None:
    declared = list(chain("d", "b", "c", "a", "tracking").items())
    settings = parse(namespace(queues=dict(declared)))
    chance = random.Random(11)  # noqa: S311
    for _ in range(20):
        chance.shuffle(declared)
        assert parse(namespace(queues=dict(declared))) == settings


def test_every_mistake_is_reported_at_once() -> None:
    wrong = namespace(
        queues={
            **chain("a", "b", "c", "d", "e", "f") | {"f": {}},
            **chain("x", "y", "x"),
            "self": {"forwardTo": "SELF"},
            "lost": {"forwardTo": "nowhere"},
            "idle": {"forwardTo": "tracking", "autoDeleteOnIdle": "P1D"},
            "session": {"forwardTo": "tracking", "requiresSession": True},
            "astray": {"forwardTo": "elsewhere"},
            "below": {"forwardDeadLetteredMessagesTo": "orders/s"},
        },
        topics={"orders": {"subscriptions": {"s": {}}}, "many": {"subscriptions": _listeners(2_001)}},
    )
    further = {
        "backbone:scaleUnits": {"far": {"queues": {"elsewhere": {}}}},
        "backbone:access": {"receivers": {"a@main": ["22222222-2222-2222-2222-222222222222"]}},
    }
    found = {finding.path: finding.message for finding in findings({**LOCATION, **wrong, **further})}
    queues = {path.rpartition("queues.")[2]: message for path, message in found.items() if "queues." in path}
    assert queues == {
        "e.forwardTo": "The chain has 5 hops: a@main -> b@main -> c@main -> d@main -> e@main -> f@main.",
        "y.forwardTo": "The cycle is x@main -> y@main -> x@main.",
        "self.forwardTo": "The chain is self@main -> SELF@main.",
        "lost.forwardTo": "There is none of that name. The chain is lost@main -> nowhere@main.",
        "idle.autoDeleteOnIdle": "Azure never deletes what forwards. The chain is idle@main -> tracking@main.",
        "session.forwardTo": "Azure forwards to session-enabled queues, not from them. The chain is session@main -> "
        "tracking@main.",
        "astray.forwardTo": "far has it, but Azure forwards within one namespace only. The chain is astray@main -> "
        "elsewhere@main.",
        "below.forwardDeadLetteredMessagesTo": "That is a subscription: forward to its topic, or to a queue. The chain "
        "is below@main -> orders/s@main.",
    }
    assert found.keys() - {f"{QUEUES}.{name}" for name in queues} == {
        'backbone:access.receivers["a@main"]',
        "backbone:namespace.topics.many.subscriptions",
    }


def test_a_tree_is_made_from_its_leaves() -> None:
    graph = graph_of(parse(namespace(topics=_tree(20, 200))).namespace)
    made = [str(entity.address) for entity in Paths(graph).creation_order()]
    assert len(made) == len(graph.entities) == 1 + 1 + 20 + 20 + 20 * 200
    first_root = min(made.index(f"root@main/s{number}") for number in range(20))
    assert max(made.index(f"branch{number}@main/s{leaf}") for number in range(20) for leaf in range(200)) < first_root


def test_a_long_cycle_is_spelt_as_far_as_anybody_reads() -> None:
    names = [f"q{number}" for number in range(30)]
    graph = Graph(_queue(name, forward_to=to) for name, to in zip(names, names[1:] + names[:1], strict=True))
    (cycle,) = Paths(graph).cycles.values()
    assert cycle.hops == 30
    assert str(cycle) == " -> ".join([*(f"q{number}@main" for number in range(12)), "(18 more)", "q0@main"])


def test_ten_thousand_entities_are_read_in_well_under_a_second() -> None:
    chance = random.Random(3)  # noqa: S311
    row = [_queue(f"a{number}", forward_to=f"a{number + 1}", dead_letters="a0") for number in range(5_000)]
    wild = [
        _queue(f"b{number}", forward_to=f"b{chance.randrange(5_000)}", dead_letters=f"a{chance.randrange(5_000)}")
        for number in range(5_000)
    ]
    started = time.process_time()
    paths = Paths(Graph([*row, *wild]))
    assert len(list(paths.creation_order())) == 10_000
    assert list(paths.beyond(4))
    assert len(paths.cycles) > 5_000
    assert time.process_time() - started < 0.8


CAUTIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "three hops": (namespace(queues=chain("a", "b", "inbox", "end") | {"end": {}}), []),
    "four hops": (
        namespace(queues=chain("a", "b", "c", "inbox", "end") | {"end": {}}),
        [f"{FORWARD}: a@main -> b@main -> c@main -> inbox@main -> end@main {LAST_HOP}too many."],
    ),
    "a session-enabled destination": (
        namespace(queues={name: {"forwardTo": "tracking"} for name in "abcde"}),
        [
            (
                f"{QUEUES}.tracking: tracking@main takes sessions only: without a session id a message stays in the "
                "dead-letter queue of a@main, b@main, c@main, 2 more."
            )
        ],
    ),
    "a session-enabled destination where order is lost on the way": (
        namespace(topics={"orders": {"supportOrdering": False, "subscriptions": {"s": {"forwardTo": "tracking"}}}}),
        [
            (
                f"{QUEUES}.tracking: tracking@main takes sessions only: without a session id a message stays in the "
                "dead-letter queue of orders@main/s. The order of a session is not kept on the way from orders@main/s."
            )
        ],
    ),
    "a destination that deletes itself": (
        namespace(queues={"inbox": {"forwardTo": "end"}, "end": {"autoDeleteOnIdle": "P7D"}}),
        [
            (
                f"{QUEUES}.end.autoDeleteOnIdle: end@main may delete itself, which breaks the forwards from "
                "inbox@main: leave autoDeleteOnIdle out."
            )
        ],
    ),
    "a closed destination": (
        namespace(queues={"inbox": {"forwardTo": "end"}, "end": {"status": "SendDisabled"}}),
        [
            (
                f"{QUEUES}.end.status: The status of end@main lets nothing in: messages stay in the dead-letter queue "
                "of inbox@main."
            )
        ],
    ),
    "a topic that nobody listens to": (
        namespace(queues={"inbox": {"forwardTo": "orders"}}, topics={"orders": {}}),
        ["backbone:namespace.topics.orders: orders@main has no subscription: what comes from inbox@main is lost."],
    ),
    "a fan-out that is wide first": (
        namespace(topics=_tree(200, 20)),
        [
            (
                "backbone:namespace.topics.root.subscriptions: root@main fans out 200 x 20: 20 x 200 reaches as many "
                "subscriptions with 20 forwards of each message instead of 200."
            )
        ],
    ),
    "a fan-out that is wide at last": (namespace(topics=_tree(20, 200)), []),
    "a moderate fan-out": (namespace(topics=_tree(20, 2)), []),
    "dead letters that nobody watches": (
        {**namespace(queues={"inbox": {"forwardTo": "end"}, "end": {}}), "backbone:alerts": {"deadLetters": False}},
        [
            (
                "backbone:alerts.deadLetters: A forward that fails leaves its message in a dead-letter queue until "
                "somebody reads it, and nobody is told: set deadLetters to true."
            )
        ],
    ),
}


@pytest.mark.parametrize("what", CAUTIONS)
def test_what_azure_accepts_and_should_be_known_is_warned_about(what: str) -> None:
    config, expected = CAUTIONS[what]
    assert _cautions(config) == expected


@pytest.mark.parametrize(
    ("subscriptions", "shape"),
    [
        (4_000, Shape(first=20, second=200)),
        (2_001, Shape(first=20, second=101)),
        (50_000, Shape(first=25, second=2_000)),
    ],
)
def test_two_levels_are_computed_within_what_a_topic_may_have(subscriptions: int, shape: Shape) -> None:
    assert shape_for(subscriptions) == shape
