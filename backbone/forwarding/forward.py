"""One forward: an edge of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backbone.forwarding.entity import Entity, Property
    from backbone.settings.path import Path


@dataclass(frozen=True, kw_only=True, eq=False)
class Forward:
    """Messages, or dead letters, of a queue or subscription move on to a queue or topic.

    Attributes:
        source: The queue or subscription.
        by: The property that says so.
        destination: Name of the queue or topic, as it is written.
    """

    source: Entity
    by: Property
    destination: str

    @cached_property
    def place(self) -> str:
        """The destination's name, in which letter case means nothing."""
        return self.destination.casefold()

    @property
    def path(self) -> Path:
        """The setting."""
        return (*self.source.path, self.by.value)

    @property
    def is_to_itself(self) -> bool:
        """Whether a queue forwards to itself, or a subscription to its own topic."""
        return self.place == self.source.place
