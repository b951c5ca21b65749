"""Whatever a program comes to want, `up` brings it about, and then nothing is left to do."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.deployment import ROOT, deployment

PROGRAM = ROOT / "tests" / "programs" / "wishes"
_QUEUE = st.fixed_dictionaries(
    {},
    optional={
        "lock_duration": st.sampled_from(("PT5S", "PT60S", "PT1M30S")),
        "max_delivery_count": st.integers(1, 20),
        "requires_session": st.just(True),  # noqa: FBT003
        "default_message_time_to_live": st.sampled_from(("P14D", "PT24H")),
        "max_size_in_megabytes": st.sampled_from((1024, 5120)),
        "status": st.sampled_from(("Active", "SendDisabled")),
    },
) | st.fixed_dictionaries({"forwards": st.just(True)}, optional={"lock_duration": st.just("PT2M")})  # noqa: FBT003
_WANTED = st.fixed_dictionaries(
    {
        "tags": st.dictionaries(st.sampled_from(("a", "b")), st.sampled_from(("x", "y"))),
        "queues": st.dictionaries(st.sampled_from(("one", "two", "three")), _QUEUE),
        "topics": st.dictionaries(
            st.sampled_from(("red", "blue")), st.lists(st.sampled_from(("a = 1", "b = 2")), max_size=2)
        ),
    }
)


@settings(
    max_examples=2,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(_WANTED, min_size=3, max_size=3))
def test_up_converges_after_any_sequence_of_changes(sequence: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder, deployment(Path(folder), {}, program=PROGRAM) as stack:
        for wanted in sequence:
            stack.up({"azure-native:location": "westeurope", "wishes:wanted": wanted})
        # Outputs that Azure has changed behind the engine's back, as by a forwarding source's idle time, show here.
        assert "unchanged" in stack.succeed("up", "--yes", "--skip-preview", "--refresh", "--expect-no-changes")
        held = {each["id"].rpartition("/")[2] for each in stack.world.resources() if each["type"].endswith("/queues")}
        assert held == {"destination", *sequence[-1]["queues"]}
