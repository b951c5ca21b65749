"""What Azure accepts and a forwarding graph had better not have, or its owner should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits
from backbone.entities import EntityKind
from backbone.forwarding.caution import Caution
from backbone.forwarding.fan_out import fan_outs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backbone.forwarding.entity import Entity
    from backbone.forwarding.forward import Forward
    from backbone.forwarding.graph import Graph

NAMED = 3
"""Sources that a caution names."""


def of(graph: Graph) -> tuple[Caution, ...]:
    """Everything that is to be known about a graph in which nothing is refused."""
    return (*_last_hops(graph), *_destinations(graph), *_wide_fan_outs(graph))


def _last_hops(graph: Graph) -> Iterator[Caution]:
    for forward, chain in graph.paths.of_length(limits.HOPS):
        yield Caution(
            path=forward.path,
            message=f"{chain} has {limits.HOPS} hops, as many as Azure allows: a forward at its end, or one of dead "
            "letters on the way, would be one too many.",
        )


def _destinations(graph: Graph) -> Iterator[Caution]:
    """One caution for each destination, however many forward to it."""
    arriving: dict[str, list[Forward]] = {}
    for forward in graph.forwards:
        arriving.setdefault(forward.place, []).append(forward)
    for place, forwards in arriving.items():
        destination = graph.at(place)
        if destination is not None:
            yield from _about(graph, destination, forwards)


def _about(graph: Graph, destination: Entity, forwards: Sequence[Forward]) -> Iterator[Caution]:
    name, sources, path = str(destination.address), _listed(forwards), destination.path
    if destination.requires_session:
        unordered = [forward for forward in forwards if not _keeps_order(graph, forward, destination)]
        order = f" The order of a session is not kept on the way from {_listed(unordered)}." if unordered else ""
        message = f"{name} takes sessions only: without a session id a message stays in the dead-letter queue of"
        yield Caution(path=path, message=f"{message} {sources}.{order}")
    if destination.deletes_itself:
        message = f"{name} may delete itself, which breaks the forwards from {sources}: leave autoDeleteOnIdle out."
        yield Caution(path=(*path, "autoDeleteOnIdle"), message=message)
    if not destination.is_open:
        message = f"The status of {name} lets nothing in: messages stay in the dead-letter queue of {sources}."
        yield Caution(path=(*path, "status"), message=message)
    if destination.kind is EntityKind.TOPIC and not graph.subscriptions(destination.place):
        yield Caution(path=path, message=f"{name} has no subscription: what comes from {sources} is lost.")


def _listed(forwards: Sequence[Forward]) -> str:
    """The sources, as many as anybody reads."""
    names = list(dict.fromkeys(str(forward.source.address) for forward in forwards))
    rest = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return ", ".join((*names[:NAMED], *rest))


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
