"""What is spent of an allowance that every second renews."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Meter:
    """Counts what is spent in each second of the world's time, account by account; for threads of one process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spent: dict[str, tuple[int, int]] = {}

    def spend(self, account: str, cost: int, *, allowance: int, now: datetime) -> bool:
        """Take `cost` from what the account has left in this second; False, and nothing taken, if it has less."""
        second = int(now.timestamp())
        with self._lock:
            counted, spent = self._spent.get(account, (second, 0))
            total = cost + (spent if counted == second else 0)
            if total > allowance:
                return False
            self._spent[account] = (second, total)
            return True
