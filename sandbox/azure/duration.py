"""Durations as Azure reads and writes them: ISO 8601, in the normal form of .NET's `XmlConvert.ToString(TimeSpan)`."""

from __future__ import annotations

import re

TICKS_PER_SECOND = 10_000_000
"""A .NET tick is 100 ns (learn.microsoft.com/dotnet/api/system.timespan.ticks)."""

MAXIMUM = 2**63 - 1
"""`TimeSpan.MaxValue` in ticks: P10675199DT2H48M5.4775807S."""

_SECONDS_PER_UNIT = {"days": 86_400, "hours": 3_600, "minutes": 60}

_PATTERN = re.compile(
    r"P(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)(?:\.(?P<fraction>\d{1,7}))?S)?)?"
)


def parse(text: str) -> int:
    """Ticks of a duration such as `PT1M` or `P14D`; `ValueError` for anything else, years and months included."""
    match = _PATTERN.fullmatch(text)
    if match is None or text[-1] in "PT":
        raise ValueError(text)
    seconds = sum(int(match[unit] or 0) * scale for unit, scale in _SECONDS_PER_UNIT.items())
    ticks = (seconds + int(match["seconds"] or 0)) * TICKS_PER_SECOND + int((match["fraction"] or "").ljust(7, "0"))
    if ticks > MAXIMUM:
        raise ValueError(text)
    return ticks


def render(ticks: int) -> str:
    """The normal form: `PT60S` becomes `PT1M`, zero is `PT0S`."""
    seconds, fraction = divmod(ticks, TICKS_PER_SECOND)
    days, seconds = divmod(seconds, 86_400)
    hours, seconds = divmod(seconds, 3_600)
    minutes, seconds = divmod(seconds, 60)
    decimals = f".{fraction:07d}".rstrip("0") if fraction else ""
    time = "".join(
        (
            f"{hours}H" if hours else "",
            f"{minutes}M" if minutes else "",
            f"{seconds}{decimals}S" if seconds or fraction else "",
        )
    )
    date = f"{days}D" if days else ""
    return f"P{date}T{time}" if time else f"P{date or 'T0S'}"


def normalise(text: str) -> str:
    """A duration rewritten to the normal form; `ValueError` if it is none."""
    return render(parse(text))


def clock_form(ticks: int) -> str:
    """A duration as .NET prints it in messages: `00:05:00`, `14.00:00:00`."""
    seconds, fraction = divmod(ticks, TICKS_PER_SECOND)
    days, seconds = divmod(seconds, 86_400)
    hours, seconds = divmod(seconds, 3_600)
    minutes, seconds = divmod(seconds, 60)
    start = f"{days}." if days else ""
    end = f".{fraction:07d}" if fraction else ""
    return f"{start}{hours:02d}:{minutes:02d}:{seconds:02d}{end}"
