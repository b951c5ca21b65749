"""Where everything in a picture stands: boxes in columns from left to right, frames in rows like words in a text.

Columns and crossings are igraph's work (Sugiyama's method). Lengths are in pixels.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import igraph

from backbone.plan.picture import letters
from backbone.plan.picture.diagram import ArrowKind
from backbone.plan.picture.places import PlacedFrame, Route, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from backbone.plan.picture.diagram import Arrow, Box, Frame

BOX_HEIGHT = 38.0
ROW = 52.0
COLUMN_GAP = 64.0
PADDING = 18.0
HEADING = 46.0
FRAME_GAP = 20.0
SHEET = 1240.0
"""Width at which a new row of frames begins."""
NARROWEST_BOX = 84.0
LANE = 26.0
"""Room below the boxes for each arrow that leads back."""
ASIDE = (8.0, 12.0, 16.0)
"""How far from the boxes such arrows go down and up: before the numbers of hops, and not all in one line."""
EAR = 40.0
"""Room beside a box for an arrow that leads to the box itself."""


def on_sheet(frames: Sequence[Frame]) -> list[PlacedFrame]:
    """All frames, row by row."""
    placed: list[PlacedFrame] = []
    x = y = height = 0.0
    for frame in map(_placed, frames):
        if x and x + frame.spot.width > SHEET:
            x, y, height = 0.0, y + height + FRAME_GAP, 0.0
        placed.append(frame.moved(x, y))
        x += frame.spot.width + FRAME_GAP
        height = max(height, frame.spot.height)
    return placed


def _placed(frame: Frame) -> PlacedFrame:
    """A frame by itself, its corner at the origin."""
    grid = Grid(frame)
    spots = {box.key: grid.spot(box.key) for box in frame.boxes}
    title, note = letters.width(frame.title, letters.ALIAS, is_bold=True), letters.width(frame.note, letters.NOTE)
    routes = [grid.route(arrow) for arrow in frame.arrows]
    ears = (route.points[0][0] + EAR for route in routes if route.is_to_itself)
    right = max((*(spot.right for spot in spots.values()), *ears), default=0) + PADDING
    return PlacedFrame(
        frame=frame,
        spot=Spot(x=0, y=0, width=max(right, max(title, note) + 2 * PADDING), height=grid.height),
        boxes=spots,
        routes=routes,
    )


class Grid:
    """The boxes of a frame in columns and rows; an arrow that passes a column has a place of its own there."""

    def __init__(self, frame: Frame) -> None:
        self._columns, back = _columns(frame)
        self._passed: dict[tuple[str, str], list[str]] = {}
        edges: list[tuple[str, str]] = []
        for number, arrow in enumerate(frame.arrows):
            if number not in back:
                edges += self._pass(arrow)
        self._rows = _rows(self._columns, edges)
        self._lefts, self._widths = self._measured(frame)
        self._between = Counter((arrow.source, arrow.target) for arrow in frame.arrows)
        self._back = [arrow for arrow in frame.arrows if self._leads_back(arrow)]
        lowest = max((self._rows[box.key] for box in frame.boxes), default=-1.0)
        self._bottom = HEADING + (lowest * ROW + BOX_HEIGHT if frame.boxes else -PADDING)

    def _leads_back(self, arrow: Arrow) -> bool:
        return arrow.source != arrow.target and self._columns[arrow.source] >= self._columns[arrow.target]

    @property
    def height(self) -> float:
        """All of it, with room for the arrows that lead back."""
        return self._bottom + PADDING + LANE * len(self._back)

    def _pass(self, arrow: Arrow) -> Iterable[tuple[str, str]]:
        """The steps of an arrow from column to column."""
        first, last = self._columns[arrow.source], self._columns[arrow.target]
        passed = {f"{arrow.source}>{arrow.target}>{column}": column for column in range(first + 1, last)}
        self._columns |= passed
        self._passed[arrow.source, arrow.target] = list(passed)
        return pairwise([arrow.source, *passed, arrow.target])

    def _measured(self, frame: Frame) -> tuple[dict[int, float], dict[int, float]]:
        """Left edge and width of each column."""
        widths: dict[int, float] = {}
        for box in frame.boxes:
            column = self._columns[box.key]
            widths[column] = max(widths.get(column, NARROWEST_BOX), _width(box))
        lefts, left = {}, PADDING
        for column in sorted(widths):
            lefts[column] = left
            left += widths[column] + COLUMN_GAP
        return lefts, widths

    def spot(self, key: str) -> Spot:
        """Where a box is, or the place at which an arrow passes a column."""
        column = self._columns[key]
        row = self._rows[key]
        return Spot(x=self._lefts[column], y=HEADING + row * ROW, width=self._widths[column], height=BOX_HEIGHT)

    def route(self, arrow: Arrow) -> Route:
        """The way of an arrow."""
        source, target = self.spot(arrow.source), self.spot(arrow.target)
        if arrow.source == arrow.target:
            points = [
                (source.right, source.middle - source.height / 4),
                (source.right, source.middle + source.height / 4),
            ]
            return Route(arrow=arrow, points=points)
        if self._leads_back(arrow):
            return self._way_back(arrow, source, target)
        places = [self.spot(key) for key in self._passed[arrow.source, arrow.target]]
        ends = [(source.right, source.middle), *((x, each.middle) for each in places for x in (each.x, each.right))]
        off = self._off(arrow)
        return Route(arrow=arrow, points=[(x, y + off) for x, y in (*ends, (target.x, target.middle))])

    def _off(self, arrow: Arrow) -> float:
        """How far from the middle an arrow runs: messages above, and dead letters to the same box below them."""
        if self._between[arrow.source, arrow.target] == 1:
            return 0
        return BOX_HEIGHT / 4 * (1 if arrow.kind is ArrowKind.DEAD_LETTERS else -1)

    def _way_back(self, arrow: Arrow, source: Spot, target: Spot) -> Route:
        """Down beside the box that it leaves, along a lane of its own below all boxes, and up beside the other one."""
        number = self._back.index(arrow)
        aside = ASIDE[number % len(ASIDE)]
        lane = self._bottom + LANE * (number + 0.75)
        low = source.height / 4
        points = [
            (source.right, source.middle + low),
            (source.right + aside, lane),
            (target.x - aside, lane),
            (target.x, target.middle + low),
        ]
        return Route(arrow=arrow, points=points, is_back=True)


def _width(box: Box) -> float:
    label, caption = letters.width(box.label, letters.NORMAL), letters.width(box.caption, letters.NOTE)
    return max(NARROWEST_BOX, max(label, caption) + 24)


def _columns(frame: Frame) -> tuple[dict[str, int], set[int]]:
    """The column of each box, and the arrows that lead back, by position."""
    keys = [box.key for box in frame.boxes]
    number = {key: position for position, key in enumerate(keys)}
    edges = [(number[arrow.source], number[arrow.target]) for arrow in frame.arrows]
    graph = igraph.Graph(n=len(keys), edges=edges, directed=True)
    back = set(graph.feedback_arc_set()) if edges else set()
    graph.delete_edges(back)
    return dict(zip(keys, _longest(graph), strict=True)), back


def _rows(columns: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> dict[str, float]:
    """How far down each place is, in rows."""
    number = {key: position for position, key in enumerate(columns)}
    pairs = [(number[source], number[target]) for source, target in edges]
    graph = igraph.Graph(n=len(number), edges=pairs, directed=True)
    found = graph.layout_sugiyama(layers=list(columns.values()), hgap=1, vgap=1, maxiter=200)
    top = min((place[0] for place in found.coords), default=0)
    return {key: place[0] - top for key, place in zip(number, found.coords, strict=True)}


def _longest(graph: igraph.Graph) -> list[int]:
    """The column of each vertex of an acyclic graph: as far right as the longest way to it."""
    columns = [0] * graph.vcount()
    for vertex in graph.topological_sorting():
        for following in graph.successors(vertex):
            columns[following] = max(columns[following], columns[vertex] + 1)
    return columns
