"""`pulumi up` against the simulated Azure, compared with a provider that answers at once.

1,000 queues and three rounds, or what BENCH_QUEUES and BENCH_ROUNDS say. Both write the state once, at the end: writing
it after each step takes three times as long as all else, and would hide what a provider costs.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench import instant
from tests.components.stacks import LOCATION
from tests.deployment import ONE_CHECKPOINT, ROOT, deployment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.deployment import Deployment

PROGRAM = ROOT / "tests" / "programs" / "queues"
DEFAULT_QUEUES = 1_000
DEFAULT_ROUNDS = 3


def measure() -> Iterator[str]:
    """Deploy to both in turn, some rounds, and yield a line for each round, then the ratio of the medians."""
    count = int(os.environ.get("BENCH_QUEUES", DEFAULT_QUEUES))
    rounds = int(os.environ.get("BENCH_ROUNDS", DEFAULT_ROUNDS))
    at_once: list[float] = []
    simulated: list[float] = []
    for number in range(1, rounds + 1):
        # Who comes first changes from round to round, so that a machine that tires favours neither.
        for measured, seconds in ((at_once, _at_once), (simulated, _simulated))[:: 1 if number % 2 else -1]:
            measured.append(seconds(count))
        yield (
            f"round {number}, {count} queues: {at_once[-1]:.1f} s with a provider that answers at once, "
            f"{simulated[-1]:.1f} s with the simulated Azure"
        )
    yield f"medians {median(at_once):.1f} s and {median(simulated):.1f} s"
    yield f"ratio {median(simulated) / median(at_once):.3f}"


def _at_once(count: int) -> float:
    with _stack(count) as stack, instant.serve() as port:
        return _seconds(replace(stack, engine=replace(stack.engine, port=port)))


def _simulated(count: int) -> float:
    with _stack(count) as stack:
        return _seconds(stack)


@contextmanager
def _stack(count: int) -> Iterator[Deployment]:
    config = {**LOCATION, "queues:count": count}
    with (
        tempfile.TemporaryDirectory() as folder,
        deployment(Path(folder), config, program=PROGRAM, further=ONE_CHECKPOINT) as stack,
    ):
        yield stack


def _seconds(stack: Deployment) -> float:
    started = time.perf_counter()
    stack.succeed("up", "--yes", "--skip-preview")
    return time.perf_counter() - started
