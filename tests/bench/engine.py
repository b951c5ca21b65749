"""`pulumi up` against the simulated Azure, compared with a provider that answers at once.

The number of queues is 300, or what BENCH_QUEUES says.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sandbox.engine import Engine
from sandbox.provider.server import serve
from sandbox.workspace import Workspace
from sandbox.world import World
from tests.bench import instant
from tests.deployment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = ROOT / "tests" / "programs" / "queues"
DEFAULT_QUEUES = 300


def measure() -> Iterator[str]:
    """Deploy to both, in turn, and yield a line each and the ratio."""
    count = int(os.environ.get("BENCH_QUEUES", DEFAULT_QUEUES))
    with tempfile.TemporaryDirectory() as folder, instant.serve() as port:
        at_once = _seconds(_workspace(Path(folder) / "instant", count), port)
    yield f"{count} queues, a provider that answers at once: {at_once:.1f} s"
    with tempfile.TemporaryDirectory() as folder:
        workspace = _workspace(Path(folder) / "simulated", count)
        with closing(World(workspace.home)) as world, serve(world) as server:
            simulated = _seconds(workspace, server.port)
    yield f"{count} queues, the simulated Azure: {simulated:.1f} s"
    yield f"ratio {simulated / at_once:.3f}"


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
    engine = Engine(workspace=workspace, port=port)
    engine.ask("stack", "init", "--no-select")
    started = time.perf_counter()
    answer = engine.ask("up", "--yes", "--skip-preview")
    elapsed = time.perf_counter() - started
    if answer.returncode != 0:
        raise RuntimeError(answer.stdout + answer.stderr)
    return elapsed
