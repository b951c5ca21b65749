"""What Azure accepts and a forwarding graph had better not have, or its owner should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits
from backbone.entities import EntityKind
from backbone.forwarding.caution import Caution
from backbone.forwarding.fan_out import fan_outs
from backbone.forwarding.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.forwarding.entity import Entity
    from backbone.forwarding.forward import Forward
    from backbone.forwarding.graph import Graph


def of(graph: Graph) -> tuple[Caution, ...]:
    """Everything that is to be known about a graph in which nothing is refused."""
    return (*_last_hops(graph), *_destinations(graph), *_wide_fan_outs(graph))


def _last_hops(graph: Graph) -> Iterator[Caution]:
    for forward, chain in Paths(graph).of_length(limits.HOPS):
        yield Caution(
            path=forward.path,
            message=f"{chain} has {limits.HOPS} hops, as many as Azure allows: a forward at its end, or one of dead "
            "letters on the way, would be one too many.",
        )


def _destinations(graph: Graph) -> Iterator[Caution]:
    for forward in graph.forwards:
        destination = graph.destination(forward)
        for message in () if destination is None else _about(graph, forward, destination):
            yield Caution(path=forward.path, message=message)


def _about(graph: Graph, forward: Forward, destination: Entity) -> Iterator[str]:
    way = f"{forward.source.address} -> {destination.address}"
    if destination.requires_session:
        order = "" if _keeps_order(graph, forward, destination) else " The order of a session is not kept on this way."
        yield (
            f"{way} leads to sessions: a message without a session id stays in the dead-letter queue of "
            f"{forward.source.address}.{order}"
        )
    if destination.deletes_itself:
        yield f"{way} breaks when {destination.address} deletes itself: leave autoDeleteOnIdle out there."
    if not destination.is_open:
        yield (
            f"{way} ends in the dead-letter queue of {forward.source.address} while the status of "
            f"{destination.address} lets nothing in."
        )
    if destination.kind is EntityKind.TOPIC and not graph.subscriptions(destination.place):
        yield f"{way} loses every message: {destination.address} has no subscription."


def _keeps_order(graph: Graph, forward: Forward, destination: Entity) -> bool:
    """Order needs a topic that supports it and nothing partitioned on the way (the SDK's Sample21)."""
    source = graph.at(forward.source.place)
    return destination.keeps_order and source is not None and source.keeps_order


def _wide_fan_outs(graph: Graph) -> Iterator[Caution]:
    for fan_out in fan_outs(graph):
        better = fan_out.better
        if better is not None:
            yield Caution(
                path=(*fan_out.topic.path, "subscriptions"),
                message=f"{fan_out.topic.address} fans out {fan_out.shape}: {better} reaches as many subscriptions "
                f"with {better.first} forwards of each message instead of {fan_out.first}.",
            )
