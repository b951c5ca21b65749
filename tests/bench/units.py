"""`pulumi preview` of a new stack with 300 scale units, compared with the same resources without our program.

The number of scale units is 300, or what BENCH_UNITS says; each program runs twice, and the faster run counts.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.components.stacks import LOCATION
from tests.deployment import ONE_CHECKPOINT, ROOT, deployment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BARE = ROOT / "tests" / "programs" / "units"
DEFAULT_UNITS = 300
ROUNDS = 2


def measure() -> Iterator[str]:
    """Preview both in turn, and yield a line each and the ratio."""
    count = int(os.environ.get("BENCH_UNITS", DEFAULT_UNITS))
    units: dict[str, Any] = {f"unit-{number}": {} for number in range(count - 1)}
    programs: dict[str, tuple[Path, dict[str, Any]]] = {
        "ours": (ROOT, {**LOCATION, "backbone:scaleUnits": units}),
        "bare": (BARE, {**LOCATION, "units:count": count}),
    }
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, (program, config) in programs.items():
            found[name].append(_preview(program, config))
    (ours, made), (bare, bare_made) = (min(found[name]) for name in programs)
    yield f"{count} namespaces, our program: {ours:.1f} s for {made} resources"
    yield f"{count} namespaces, bare azure-native: {bare:.1f} s for {bare_made} resources"
    yield f"ratio {ours / bare:.3f}"


def _preview(program: Path, config: Mapping[str, Any]) -> tuple[float, int]:
    """How long a preview takes and how many resources it would make, without components."""
    with (
        tempfile.TemporaryDirectory() as folder,
        deployment(Path(folder), config, program=program, further=ONE_CHECKPOINT) as stack,
    ):
        started = time.perf_counter()
        answer = stack.succeed("preview", "--json")
        elapsed = time.perf_counter() - started
    return elapsed, sum("azure-native:" in step["urn"] for step in json.loads(answer)["steps"])
