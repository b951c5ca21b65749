"""What two installations of one stack file have in common: everything but what chance and the clock decide."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.deployment import Deployment

_CHANCE = (
    (r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<guid>"),
    (r"\d{4}-\d\d-\d\dT[0-9:.]+(?:Z|\+00:00)?", "<time>"),
    (r"\b1[78]\d{8}\b", "<second>"),
    (r"\b[0-9a-fA-F]{32}\b", "<hash>"),
    (r"\b0x[0-9A-F]{8,}\b", "<etag>"),
    (r"\b(?:\d{1,3}\.){3}\d{1,3}\b(?!/)", "<address>"),
    (r"(?<=[a-z-])[0-9a-f]{8}(?![0-9a-f])", "<random>"),
)


def likeness(stack: Deployment) -> list[str]:
    """Every resource in Azure, body and all, as sorted texts."""
    return sorted(_settled(json.dumps(held, sort_keys=True)) for held in stack.world.resources())


def _settled(text: str) -> str:
    for pattern, name in _CHANCE:
        text = re.sub(pattern, name, text)
    return text
