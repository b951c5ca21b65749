"""A queue, topic or subscription as forwarding sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from backbone.durations import MAXIMUM_TICKS, Duration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.addresses import Address
    from backbone.entities import EntityKind
    from backbone.settings.path import Path


class Property(StrEnum):
    """The properties by which messages move on; each counts as a hop."""

    FORWARD_TO = "forwardTo"
    DEAD_LETTERS = "forwardDeadLetteredMessagesTo"


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A queue, topic or subscription of one namespace.

    Attributes:
        address: Where it is.
        kind: What it is.
        destinations: Names of the queues or topics that it forwards to, as they are written.
        requires_session: Whether it takes only messages with a session id.
        idle: The time without use after which it is deleted; None for never.
        is_open: Whether messages can be sent to it.
        keeps_order: Whether it is sure to hold messages in the order in which they came.
        path: The setting that declares it.
    """

    address: Address
    kind: EntityKind
    destinations: Mapping[Property, str] = field(default_factory=lambda: MappingProxyType({}))
    requires_session: bool = False
    idle: Duration | None = None
    is_open: bool = True
    keeps_order: bool = True
    path: Path = ()

    @property
    def deletes_itself(self) -> bool:
        """Whether it is deleted some day when nobody uses it: the longest idle time that Azure knows means never."""
        return self.idle is not None and self.idle < Duration(MAXIMUM_TICKS)

    @cached_property
    def place(self) -> str:
        """The name of the queue, or of the topic for a subscription too, in which letter case means nothing."""
        return self.address.entity.casefold()
