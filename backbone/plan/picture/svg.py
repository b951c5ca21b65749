"""A picture drawn as SVG, which a README and a browser show without further ado."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from backbone.plan.picture import letters
from backbone.plan.picture.diagram import ArrowKind, BoxKind
from backbone.plan.picture.layout import EAR, PADDING, on_sheet
from backbone.plan.picture.legend import ARROW, BOX, Sign, signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backbone.plan.picture.diagram import Box, Diagram
    from backbone.plan.picture.places import PlacedFrame, Route, Spot

MARGIN = 24.0
TITLE = 44.0
LEGEND = 40.0
CORNER = 6
BADGE = 9.0

STYLE = """
text { font-family: 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: #1f2328; font-size: 13px }
.sheet { fill: #ffffff }
.heading { font-size: 19px; font-weight: 600 }
.frame { fill: #f6f8fa; stroke: #d1d9e0; stroke-width: 1.2 }
.alias { font-size: 15px; font-weight: 600 }
.note { font-size: 11px; fill: #59636e }
.box { stroke-width: 1.4 }
.queue { fill: #ddf4ff; stroke: #0969da }
.topic { fill: #fbefff; stroke: #8250df }
.subscription { fill: #ffffff; stroke: #8250df; stroke-dasharray: 4 2 }
.arrow { fill: none; stroke: #59636e; stroke-width: 1.5 }
.copy { stroke: #8250df; stroke-opacity: .55 }
.dead-letters { stroke-dasharray: 5 4 }
.badge { fill: #1f2328 }
.hop { fill: #ffffff; font-size: 11px; font-weight: 600 }
.bad { stroke: #cf222e }
rect.bad { fill: #ffebe9 }
.badge.bad { fill: #cf222e; stroke: none }
text.bad { fill: #cf222e; stroke: none }
"""
_ARROWHEAD = {"viewBox": "0 0 8 8", "refX": "7", "refY": "4", "markerWidth": "7", "markerHeight": "7", "orient": "auto"}


def svg(diagram: Diagram) -> str:
    """The picture as the text of a file."""
    placed = [frame.moved(MARGIN, MARGIN + TITLE) for frame in on_sheet(diagram.frames)]
    legend = tuple(signs(MARGIN))
    heading = MARGIN + letters.width(diagram.title, letters.HEADING, is_bold=True)
    width = max(heading, legend[-1].right, *(frame.spot.right for frame in placed)) + MARGIN
    bottom = max((frame.spot.y + frame.spot.height for frame in placed), default=TITLE)
    height = bottom + LEGEND + MARGIN
    root = _element(
        None, "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {height:.0f}", role="img"
    )
    root.set("width", f"{width:.0f}")
    root.set("height", f"{height:.0f}")
    _element(root, "title").text = diagram.title
    _element(root, "style").text = STYLE
    _arrowheads(root)
    _element(root, "rect", "sheet", width=f"{width:.0f}", height=f"{height:.0f}")
    _text(root, diagram.title, MARGIN, MARGIN + 16, "heading")
    for frame in placed:
        _frame(root, frame)
    for sign in legend:
        _sign(root, sign, bottom + LEGEND)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode") + "\n"


def _arrowheads(root: ET.Element) -> None:
    definitions = _element(root, "defs")
    for name, colour in (("head", "#59636e"), ("head-copy", "#8250df"), ("head-bad", "#cf222e")):
        marker = _element(definitions, "marker", id=name, **_ARROWHEAD)
        _element(marker, "path", d="M0 0 L8 4 L0 8 z", fill=colour)


def _frame(root: ET.Element, placed: PlacedFrame) -> None:
    group = _element(root, "g")
    spot, frame = placed.spot, placed.frame
    _rectangle(group, spot, "frame", is_bad=frame.is_bad)
    _text(group, frame.title, spot.x + PADDING, spot.y + 22, "alias")
    _text(group, frame.note, spot.x + PADDING, spot.y + 37, "note", is_bad=frame.is_bad)
    for route in placed.routes:
        _arrow(group, route)
    for box in frame.boxes:
        _box(group, box, placed.boxes[box.key])
    for route in placed.routes:
        _badge(group, route)


def _box(group: ET.Element, box: Box, spot: Spot) -> None:
    _rectangle(group, spot, f"box {box.kind}", is_bad=box.is_bad)
    left = spot.x + 12
    _text(group, box.label, left, spot.middle - 2 if box.caption else spot.middle + 5, "", is_bad=box.is_bad)
    if box.caption:
        _text(group, box.caption, left, spot.middle + 12, "note", is_bad=box.is_bad)


def _arrow(group: ET.Element, route: Route) -> None:
    arrow = route.arrow
    head = "head-bad" if arrow.is_bad else "head-copy" if arrow.kind is ArrowKind.COPY else "head"
    line = _loop if route.is_back else _ear if route.is_to_itself else _curve
    path = _element(group, "path", f"arrow {arrow.kind}", d=line(route.points))
    path.set("marker-end", f"url(#{head})")
    if arrow.is_bad:
        path.set("class", f"arrow {arrow.kind} bad")


def _curve(points: Sequence[tuple[float, float]]) -> str:
    """Straight through the columns that are passed, and bent in the gaps between columns."""
    (x, y), *others = points
    steps = [f"M{x:.1f} {y:.1f}"]
    for number, (right, down) in enumerate(others):
        if number % 2:
            steps.append(f"L{right:.1f} {down:.1f}")
        else:
            bend = max(24.0, abs(right - x) / 2)
            steps.append(f"C{x + bend:.1f} {y:.1f} {right - bend:.1f} {down:.1f} {right:.1f} {down:.1f}")
        x, y = right, down
    return " ".join(steps)


def _loop(points: Sequence[tuple[float, float]]) -> str:
    """Down, along a lane below all boxes, and up again, with round corners."""
    (x, y), (right, lane), (left, _), (end, up) = points
    return (
        f"M{x:.1f} {y:.1f} Q{right:.1f} {y:.1f} {right:.1f} {y + CORNER:.1f} "
        f"V{lane - CORNER:.1f} Q{right:.1f} {lane:.1f} {right - CORNER:.1f} {lane:.1f} "
        f"H{left + CORNER:.1f} Q{left:.1f} {lane:.1f} {left:.1f} {lane - CORNER:.1f} "
        f"V{up + CORNER:.1f} Q{left:.1f} {up:.1f} {end:.1f} {up:.1f}"
    )


def _ear(points: Sequence[tuple[float, float]]) -> str:
    """From the right edge of a box to the same edge, a little lower."""
    (x, y), (_, down) = points
    far = x + EAR
    return f"M{x:.1f} {y:.1f} C{far:.1f} {y - CORNER:.1f} {far:.1f} {down + CORNER:.1f} {x:.1f} {down:.1f}"


def _badge(group: ET.Element, route: Route) -> None:
    """The number of a hop, in the middle of the last gap, or of the lane of an arrow that leads back.

    An arrow to the box that it leaves has none: there would be no end of them.
    """
    if route.arrow.hop is None or route.is_to_itself:
        return
    (left, top), (right, bottom) = route.points[1:3] if route.is_back else route.points[-2:]
    x, y = (left + right) / 2, (top + bottom) / 2
    circle = _element(group, "circle", "badge bad" if route.arrow.is_bad else "badge")
    for name, value in (("cx", x), ("cy", y), ("r", BADGE)):
        circle.set(name, f"{value:.1f}")
    number = _text(group, str(route.arrow.hop), x, y + 4, "hop")
    number.set("text-anchor", "middle")


def _sign(root: ET.Element, sign: Sign, y: float) -> None:
    if isinstance(sign.kind, BoxKind):
        spot = {"x": f"{sign.x:.1f}", "y": f"{y - 11:.1f}", "width": f"{BOX:.0f}", "height": "14", "rx": "3"}
        _element(root, "rect", f"box {sign.kind}", **spot)
    else:
        path = _element(root, "path", f"arrow {sign.kind}", d=f"M{sign.x:.1f} {y - 4:.1f} h{ARROW:.0f}")
        path.set("marker-end", "url(#head)")
    _text(root, sign.meaning, sign.words, y, "note")


def _rectangle(group: ET.Element, spot: Spot, style: str, *, is_bad: bool) -> None:
    rectangle = _element(group, "rect", f"{style} bad" if is_bad else style, rx=str(CORNER))
    for name, value in (("x", spot.x), ("y", spot.y), ("width", spot.width), ("height", spot.height)):
        rectangle.set(name, f"{value:.1f}")


def _text(group: ET.Element, words: str, x: float, y: float, style: str, *, is_bad: bool = False) -> ET.Element:
    element = _element(group, "text", f"{style} bad".strip() if is_bad else style, x=f"{x:.1f}", y=f"{y:.1f}")
    element.text = words
    return element


def _element(parent: ET.Element | None, tag: str, style: str = "", **attributes: str) -> ET.Element:
    given = {**({"class": style} if style else {}), **attributes}
    return ET.Element(tag, given) if parent is None else ET.SubElement(parent, tag, given)
