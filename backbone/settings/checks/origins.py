"""Where a setting's value comes from if the file does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backbone.settings.checks.rule import NAMESPACE, UNITS
from backbone.settings.keys import LOCATION_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from backbone.settings.path import Path

INHERITED = ("location", "sku", "messagingUnits", "partitions", "queue")
"""What a scale unit takes over from the default namespace."""


def sources(path: Path, values: Mapping[str, Any]) -> Iterator[Path]:
    """The setting itself, and while the file says nothing there, where its value comes from.

    Args:
        path: The setting.
        values: The file's values by full key.
    """
    origin: Path | None = path
    while origin is not None:
        yield origin
        origin = None if said(values, origin) else _origin(origin)


def said(values: Mapping[str, Any], path: Path) -> bool:
    """Whether the file gives the setting a value."""
    node: Any = values
    for step in path:
        node = node.get(step) if isinstance(node, dict) else None
    return node is not None


def _origin(path: Path) -> Path | None:
    above = UNITS if path[: len(UNITS)] == UNITS else NAMESPACE
    depth = len(UNITS) + 1 if above == UNITS else len(NAMESPACE)
    space, rest = path[:depth], path[depth:]
    match rest:
        case ("queues", _) | ("queues", _, "requiresSession"):
            return (*space, "queue")
        case (str() as key,) if key in INHERITED and above == UNITS:
            return (*NAMESPACE, key)
        case ("location",) if space == NAMESPACE:
            return (LOCATION_KEY,)
    return None
