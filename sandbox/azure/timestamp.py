"""Points in time as Azure writes them."""

from __future__ import annotations

from datetime import UTC, datetime

NEVER = "0001-01-01T00:00:00Z"
"""`DateTime.MinValue`: what an entity that nobody has used yet reports as its `accessedAt`."""


def render(moment: datetime) -> str:
    """ISO 8601 in UTC, with as many decimals as needed: `2024-12-11T22:35:20.003Z`."""
    text = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return text.rstrip("0").rstrip(".") + "Z"
