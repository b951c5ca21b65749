"""One command at a time where several would change the same file."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Wait until no other command holds a folder, and hold it; a killed command holds nothing any more.

    The folder is held rather than a file in it, which is replaced by each change. Where a system cannot hold a folder,
    nobody waits.
    """
    if os.name != "posix":
        yield
        return
    import fcntl  # noqa: PLC0415 - other systems have no such module

    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
