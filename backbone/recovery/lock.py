"""Who works on a stack, from the words in which the Pulumi CLI refuses a second command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

_LOCK = re.compile(r"created by (?P<user>\S*)@(?P<host>\S+) \(pid (?P<pid>\d+)\) at (?P<since>\S+)")
_REFUSALS = ("currently locked by", "another update is currently in progress")
"""The refusals of the backends that keep a state in files, and of Pulumi Cloud, which names nobody."""


@dataclass(frozen=True, kw_only=True)
class Lock:
    """One lock of a stack whose state lies in files: who holds it, where, and since when."""

    user: str
    host: str
    pid: int
    since: datetime

    def __str__(self) -> str:
        return f"{self.user}@{self.host} (process {self.pid}) since {self.since:%Y-%m-%d %H:%M:%S} UTC"


def is_refusal(text: str) -> bool:
    """Whether a command was refused because another one holds the stack."""
    return any(refusal in text.casefold() for refusal in _REFUSALS)


def locks(text: str) -> tuple[Lock, ...]:
    """The locks that a refusal names; none where the backend does not say."""
    return tuple(
        Lock(
            user=found["user"],
            host=found["host"],
            pid=int(found["pid"]),
            since=datetime.fromisoformat(found["since"]).astimezone(UTC),
        )
        for found in _LOCK.finditer(text)
    )
