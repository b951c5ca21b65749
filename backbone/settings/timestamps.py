"""Timestamps in stack files, which the engine turns into texts of another form."""

from __future__ import annotations

import re
from datetime import datetime

_FORM = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:(?P<separator>[Tt ])(?P<hour>\d{1,2}):(?P<minute>\d{1,2}):(?P<second>\d{1,2})(?:[.,](?P<fraction>\d+))?"
    r"(?P<zone>Z|[-+]\d\d:\d\d)?)?",
    re.ASCII,
)


def timestamp(text: str) -> str | None:
    """The text that the engine makes of a scalar that YAML takes for a timestamp; None where it is none.

    `2026-01-01` becomes `2026-01-01 00:00:00 +0000 UTC`, which is how Go writes a time.
    """
    found = _FORM.fullmatch(text)
    if found is None or bool(found["zone"]) != (found["separator"] in {"T", "t"}):
        return None
    numbers = [int(found[part] or 0) for part in ("year", "month", "day", "hour", "minute", "second")]
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None
    fraction = (found["fraction"] or "")[:9].rstrip("0")
    offset = (found["zone"] or "Z").replace(":", "")
    utc = offset in {"Z", "+0000", "-0000"}
    zone = "+0000 UTC" if utc else f"{offset} {offset}"
    return f"{moment.year:04}-{moment:%m-%d %H:%M:%S}{'.' if fraction else ''}{fraction} {zone}"
