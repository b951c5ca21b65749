"""Durations as Azure Resource Manager writes them: ISO 8601 with days, hours, minutes and seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

TICKS_PER_SECOND = 10_000_000
"""Azure counts durations in ticks of 100 ns, as .NET's TimeSpan does."""

MAXIMUM_TICKS = 2**63 - 1
"""TimeSpan.MaxValue, written P10675199DT2H48M5.4775807S."""

_TICKS = {"days": 86_400 * TICKS_PER_SECOND, "hours": 3_600 * TICKS_PER_SECOND, "minutes": 60 * TICKS_PER_SECOND}

PATTERN = (
    r"P(?=[0-9T])(?:[0-9]{1,8}D)?(?:T(?=[0-9])(?:[0-9]{1,9}H)?(?:[0-9]{1,11}M)?(?:[0-9]{1,12}(?:\.[0-9]{1,7})?S)?)?"
)
"""The form of a duration; months, years and weeks have no fixed length in Azure's eyes and are left out."""

_PARTS = re.compile(
    r"P(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)(?:\.(?P<fraction>\d+))?S)?)?"
)


@dataclass(frozen=True, order=True)
class Duration:
    """A length of time; `str()` gives Azure's normal form (PT60S is PT1M).

    Attributes:
        ticks: The length in units of 100 ns.
    """

    ticks: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a duration such as PT30S or P1DT12H.

        Raises:
            ValueError: The text is no such duration, or longer than Azure can hold.
        """
        if not re.fullmatch(PATTERN, text, re.ASCII):
            raise ValueError(f"{text!r} is no ISO 8601 duration of days, hours, minutes and seconds, such as PT30S.")
        parts = _PARTS.fullmatch(text)
        if parts is None:  # pragma: no cover  (the two patterns agree; mypy cannot know)
            raise ValueError(text)
        ticks = sum(int(parts[unit] or 0) * length for unit, length in _TICKS.items())
        ticks += int(parts["seconds"] or 0) * TICKS_PER_SECOND + int((parts["fraction"] or "").ljust(7, "0"))
        if ticks > MAXIMUM_TICKS:
            raise ValueError(f"{text!r} is longer than {cls(MAXIMUM_TICKS)}, the longest duration that Azure knows.")
        return cls(ticks)

    def __str__(self) -> str:
        rest, date, time = self.ticks, "", ""
        for unit, length in _TICKS.items():
            count, rest = divmod(rest, length)
            if count and unit == "days":
                date = f"{count}D"
            elif count:
                time += f"{count}{unit[0].upper()}"
        seconds, fraction = divmod(rest, TICKS_PER_SECOND)
        if rest:
            time += f"{seconds}.{fraction:07}".rstrip("0").rstrip(".") + "S" if fraction else f"{seconds}S"
        if not date and not time:
            return "PT0S"
        return f"P{date}T{time}" if time else f"P{date}"
