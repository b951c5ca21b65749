"""The forwarding graphs of a stack, one for each namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.forwarding import reading
from backbone.settings.checks.rule import namespaces
from backbone.settings.keys import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.forwarding import Graph
    from backbone.settings.tree import Settings


def graphs(settings: Settings) -> Iterator[Graph]:
    """The graph of each namespace, with the subscriptions that other units declare."""
    for placed in namespaces(settings):
        remote = settings.subscriptions_to(placed.settings.alias).items()
        declared = [(each.to.of_subscription(name), (PREFIX + "subscriptions", name)) for name, each in remote]
        yield reading.graph_of(placed.settings, placed.path, declared)
