"""The world's memory: an SQLite file that several processes may use at once, and that a killed process cannot harm."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sandbox.world.transaction import SCHEMA, Transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FORMAT = 3
"""The version of the file's format, in SQLite's `user_version`."""
CLOCK_OFFSET = "clock-offset"
"""The setting that says how many seconds the world's time is ahead of the clock."""
_PATIENCE = 60.0
"""Seconds to wait while another process writes."""
_EXPIRED = "FROM resources WHERE expires_at <= ?"


class StoreFormatError(Exception):
    """The file was written by another version of this package."""


class Store:
    """The file, and transactions on it."""

    def __init__(self, path: Path, *, tenant: str, clock: Callable[[], datetime]) -> None:
        self._tenant = tenant
        self._clock = clock
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._prepare(path)

    def _prepare(self, path: Path) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        found: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if found == 0:
            for statement in SCHEMA.split(";"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {FORMAT}")
        self._connection.execute("COMMIT")
        if found not in {0, FORMAT}:
            self._connection.close()
            raise StoreFormatError(f"{path} has format {found}, this version reads {FORMAT}: delete the file.")

    @contextmanager
    def transaction(self, *, write: bool) -> Iterator[Transaction]:
        """One call's work: kept as a whole at the end, forgotten as a whole on an error."""
        with self._lock:
            now = self._now()
            self._sweep(now)
            self._connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
            try:
                yield Transaction(self._connection, tenant=self._tenant, now=now)
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise

    def has(self, setting: str) -> bool:
        """Whether a setting stands there and is not empty, without a transaction: it may change the moment after."""
        with self._lock:
            row = self._connection.execute("SELECT value FROM settings WHERE name = ?", (setting,)).fetchone()
        return row is not None and row[0] not in {"null", "[]", "{}"}

    def _now(self) -> datetime:
        """The world's time: the clock's, and as much later as somebody has moved it."""
        row = self._connection.execute("SELECT value FROM settings WHERE name = ?", (CLOCK_OFFSET,)).fetchone()
        return self._clock() + timedelta(seconds=json.loads(row[0]) if row else 0)

    def _sweep(self, now: datetime) -> None:
        """Forget what has expired."""
        if self._connection.execute(f"SELECT 1 {_EXPIRED} LIMIT 1", (now.timestamp(),)).fetchone():
            self._connection.execute(f"DELETE {_EXPIRED}", (now.timestamp(),))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()
