"""`pulumi up` and `pulumi destroy` of a fan-out of 20 x 200, in order, each resource compared with one of 5 x 50.

Other shapes: BENCH_TREE, such as 10x100. A topic has so many subscriptions that forward to further topics, each with so
many subscriptions of its own; with a rule for each that is 8,000 resources. A ratio of 1 says that the time grows with
their number alone.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.components.entities import calls
from tests.deployment import ONE_CHECKPOINT, deployment

if TYPE_CHECKING:
    from collections.abc import Iterator

from tests.deployment import Deployment

DEFAULT_TREE = "20x200"
SMALL_TREE = "5x50"
ROOT = "topics/root"


def measure() -> Iterator[str]:
    """Deploy and destroy the small tree and the large one; yield a line each, then the ratio."""
    each: list[float] = []
    for shape in (SMALL_TREE, os.environ.get("BENCH_TREE", DEFAULT_TREE)):
        first, second = map(int, shape.split("x"))
        with (
            tempfile.TemporaryDirectory() as folder,
            deployment(Path(folder), _config(first, second), further=ONE_CHECKPOINT) as stack,
        ):
            up, destroy = _seconds(stack, "up", "--yes", "--skip-preview"), _seconds(stack, "destroy", "--yes")
            made = calls(stack, "PUT")
            wrong = _out_of_order(made, first, second) + _out_of_order(calls(stack, "DELETE"), first, second, sign=-1)
        each.append(up / len(made))
        yield f"{shape}: {len(made):,} resources, up {up:.1f} s, destroy {destroy:.1f} s, {wrong} out of order"
        if wrong:
            raise RuntimeError(f"{wrong} forwards were made before their destination, or outlived it")
    yield f"ratio {each[1] / each[0]:.3f}"


def _config(first: int, second: int) -> dict[str, Any]:
    roots = {f"s{number}": {"forwardTo": f"branch{number}"} for number in range(first)}
    leaves: dict[str, Any] = {f"s{number}": {} for number in range(second)}
    branches = {f"branch{number}": {"subscriptions": leaves} for number in range(first)}
    return {
        "azure-native:location": "westeurope",
        "backbone:protect": False,
        "backbone:namespace": {"topics": {"root": {"subscriptions": roots}, **branches}},
    }


def _seconds(stack: Deployment, *command: str) -> float:
    started = time.perf_counter()
    stack.succeed(*command)
    return time.perf_counter() - started


def _out_of_order(order: dict[str, int], first: int, second: int, *, sign: int = 1) -> int:
    """How many subscriptions of the branches were called upon on the wrong side of what forwards to their topic."""
    pairs = (
        (order[f"{ROOT}/subscriptions/s{branch}"], order[f"topics/branch{branch}/subscriptions/s{leaf}"])
        for branch in range(first)
        for leaf in range(second)
    )
    return sum((root - leaf) * sign < 0 for root, leaf in pairs)
