"""ISO 8601 durations as seconds, for the statement of what is true."""

from __future__ import annotations

import re

FOREVER = "P10675199DT2H48M5.4775807S"
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")


def seconds(text: str) -> float:
    """How long a duration is."""
    found = _DURATION.fullmatch(text)
    assert found, text
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest
