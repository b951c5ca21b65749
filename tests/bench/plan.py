"""`backbone plan` of 300 scale units and 10,000 entities, compared with the second that it may take."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

UNITS = 300
RUNS = 5
SECONDS = 1.0
_QUEUES = 20
_SUBSCRIPTIONS = 10
"""With its session queue and a topic each unit has 32 entities, and the default namespace as many: 9,632 and a rest."""


def measure() -> Iterator[str]:
    """Run the command several times and yield the median and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        entities = _write(Path(folder) / "Pulumi.bench.yaml")
        taken = statistics.median(_seconds(folder) for _ in range(RUNS))
    yield f"{UNITS} units, {entities:,} entities: {taken:.2f} s (median of {RUNS})"
    yield f"ratio {taken / SECONDS:.3f}"


def _seconds(folder: str) -> float:
    command = [sys.executable, "-m", "backbone", "plan", "--stack", "bench", "--format", "json", "--cwd", folder]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _write(path: Path) -> int:
    contents = {
        "queues": {f"queue-{number}": {"forwardTo": "tracking"} for number in range(_QUEUES)},
        "topics": {
            "orders": {
                "subscriptions": {
                    f"subscription-{number}": {"forwardTo": f"queue-{number}", "rules": {"own": {"sqlFilter": "a = 1"}}}
                    for number in range(_SUBSCRIPTIONS)
                }
            }
        },
    }
    config = {
        "azure-native:location": "westeurope",
        "backbone:namespace": contents,
        "backbone:scaleUnits": {f"unit-{number}": contents for number in range(UNITS)},
        "backbone:load": {f"orders@unit-{number}": {"messagesPerSecond": 5} for number in range(UNITS)},
    }
    writer = YAML(typ="safe")
    writer.representer.ignore_aliases = lambda _: True
    with path.open("w", encoding="utf-8") as stream:
        writer.dump({"config": config}, stream)
    return (UNITS + 1) * (1 + _QUEUES + 1 + _SUBSCRIPTIONS)
