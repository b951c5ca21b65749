"""What a queue or subscription forwards to, as resources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.forwarding import Property

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pulumi


FIELDS: Mapping[str, Property] = {
    "forward_to": Property.FORWARD_TO,
    "forward_dead_lettered_messages_to": Property.DEAD_LETTERS,
}
"""The SDK's arguments, which are the settings' fields too, for each property."""


@dataclass(frozen=True, kw_only=True)
class Destinations:
    """The destinations of one source.

    Attributes:
        names: The SDK's arguments: the name of each destination, as an output of its resource, so that the engine makes
            it first and takes it away last, at any depth.
        ready: What else is to be there first: a topic without its subscriptions and their rules would lose messages.
    """

    names: Mapping[str, Any]
    ready: Sequence[pulumi.Resource]
