from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.sandbox.sequences.guarded_machine import GuardedWorld
from tests.sandbox.sequences.machine import AnyWorld


def _sequences(number: int, steps: int = 40) -> settings:
    """So many sequences of at most so many calls, the same in every run."""
    return settings(
        max_examples=number,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


AnyWorld.TestCase.settings = _sequences(30)
GuardedWorld.TestCase.settings = _sequences(60, steps=20)
TestAnyWorld = AnyWorld.TestCase
TestGuardedWorld = GuardedWorld.TestCase
