from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.azure import duration


@pytest.mark.parametrize(
    ("text", "normal", "clock"),
    [
        ("PT60S", "PT1M", "00:01:00"),
        ("PT0S", "PT0S", "00:00:00"),
        ("P0D", "PT0S", "00:00:00"),
        ("PT24H", "P1D", "1.00:00:00"),
        ("P14D", "P14D", "14.00:00:00"),
        ("P1DT25H61M61.5S", "P2DT2H2M1.5S", "2.02:02:01.5000000"),
        ("PT0.0000001S", "PT0.0000001S", "00:00:00.0000001"),
        ("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S", "10675199.02:48:05.4775807"),
    ],
)
def test_durations_are_written_as_dotnet_writes_them(text: str, normal: str, clock: str) -> None:
    assert duration.normalise(text) == normal
    assert duration.clock_form(duration.parse(text)) == clock


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1DT", "1M", "PT1", "P1Y", "P1M", "-PT1S", "PT1.5M", "10 s", "P10675199DT2H48M5.4775808S"]
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="^" + text.replace(".", r"\.") + "$"):
        duration.parse(text)


@given(st.integers(min_value=0, max_value=duration.MAXIMUM))
def test_the_normal_form_says_the_same(ticks: int) -> None:
    assert duration.parse(duration.render(ticks)) == ticks
