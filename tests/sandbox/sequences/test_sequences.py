from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.sandbox.sequences.machine import AnyWorld

AnyWorld.TestCase.settings = settings(
    max_examples=30,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestAnyWorld = AnyWorld.TestCase
