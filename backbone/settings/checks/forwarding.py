"""Rules about forwards that need no look at the whole graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.settings.checks.rule import Check, Conflict, namespaces
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.path import Path
    from backbone.settings.queue import QueueSettings
    from backbone.settings.topic import SubscriptionSettings
    from backbone.settings.tree import Settings


def a_session_enabled_source_does_not_forward(settings: Settings) -> Iterator[Conflict]:
    """A session-enabled queue or subscription may be the destination of a forward, never its source."""
    for path, source in _sources(settings):
        if source.requires_session and source.forward_to is not None:
            yield Conflict(
                path=(*path, "forwardTo"),
                expected="nothing on a session-enabled queue or subscription",
                found=shown(source.forward_to),
                message="Azure forwards to session-enabled queues, not from them.",
                given=((*path, "requiresSession"),),
            )


def _sources(settings: Settings) -> Iterator[tuple[Path, QueueSettings | SubscriptionSettings]]:
    for placed in namespaces(settings):
        for name, queue in placed.settings.queues.items():
            yield (*placed.path, "queues", name), queue
        for topic, its in placed.settings.topics.items():
            for name, subscription in its.subscriptions.items():
                yield (*placed.path, "topics", topic, "subscriptions", name), subscription


CHECKS: tuple[Check, ...] = (a_session_enabled_source_does_not_forward,)
