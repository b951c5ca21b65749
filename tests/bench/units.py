"""`pulumi preview` of a new stack with 300 scale units, compared with the same resources without our program.

The number of scale units is 300, or what BENCH_UNITS says; each program runs twice, and the faster run counts.
"""

from __future__ import annotations

import json
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
from tests.deployment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = ROOT / "tests" / "programs" / "units"
DEFAULT_UNITS = 300
ROUNDS = 2


def measure() -> Iterator[str]:
    """Preview both in turn, and yield a line each and the ratio."""
    count = int(os.environ.get("BENCH_UNITS", DEFAULT_UNITS))
    units = json.dumps({f"unit-{number}": {} for number in range(count - 1)})
    programs = {"ours": (ROOT, f"backbone:scaleUnits: {units}"), "bare": (BARE, f"units:count: {count}")}
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, (program, config) in programs.items():
            found[name].append(_preview(program, config))
    (ours, made), (bare, bare_made) = (min(found[name]) for name in programs)
    yield f"{count} namespaces, our program: {ours:.1f} s for {made} resources"
    yield f"{count} namespaces, bare azure-native: {bare:.1f} s for {bare_made} resources"
    yield f"ratio {ours / bare:.3f}"


def _preview(program: Path, config: str) -> tuple[float, int]:
    """How long a preview takes and how many resources it would make, without components."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "stack"
        root.mkdir()
        project = (program / "Pulumi.yaml").read_text(encoding="utf-8")
        (root / "Pulumi.yaml").write_text(f"{project}main: {program}\n", encoding="utf-8")
        text = f"config: {{azure-native:location: westeurope, {config}}}\n"
        (root / "Pulumi.bench.yaml").write_text(text, encoding="utf-8")
        workspace = Workspace(root=root, stack="bench")
        workspace.prepare()
        workspace.take_files()
        with closing(World(workspace.home)) as world, serve(world) as server:
            engine = Engine(workspace=workspace, port=server.port)
            engine.ask("stack", "init", "--no-select")
            started = time.perf_counter()
            answer = engine.ask("preview", "--json")
            elapsed = time.perf_counter() - started
    if answer.returncode != 0:
        raise RuntimeError(answer.stdout + answer.stderr)
    steps = json.loads(answer.stdout)["steps"]
    return elapsed, sum("azure-native:" in step["urn"] for step in steps)
