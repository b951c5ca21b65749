"""Whether the holder of a lock still lives."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from backbone.commands.processes import lives
from backbone.recovery.lock import is_refusal, locks

LOCKED = """\
error: the stack is currently locked by 2 lock(s).
  azblob://state/.pulumi/locks/1.json: created by ann@build-7 (pid 12) at 2026-11-21T13:16:13Z
  azblob://state/.pulumi/locks/2.json: created by @laptop (pid 7) at 2026-11-21T15:16:13+02:00
"""
CLOUD = "error: [409] Conflict: Another update is currently in progress."


def test_a_running_process_lives() -> None:
    assert lives(os.getpid(), datetime.now(UTC))


def test_a_process_that_has_ended_does_not_live() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    assert not lives(ended.pid, datetime.now(UTC))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says when a process began")
def test_a_process_that_began_after_the_lock_is_another_one() -> None:
    assert not lives(os.getpid(), datetime.now(UTC) - timedelta(days=1))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux shows what a process has become")
def test_a_process_that_nobody_has_buried_does_not_live() -> None:
    with subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE) as ended:
        assert ended.stdout is not None
        ended.stdout.read()
        os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
        assert not lives(ended.pid, datetime.now(UTC))


def test_a_refusal_names_the_holders() -> None:
    assert is_refusal(LOCKED)
    assert [str(held) for held in locks(LOCKED)] == [
        "ann@build-7 (process 12) since 2026-11-21 13:16:13 UTC",
        "@laptop (process 7) since 2026-11-21 13:16:13 UTC",
    ]


def test_a_refusal_of_pulumi_cloud_names_nobody() -> None:
    assert is_refusal(CLOUD)
    assert locks(CLOUD) == ()


def test_another_error_is_no_refusal() -> None:
    assert not is_refusal("error: no stack named 'prod' found")
