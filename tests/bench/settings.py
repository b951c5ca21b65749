"""Reading a stack file with 10,000 queues, compared with reading its YAML alone."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from backbone.settings import Settings, files

if TYPE_CHECKING:
    from collections.abc import Iterator

QUEUES = 10_000


def measure() -> Iterator[str]:
    """Read the file both ways and yield a line each and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Pulumi.bench.yaml"
        path.write_text(_stack_file(), encoding="utf-8")
        started = time.perf_counter()
        YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        yaml_alone = time.perf_counter() - started
        started = time.perf_counter()
        stack_file = files.read(path)
        reading = time.perf_counter() - started
        started = time.perf_counter()
        Settings.parse(stack_file.raw)
        parsing = time.perf_counter() - started
    yield f"{QUEUES} queues, YAML alone: {yaml_alone:.2f} s"
    yield f"{QUEUES} queues, read: {reading:.2f} s, parsed and checked: {parsing:.2f} s"
    yield f"ratio {(reading + parsing) / yaml_alone:.3f}"


def _stack_file() -> str:
    """As many queues as a namespace may have; the first of them is its session queue."""
    queues = "\n".join(f"      queue-{number}: {{lockDuration: PT2M}}" for number in range(QUEUES))
    namespace = f"  backbone:namespace:\n    queue: queue-0\n    queues:\n{queues}\n"
    return f"config:\n  azure-native:location: westeurope\n{namespace}"
