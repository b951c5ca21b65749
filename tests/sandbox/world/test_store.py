from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from sandbox.world import StoreFormatError, World
from sandbox.world.request_log import RequestLog
from sandbox.world.store import FORMAT, Store
from tests.sandbox.world.scenery import STANDARD, Scenery, properties, queue

if TYPE_CHECKING:
    from pathlib import Path

PROCESSES = multiprocessing.get_context("spawn")


def _make_queues(home: Path, prefix: str, number: int) -> None:
    with closing(Scenery(home).world) as world:
        for n in range(number):
            world.call("PUT", queue(f"{prefix}{n}"), "2026-01-01", {})


def _die(*_arguments: object, **_named: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_in_the_middle(home: Path) -> None:
    """Kill this process after its first write, before the write is committed."""
    RequestLog.write = _die  # type: ignore[method-assign]
    Scenery(home).put(queue("never"))


def test_the_world_survives_between_commands(azure: Scenery) -> None:
    before = azure.world.resources()
    azure.world.close()

    with closing(World(azure.home)) as again:
        assert again.resources() == before
    azure.world = World(azure.home)


def test_many_threads_share_a_world(azure: Scenery) -> None:
    with ThreadPoolExecutor(16) as pool:
        names = list(pool.map(lambda n: azure.put(queue(f"q{n}"))["name"], range(64)))

    assert names == [f"q{n}" for n in range(64)]
    assert len(azure.get(f"{STANDARD}/queues")["value"]) == 65


def test_several_processes_share_a_world(azure: Scenery) -> None:
    workers = [PROCESSES.Process(target=_make_queues, args=(azure.home, prefix, 20)) for prefix in "ab"]
    for worker in workers:
        worker.start()
    _make_queues(azure.home, "c", 20)
    for worker in workers:
        worker.join()

    assert [worker.exitcode for worker in workers] == [0, 0]
    assert len(azure.get(f"{STANDARD}/queues")["value"]) == 61
    assert sum(line["method"] == "PUT" and "/queues/" in line["id"] for line in azure.log()) == 61


def test_a_long_write_lets_others_read_and_makes_them_wait_to_write(azure: Scenery) -> None:
    before = azure.world.resources()
    with (
        closing(World(azure.home)) as other,
        closing(Store(azure.home / "world.sqlite3", tenant="", clock=lambda: datetime.now(UTC))) as long,
        ThreadPoolExecutor(1) as pool,
    ):
        with long.transaction(write=True):
            assert other.resources() == before
            waiting = pool.submit(other.call, "PUT", queue("late"), "2026-01-01", {})
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
        assert waiting.result(timeout=30).status == 200


def test_a_killed_process_leaves_the_world_as_after_the_last_finished_call(azure: Scenery) -> None:
    before = azure.world.resources()
    worker = PROCESSES.Process(target=_die_in_the_middle, args=(azure.home,))
    worker.start()
    worker.join()

    assert worker.exitcode == -signal.SIGKILL
    assert azure.world.resources() == before
    assert azure.put(queue("after"))["name"] == "after"


def test_a_refused_call_leaves_nothing_behind(azure: Scenery) -> None:
    before = azure.state()
    with pytest.raises(Exception, match="40400"):
        azure.put(queue("q"), properties(forwardTo="nowhere"))

    assert azure.state() == before


def test_a_file_of_another_format_is_refused_with_advice(tmp_path: Path) -> None:
    file = tmp_path / "world.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(StoreFormatError) as caught:
        World(tmp_path)

    assert str(caught.value) == f"{file} has format 99, this version reads {FORMAT}: delete the file."
