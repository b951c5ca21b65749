"""The picture of a topology."""

from __future__ import annotations

import itertools
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from backbone.plan import draw_up
from backbone.plan.picture import letters, picture, picture_of_wrong
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
    assert "1 rule each" in _texts(root, "note")
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
    "a cycle": ({"a": {"forwardTo": "b"}, "b": {"forwardTo": "a"}}, 2, ["a", "b"]),
    "a cycle with a way in and a way out": (
        {
            "in": {"forwardTo": "a"},
            "a": {"forwardTo": "b"},
            "b": {"forwardTo": "a", "forwardDeadLetteredMessagesTo": "c"},
            "c": {},
        },
        2,
        ["a", "b"],
    ),
    "to itself": ({"a": {"forwardTo": "A"}}, 1, ["a"]),
    "a missing destination": ({"a": {"forwardTo": "nowhere"}}, 1, ["missing", "nowhere"]),
    "five hops": ({name: {"forwardTo": to} for name, to in zip("abcde", [*"bcde", "tracking"], strict=True)}, 1, []),
}


def _of_wrong(config: dict[str, Any]) -> ET.Element:
    with pytest.raises(SettingsError) as caught:
        parse(config)
    assert caught.value.settings is not None
    return ET.fromstring(picture_of_wrong(caught.value.settings, caught.value.findings, "x"))  # noqa: S314 - our own


@pytest.mark.parametrize(("queues", "ways", "boxes"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_a_chain_is_red(queues: dict[str, Any], ways: int, boxes: list[str]) -> None:
    root = _of_wrong({"backbone:namespace": {"queues": queues}})

    assert _number(root, "path", "bad") == ways
    assert sorted(str(each.text) for each in root.iter(f"{SVG}text") if "bad" in each.get("class", "")) == boxes
    assert _number(root, "rect", "frame") == 1


def test_a_cycle_through_a_subscription_is_red_with_its_topic_and_no_other_subscription() -> None:
    subscriptions = {"back": {"forwardTo": "a"}, "away": {}}
    namespace = {"queues": {"a": {"forwardTo": "t"}}, "topics": {"t": {"subscriptions": subscriptions}}}
    root = _of_wrong({"backbone:namespace": namespace})

    assert sorted(str(each.text) for each in root.iter(f"{SVG}text") if "bad" in each.get("class", "")) == [
        "a",
        "back",
        "t",
    ]
    assert _number(root, "path", "bad") == 3


@pytest.mark.parametrize(("location", "said"), [("", "Standard"), ("?", "Standard, ?")])
def test_a_namespace_without_a_location_says_its_tier_alone(location: str, said: str) -> None:
    assert _texts(_of_wrong({"azure-native:location": location}), "note")[0] == said


MEASURED = {
    "shipments": (5.21, 5.88),
    "tracking": (4.1, 4.68),
    "mmmmmmmm-WWWWWWWW": (16.07, 17.58),
    "invoices.of.all.kinds": (9.82, 11.26),
    "forward, with the number of the hop": (18.23, 20.68),
}
"""Widths in ems of DejaVu Sans, regular and bold, from its own tables: no usual font is wider."""


@pytest.mark.parametrize(("text", "ems"), MEASURED.items(), ids=MEASURED)
def test_words_are_taken_for_as_wide_as_the_widest_font_makes_them(text: str, ems: tuple[float, float]) -> None:
    for is_bold, em in zip((False, True), ems, strict=True):
        assert em <= letters.width(text, 1, is_bold=is_bold) <= em * 1.1


@pytest.mark.parametrize("name", ["x", "shipments", "mmmmmmmm-WWWWWWWW"])
def test_words_stay_within_their_boxes_and_the_legend_and_the_title_on_the_sheet(name: str) -> None:
    config = {"backbone:namespace": {"queues": {name: {"forwardTo": "tracking"}}}}
    root = ET.fromstring(picture(draw_up(parse(config)), f"Pulumi.{'m' * 60}.yaml"))  # noqa: S314 - our own text
    sheet, boxes = float(root.get("width", 0)), _boxes(root)
    sizes = {"heading": letters.HEADING, "alias": letters.ALIAS, "note": letters.NOTE, "": letters.NORMAL}

    for text in (each for each in root.iter(f"{SVG}text") if each.get("class") != "hop"):
        left, line, style = float(text.get("x", 0)), float(text.get("y", 0)), text.get("class", "")
        right = left + letters.width(str(text.text), sizes[style], is_bold=style in {"heading", "alias"})
        around = [box[2] for box in boxes if box[0] < left < box[2] and box[1] < line < box[3]]
        assert right + 10 <= min([sheet, *around]), text.text
    assert {"dead letters", "tracking", name} <= {text.text for text in root.iter(f"{SVG}text")}


Spot = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def _boxes(root: ET.Element) -> list[Spot]:
    found = [each for each in root.iter(f"{SVG}rect") if "box" in each.get("class", "") and each.get("rx") == "6"]
    sides = [[float(each.get(side, 0)) for side in ("x", "y", "width", "height")] for each in found]
    return [(x, y, x + width, y + height) for x, y, width, height in sides]


def _badges(root: ET.Element) -> list[Spot]:
    found = [each for each in root.iter(f"{SVG}circle") if "badge" in each.get("class", "")]
    circles = [[float(each.get(name, 0)) for name in ("cx", "cy", "r")] for each in found]
    return [(x - r, y - r, x + r, y + r) for x, y, r in circles]


def _ways_back(root: ET.Element) -> list[list[Spot]]:
    """The straight parts of each way that leads back: down, along its lane, and up."""
    found = []
    for path in root.iter(f"{SVG}path"):
        if "V" in path.get("d", ""):
            numbers = [float(each) for each in re.findall(r"[\d.]+", path.get("d", ""))]
            right, top, lane, left, up = (numbers[position] for position in (2, 5, 8, 12, 16))
            found.append([(right, top, right, lane), (left, lane, right, lane), (left, up, left, lane)])
    return found


def _meet(one: Spot, other: Spot) -> bool:
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not beside and one[1] < other[3] and other[1] < one[3]


def test_messages_and_dead_letters_to_the_same_box_have_a_way_and_a_number_each() -> None:
    both = {"forwardTo": "tracking", "forwardDeadLetteredMessagesTo": "tracking"}
    root = _drawn({"backbone:namespace": {"queues": {"inbox": both}}})
    upper, lower = _badges(root)

    assert not _meet(upper, lower)
    assert len({path.get("d") for path in root.iter(f"{SVG}path") if "M" in path.get("d", "")[:1]}) == 5


def test_arrows_to_the_same_box_and_back_keep_clear_of_other_boxes_and_numbers() -> None:
    queues = {
        **{name: {"forwardTo": to} for name, to in zip("abcdefghi", "badecgedd", strict=True)},
        **{name: {"forwardTo": name.upper()} for name in ("self", "other")},
    }
    root = _of_wrong({"backbone:namespace": {"queues": queues}})
    boxes, badges = _boxes(root), _badges(root)
    ways_back = _ways_back(root)

    assert (len(boxes), len(badges), len(ways_back)) == (12, 9, 2)
    for one, other in itertools.combinations((*boxes, *badges), 2):
        assert not _meet(one, other)
    for way in ways_back:
        number = [badge for badge in badges if any(_meet(part, badge) for part in way)]
        assert len(number) == 1
        assert not [box for box in boxes if any(_meet(part, box) for part in way)]


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
