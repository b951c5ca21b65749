"""A namespace's entities as boxes, and the ways between them as arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from backbone.forwarding import Property
from backbone.plan.picture.diagram import Arrow, ArrowKind, Box, BoxKind
from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from backbone.addresses import Address
    from backbone.forwarding import Forward, Graph
    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.remote_subscription import RemoteSubscriptionSettings
    from backbone.settings.topic import SubscriptionSettings

    Listener: TypeAlias = SubscriptionSettings | RemoteSubscriptionSettings


_FORWARDS = frozenset(Property)
_KINDS = {Property.FORWARD_TO: ArrowKind.FORWARD, Property.DEAD_LETTERS: ArrowKind.DEAD_LETTERS}


class Entities:
    """The queues, topics and subscriptions of a namespace."""

    def __init__(
        self,
        namespace: NamespaceSettings,
        remote: Mapping[str, RemoteSubscriptionSettings],
        graph: Graph,
        bad: Collection[str] = (),
    ) -> None:
        self._namespace = namespace
        self._remote = remote
        self._graph = graph
        self._bad = bad
        self._topics = {name.casefold() for name in namespace.topics}
        self._cycles = frozenset(self._in_cycles())
        self._circling = {key for each in self._cycles for key in (_key(each.source.address), each.place)}
        self._paths = {_key(entity.address): written(entity.path) for entity in graph.entities}

    def boxes(self) -> Iterator[Box]:
        """A box for each."""
        for name, queue in self._namespace.queues.items():
            note = "sessions" if queue.requires_session else ""
            yield self._box(name.casefold(), name, BoxKind.QUEUE, note)
        for name in self._namespace.topics:
            yield self._box(name.casefold(), name, BoxKind.TOPIC, "")
        for topic, name, listener in self._listeners():
            note = "sessions" if getattr(listener, "requires_session", False) else ""
            key = f"{topic}/{name}".casefold()
            yield self._box(key, name, BoxKind.SUBSCRIPTION, note, len(listener.rules))
        missing = {each.place: each.destination for each in self._graph.forwards if not self._graph.destination(each)}
        for place, name in missing.items():
            yield Box(key=place, title=name, kind=BoxKind.QUEUE, note="missing", is_bad=True)

    def _box(self, key: str, title: str, kind: BoxKind, note: str, rules: int = 0) -> Box:
        """A box; red where it is part of a cycle or a finding is about it, and not only about where it forwards to."""
        path = self._paths[key]
        inner = {each.removeprefix(f"{path}.") for each in self._bad if each.startswith(f"{path}.")}
        is_bad = key in self._circling or path in self._bad or bool(inner - _FORWARDS)
        return Box(key=key, title=title, kind=kind, note=note, rules=rules, is_bad=is_bad)

    def _in_cycles(self) -> Iterator[Forward]:
        """The forwards of the cycles that a finding is about; the shortest is one to its own source."""
        yield from (each for each in self._graph.forwards if each.is_to_itself and written(each.path) in self._bad)
        for closing, chain in self._graph.paths.cycles.items():
            if written(closing.path) in self._bad:
                yield from chain.forwards

    def arrows(self) -> Iterator[Arrow]:
        """An arrow for each way that messages take, with the number of the hop on the longest way there."""
        for topic, name, _ in self._listeners():
            key = f"{topic}/{name}".casefold()
            yield Arrow(source=topic, target=key, kind=ArrowKind.COPY, is_bad=key in self._circling)
        for forward in self._graph.forwards:
            yield Arrow(
                source=_key(forward.source.address),
                target=forward.place,
                kind=_KINDS[forward.by],
                hop=self._graph.paths.hops_to(forward.source.place) + 1,
                is_bad=forward in self._cycles or written(forward.path) in self._bad,
            )

    def _listeners(self) -> Iterator[tuple[str, str, Listener]]:
        """Each subscription with its topic's key and its name."""
        for topic, its in self._namespace.topics.items():
            for name, subscription in its.subscriptions.items():
                yield topic.casefold(), name, subscription
        for name, remote in self._remote.items():
            if remote.to.entity.casefold() in self._topics:
                yield remote.to.entity.casefold(), name, remote


def _key(address: Address) -> str:
    name = address.entity if address.subscription is None else f"{address.entity}/{address.subscription}"
    return name.casefold()
