"""Rules about forwards, each with the chain spelt out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from backbone import limits
from backbone.addresses import nearest
from backbone.entities import EntityKind
from backbone.forwarding import Property
from backbone.settings.checks.rule import Check, Conflict, Placed, namespaces
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from backbone.addresses import Address
    from backbone.forwarding import Chain, Forward, Graph
    from backbone.settings.tree import Settings

HINTS = 10
"""Missing destinations for which similar names are looked for: comparing with thousands of names takes its time."""


def a_forward_leads_to_a_queue_or_topic(settings: Settings) -> Iterator[Conflict]:
    """A destination is a queue or topic of the same namespace."""
    missing = [
        (placed, graph, forward)
        for placed, graph in zip(namespaces(settings), settings.graphs, strict=True)
        for forward in graph.forwards
        if graph.destination(forward) is None
    ]
    owners = _owners(settings) if missing else {}
    for number, (placed, graph, forward) in enumerate(missing):
        known = sorted({*placed.settings.queues, *placed.settings.topics}) if number < HINTS else []
        near = nearest(forward.destination, known)
        yield Conflict(
            path=forward.path,
            expected="a queue or topic of the same namespace" + (f" (nearest: {', '.join(near)})" * bool(near)),
            found=shown(forward.destination),
            message=f"{_why_missing(owners, placed, forward)} The chain is {graph.paths.chain(forward)}.",
            given=((*placed.path, "queue"),),
            names=tuple((*placed.path, kind, forward.destination) for kind in ("queues", "topics")),
        )


def a_forward_leads_elsewhere(settings: Settings) -> Iterator[Conflict]:
    """Nothing forwards to itself, nor a subscription to its own topic; letter case means nothing."""
    for graph, forward in _all(settings):
        if forward.is_to_itself:
            owner = "its own topic" if forward.source.kind is EntityKind.SUBSCRIPTION else "itself"
            yield Conflict(
                path=forward.path,
                expected=f"a queue or topic other than {owner}",
                found=shown(forward.destination),
                message=f"The chain is {graph.paths.chain(forward)}.",
            )


def forwards_form_no_cycle(settings: Settings) -> Iterator[Conflict]:
    """No chain leads back: Azure would accept it and dead-letter each message when it has run out of hops."""
    for graph in settings.graphs:
        for forward, chain in graph.paths.cycles.items():
            yield _conflict(
                graph,
                forward,
                expected="a destination from which no chain leads back",
                message=f"The cycle is {chain}.",
                chain=chain,
            )


def a_chain_has_at_most_four_hops(settings: Settings) -> Iterator[Conflict]:
    """Azure dead-letters a message at its fifth forward; dead letters that are forwarded count too."""
    for graph in settings.graphs:
        for forward, chain in graph.paths.beyond(limits.HOPS):
            yield _conflict(
                graph,
                forward,
                expected=f"a destination at most {limits.HOPS} hops from the start of every chain",
                message=f"The chain has {chain.hops} hops: {chain}.",
                chain=chain,
            )


def a_session_enabled_source_does_not_forward(settings: Settings) -> Iterator[Conflict]:
    """A session-enabled queue or subscription may be the destination of a forward, never its source."""
    for graph, forward in _forwards(settings):
        if forward.source.requires_session:
            yield Conflict(
                path=forward.path,
                expected="nothing on a session-enabled queue or subscription",
                found=shown(forward.destination),
                message="Azure forwards to session-enabled queues, not from them. The chain is "
                f"{graph.paths.chain(forward)}.",
                given=((*forward.source.path, "requiresSession"),),
                whatever=True,
            )


def a_source_does_not_delete_itself(settings: Settings) -> Iterator[Conflict]:
    """Azure sets autoDeleteOnIdle of whatever forwards to its longest time, so that another one is never reached."""
    for source, group in groupby(_all(settings), key=lambda found: found[1].source):
        if source.deletes_itself:
            graph, forward = next(group)
            yield Conflict(
                path=(*source.path, "autoDeleteOnIdle"),
                expected=f"nothing with {' and '.join(source.destinations)}",
                found=shown(str(source.idle)),
                message=f"Azure never deletes what forwards. The chain is {graph.paths.chain(forward)}.",
            )


def nobody_receives_from_a_source(settings: Settings) -> Iterator[Conflict]:
    """Azure lets no client receive from what forwards: a queue, a subscription, or all subscriptions of a topic."""
    if not settings.access.receivers:
        return
    sources = {_key(forward.source.address): (graph, forward) for graph, forward in _forwards(settings)}
    sources |= dict(_topics_that_only_forward(settings, sources))
    for address in settings.access.receivers:
        if _key(address) in sources:
            graph, forward = sources[_key(address)]
            yield Conflict(
                path=(PREFIX + "access", "receivers", str(address)),
                expected="the address of a queue or subscription that forwards nothing",
                found=shown(str(address)),
                message=f"Receive at the end of the chain: {graph.paths.chain(forward)}.",
                whatever=True,
            )


def _topics_that_only_forward(
    settings: Settings, sources: Mapping[str, tuple[Graph, Forward]]
) -> Iterator[tuple[str, tuple[Graph, Forward]]]:
    """The topics of which every subscription is a source, by address, each with one of the forwards."""
    for graph in settings.graphs:
        for topic in (entity for entity in graph.entities if entity.kind is EntityKind.TOPIC):
            keys = [_key(subscription.address) for subscription in graph.subscriptions(topic.place)]
            if keys and all(key in sources for key in keys):
                yield _key(topic.address), sources[keys[0]]


def _key(address: Address) -> str:
    """An address, in which letter case means nothing."""
    return str(address).casefold()


def _all(settings: Settings) -> Iterator[tuple[Graph, Forward]]:
    """Every forward with its graph; those of one source follow each other."""
    return ((graph, forward) for graph in settings.graphs for forward in graph.forwards)


def _forwards(settings: Settings) -> Iterator[tuple[Graph, Forward]]:
    """The forwards of messages, not those of dead letters."""
    return (found for found in _all(settings) if found[1].by is Property.FORWARD_TO)


def _conflict(graph: Graph, forward: Forward, *, expected: str, message: str, chain: Chain) -> Conflict:
    """A conflict of a whole chain, about one of its forwards; on the way, either of two entities of a name is meant."""
    on_the_way = {each.place for each in chain.forwards} & {each.source.place for each in chain.forwards}
    places = (graph.at(place) for place in on_the_way)
    return Conflict(
        path=forward.path,
        expected=expected,
        found=shown(forward.destination),
        message=message,
        follows=tuple(place.path for place in places if place is not None),
    )


def _owners(settings: Settings) -> Mapping[str, Sequence[str]]:
    """The aliases of the namespaces that have a queue or topic, by its name in lower case."""
    owners: dict[str, list[str]] = {}
    for placed in namespaces(settings):
        for name in (*placed.settings.queues, *placed.settings.topics):
            owners.setdefault(name.casefold(), []).append(placed.settings.alias)
    return owners


def _why_missing(owners: Mapping[str, Sequence[str]], placed: Placed, forward: Forward) -> str:
    """What stands under the name elsewhere, which Azure does not forward to."""
    if _is_subscription(placed, forward.place):
        return "That is a subscription: forward to its topic, or to a queue."
    owner = next((alias for alias in owners.get(forward.place, ()) if alias != placed.settings.alias), None)
    if owner is not None:
        return f"{owner} has it, but Azure forwards within one namespace only."
    return "There is none of that name."


def _is_subscription(placed: Placed, place: str) -> bool:
    """Whether a name in lower case is that of a subscription behind that of its topic."""
    topic, _, subscription = place.rpartition("/")
    declared = (
        its.subscriptions
        for name, its in placed.settings.topics.items()
        if topic and name.casefold() == topic.removesuffix("/subscriptions")
    )
    return any(subscription in {name.casefold() for name in subscriptions} for subscriptions in declared)


CHECKS: tuple[Check, ...] = (
    a_forward_leads_to_a_queue_or_topic,
    a_forward_leads_elsewhere,
    forwards_form_no_cycle,
    a_chain_has_at_most_four_hops,
    a_session_enabled_source_does_not_forward,
    a_source_does_not_delete_itself,
    nobody_receives_from_a_source,
)
