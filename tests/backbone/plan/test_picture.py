"""The picture of a topology."""

from __future__ import annotations

import itertools
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from backbone.plan import draw_up
from backbone.plan.picture import picture, picture_of_wrong
from backbone.settings import SettingsError
from tests.backbone.plan.test_remedies import WORKED_CASE
from tests.backbone.stack import parse

SVG = "{http://www.w3.org/2000/svg}"
CHAIN = {
    "queues": {"inbox": {"forwardTo": "triage", "forwardDeadLetteredMessagesTo": "lost"}, "triage": {}, "lost": {}},
    "topics": {"orders": {"subscriptions": {"shipments": {"forwardTo": "inbox"}, "billing": {}}}},
}


def _drawn(config: dict[str, Any]) -> ET.Element:
    return ET.fromstring(picture(draw_up(parse(config)), "Pulumi.test.yaml"))  # noqa: S314 - our own text


def _texts(root: ET.Element, style: str) -> list[str]:
    return [str(each.text) for each in root.iter(f"{SVG}text") if each.get("class", "").split()[:1] == [style]]


def _number(root: ET.Element, tag: str, style: str) -> int:
    legend = {"queue": 1, "topic": 1, "subscription": 1, "forward": 1, "dead-letters": 1}
    found = sum(style in each.get("class", "").split() for each in root.iter(f"{SVG}{tag}"))
    return found - legend.get(style, 0)


def test_every_entity_and_every_way_is_drawn_and_hops_are_numbered() -> None:
    root = _drawn({"backbone:namespace": CHAIN})

    assert [_number(root, "rect", kind) for kind in ("frame", "queue", "topic", "subscription")] == [1, 4, 1, 2]
    assert [_number(root, "path", kind) for kind in ("copy", "forward", "dead-letters")] == [2, 2, 1]
    assert sorted(_texts(root, "hop")) == ["1", "2", "2"]


def test_nothing_overlaps_and_everything_is_on_the_sheet() -> None:
    root = _drawn({"backbone:namespace": CHAIN, "backbone:scaleUnits": {f"u{n}": CHAIN for n in range(5)}})
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    spots = [
        tuple(float(each.get(side, 0)) for side in ("x", "y", "width", "height"))
        for each in root.iter(f"{SVG}rect")
        if "box" in each.get("class", "").split()
    ]

    for x, y, wide, high in spots:
        assert 0 <= x < x + wide <= width
        assert 0 <= y < y + high <= height
    for position, (x, y, wide, high) in enumerate(spots):
        for left, top, other_wide, other_high in spots[position + 1 :]:
            beside = x + wide <= left or left + other_wide <= x
            assert beside or y + high <= top or top + other_high <= y


def test_what_is_over_a_limit_is_red() -> None:
    root = _drawn({**WORKED_CASE, "backbone:scaleUnits": {"quiet": {}}})

    assert _number(root, "rect", "bad") == 1
    assert any("1,160 of 1,000 credits/s" in text for text in _texts(root, "note"))


def test_what_is_alike_is_drawn_once() -> None:
    root = _drawn(WORKED_CASE)

    assert _number(root, "rect", "subscription") == 1
    assert any(each.text == "subscriptions x 56" for each in root.iter(f"{SVG}text"))


@pytest.mark.parametrize(("units", "frames"), [(0, 1), (5, 6), (6, 1), (300, 1)])
def test_300_units_still_give_a_picture_to_read(units: int, frames: int) -> None:
    root = _drawn({"backbone:scaleUnits": {f"unit-{number:03}": {} for number in range(units)}})

    assert _number(root, "rect", "frame") == frames
    assert float(root.get("width", 0)) <= 1400
    if units == 300:
        assert _texts(root, "alias") == ["main ... unit-299 (301 namespaces)"]


def test_units_that_differ_in_their_load_only_share_a_frame_that_says_from_where_to_where() -> None:
    units: dict[str, Any] = {f"unit-{number}": {} for number in range(300)}
    load = {f"tracking@unit-{number}": {"messagesPerSecond": 1 + number} for number in range(300)}
    load["tracking@unit-7"]["messagesPerSecond"] = 600
    root = _drawn({"backbone:scaleUnits": units, "backbone:load": load})

    assert [note for note in _texts(root, "note") if "credits" in note] == [
        "Standard, westeurope, 0 to 600 of 1,000 credits/s",
        "Standard, westeurope, 1,200 of 1,000 credits/s",
    ]
    assert _number(root, "rect", "frame") == 2


def test_a_premium_namespace_says_for_which_megabytes_it_is_red() -> None:
    load = {"tracking@main": {"messagesPerSecond": 3000, "messageSizeInKilobytes": 4}}
    root = _drawn({"backbone:namespace": {"sku": "Premium"}, "backbone:load": load})

    assert _texts(root, "note")[0] == "Premium, 1 MU, westeurope, 11.7 of 4 MB/s"
    assert _number(root, "rect", "bad") == 1


def test_a_unit_that_differs_keeps_its_own_frame_among_300() -> None:
    units: dict[str, Any] = {f"unit-{number:03}": {} for number in range(300)}
    root = _drawn({"backbone:scaleUnits": {**units, "busy": CHAIN}})

    assert _texts(root, "alias") == ["main ... unit-299 (301 namespaces)", "busy"]


WRONG = {
    "a cycle": ({"a": {"forwardTo": "b"}, "b": {"forwardTo": "a"}}, 1),
    "to itself": ({"a": {"forwardTo": "A"}}, 1),
    "a missing destination": ({"a": {"forwardTo": "nowhere"}}, 1),
    "five hops": ({name: {"forwardTo": to} for name, to in zip("abcde", [*"bcde", "tracking"], strict=True)}, 1),
}


@pytest.mark.parametrize(("queues", "bad"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_a_chain_is_red(queues: dict[str, Any], bad: int) -> None:
    with pytest.raises(SettingsError) as caught:
        parse({"backbone:namespace": {"queues": queues}})
    assert caught.value.settings is not None

    root = ET.fromstring(picture_of_wrong(caught.value.settings, caught.value.findings, "x"))  # noqa: S314 - our own

    assert _number(root, "path", "bad") == bad
    assert _number(root, "rect", "frame") == 1


def test_arrows_to_the_same_box_and_back_keep_clear_of_other_boxes() -> None:
    queues = {
        **{name: {"forwardTo": to} for name, to in (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))},
        **{name: {"forwardTo": name.upper()} for name in ("self", "other")},
    }
    with pytest.raises(SettingsError) as caught:
        parse({"backbone:namespace": {"queues": queues}})
    assert caught.value.settings is not None
    root = ET.fromstring(picture_of_wrong(caught.value.settings, caught.value.findings, "x"))  # noqa: S314 - our own

    spots = [each for each in root.iter(f"{SVG}rect") if each.get("class") == "box queue" and each.get("rx") == "6"]
    badges = [each for each in root.iter(f"{SVG}circle") if each.get("class") == "badge bad"]
    assert (len(spots), len(badges)) == (7, 4)
    for badge, spot in itertools.product(badges, spots):
        x, y = float(badge.get("cx", 0)), float(badge.get("cy", 0))
        left, top = float(spot.get("x", 0)), float(spot.get("y", 0))
        beside = not left <= x <= left + float(spot.get("width", 0))
        assert beside or not top <= y <= top + float(spot.get("height", 0))


def test_a_file_that_is_wrong_everywhere_still_gives_a_picture() -> None:
    config = {
        "backbone:namespace": {"sku": "Gold", "queues": {"x": 5}},
        "backbone:scaleUnits": {"far": {"location": "nowhere at all"}},
        "backbone:subscriptions": {"lost": {"to": "nothing@far", "receiver": "nobody"}},
    }
    with pytest.raises(SettingsError) as caught:
        parse(config)
    assert caught.value.settings is not None

    root = ET.fromstring(picture_of_wrong(caught.value.settings, caught.value.findings, "x"))  # noqa: S314 - our own

    assert _number(root, "rect", "frame") >= 1
