"""The forwarding graphs of a stack, one for each namespace."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from backbone.forwarding import reading
from backbone.settings.checks.rule import namespaces
from backbone.settings.keys import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.addresses import Address
    from backbone.forwarding import Graph
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings


def graphs(settings: Settings) -> Iterator[Graph]:
    """The graph of each namespace, with the subscriptions that other units declare."""
    remote: defaultdict[str, list[tuple[Address, Path]]] = defaultdict(list)
    for name, each in settings.subscriptions.items():
        remote[each.to.alias.casefold()].append((each.to.subscribed(name), (PREFIX + "subscriptions", name)))
    for placed in namespaces(settings):
        yield reading.graph_of(placed.settings, placed.path, remote[placed.settings.alias.casefold()])
