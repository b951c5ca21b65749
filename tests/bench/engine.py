"""`pulumi up` against the simulated Azure, compared with a provider that answers at once.

1,000 queues and three rounds, or what BENCH_QUEUES and BENCH_ROUNDS say. Both write the state once, at the end: writing
it after each step takes three times as long as all else, and would hide what a provider costs.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sandbox.engine import Engine
from sandbox.provider.server import serve
from sandbox.workspace import Workspace
from sandbox.world import World
from tests.bench import instant
from tests.deployment import ONE_CHECKPOINT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    with tempfile.TemporaryDirectory() as folder, instant.serve() as port:
        return _seconds(_workspace(Path(folder) / "instant", count), port)


def _simulated(count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        workspace = _workspace(Path(folder) / "simulated", count)
        with closing(World(workspace.home)) as world, serve(world) as server:
            return _seconds(workspace, server.port)


def _workspace(root: Path, count: int) -> Workspace:
    root.mkdir()
    project = (PROGRAM / "Pulumi.yaml").read_text(encoding="utf-8")
    (root / "Pulumi.yaml").write_text(f"{project}main: {PROGRAM}\n", encoding="utf-8")
    config = f"config: {{azure-native:location: westeurope, queues:count: {count}}}\n"
    (root / "Pulumi.bench.yaml").write_text(config, encoding="utf-8")
    workspace = Workspace(root=root, stack="bench")
    workspace.prepare()
    workspace.take_files()
    return workspace


def _seconds(workspace: Workspace, port: int) -> float:
    engine = Engine(workspace=workspace, port=port, further=ONE_CHECKPOINT)
    engine.ask("stack", "init", "--no-select")
    started = time.perf_counter()
    answer = engine.ask("up", "--yes", "--skip-preview")
    elapsed = time.perf_counter() - started
    if answer.returncode != 0:
        raise RuntimeError(answer.stdout + answer.stderr)
    return elapsed
