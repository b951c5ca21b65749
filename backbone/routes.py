"""Routes: where a message type goes when its sender names no queue, and how the function is told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backbone.settings import Settings
    from backbone.settings.directory import Target

VERSION = 1
"""Of the format of BACKBONE_ROUTES."""


@dataclass(frozen=True, kw_only=True)
class Route:
    """A message type and the queue or topic that it is registered to.

    Attributes:
        message_type: As written; letter case counts.
        target: The queue or topic, spelt as it is declared.
    """

    message_type: str
    target: Target


def declared(settings: Settings) -> tuple[Route, ...]:
    """The routes of an installation, by message type."""
    directory = settings.directory
    return tuple(
        Route(message_type=message_type, target=directory.target(address))
        for message_type, address in settings.routes.items()
    )


def value(routes: Iterable[Route], hosts: Mapping[str, str]) -> str:
    """BACKBONE_ROUTES: where each message type goes, as an address without a credential.

    Args:
        routes: The routes.
        hosts: Host names of the namespaces that they lead to, by alias.
    """
    entries = {
        route.message_type: {
            "namespace": hosts[route.target.address.alias],
            "entity": route.target.address.entity,
            "kind": route.target.kind.value,
        }
        for route in routes
    }
    return json.dumps({"version": VERSION, "routes": entries})
