"""Durations in Azure's normal form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backbone.durations import MAXIMUM_TICKS, TICKS_PER_SECOND, Duration


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("PT60S", "PT1M"),
        ("PT1M", "PT1M"),
        ("PT90M", "PT1H30M"),
        ("PT24H", "P1D"),
        ("P0DT1S", "PT1S"),
        ("PT0S", "PT0S"),
        ("P0D", "PT0S"),
        ("P14D", "P14D"),
        ("PT1.5S", "PT1.5S"),
        ("PT1.500S", "PT1.5S"),
        ("PT0.0000001S", "PT0.0000001S"),
        ("P1DT1H1M1S", "P1DT1H1M1S"),
        ("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S"),
    ],
)
def test_a_duration_is_written_as_azure_writes_it(written: str, normal: str) -> None:
    assert str(Duration.parse(written)) == normal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1DT",
        "1M",
        "PT1",
        "P1M",
        "P1Y",
        "P1W",
        "PT1S1M",
        "pt1m",
        "PT-1S",
        "-PT1S",
        "PT1.S",
        "PT.5S",
        "PT1,5S",
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no ISO 8601 duration"):
        Duration.parse(text)


@pytest.mark.parametrize("text", ["PT1.00000001S", " PT1S", "PT1S\n", "PT\u0661S", "00:01:00"])
def test_what_only_looks_like_a_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no ISO 8601 duration"):
        Duration.parse(text)


def test_a_duration_beyond_azures_longest_is_refused() -> None:
    with pytest.raises(ValueError, match=r"is longer than P10675199DT2H48M5\.4775807S"):
        Duration.parse("P10675199DT2H48M5.4775808S")


def test_durations_are_ordered_by_length() -> None:
    assert Duration.parse("PT59S") < Duration.parse("PT1M") == Duration.parse("PT60S") < Duration.parse("P1D")


def test_a_second_has_ten_million_ticks() -> None:
    assert Duration.parse("PT1S").ticks == TICKS_PER_SECOND == 10**7


@given(st.integers(min_value=0, max_value=MAXIMUM_TICKS))
def test_the_written_form_means_the_same_duration(ticks: int) -> None:
    assert Duration.parse(str(Duration(ticks))) == Duration(ticks)
