"""What has found its place in a picture; lengths are in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backbone.plan.picture.diagram import Arrow, Frame


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half of its height."""
        return self.y + self.height / 2

    def moved(self, x: float, y: float) -> Spot:
        """The same rectangle further right and down."""
        return Spot(x=self.x + x, y=self.y + y, width=self.width, height=self.height)


@dataclass(frozen=True, kw_only=True)
class Route:
    """An arrow and the points through which it passes, its ends among them.

    Attributes:
        arrow: The arrow.
        points: From the right edge of one box to the left edge of the other; where it leads back, over the two ends of
            a lane below all boxes; where it leads to the same box, from the right edge to the right edge.
        is_back: Whether it leads back, to another box.
    """

    arrow: Arrow
    points: Sequence[tuple[float, float]]
    is_back: bool = False

    @property
    def is_to_itself(self) -> bool:
        """Whether it leads to the box that it leaves."""
        return self.arrow.source == self.arrow.target

    def moved(self, x: float, y: float) -> Route:
        """The same way further right and down."""
        points = [(left + x, top + y) for left, top in self.points]
        return Route(arrow=self.arrow, points=points, is_back=self.is_back)


@dataclass(frozen=True, kw_only=True)
class PlacedFrame:
    """A frame with everything in its place."""

    frame: Frame
    spot: Spot
    boxes: Mapping[str, Spot]
    routes: Sequence[Route]

    def moved(self, x: float, y: float) -> PlacedFrame:
        """The same frame further right and down."""
        return PlacedFrame(
            frame=self.frame,
            spot=self.spot.moved(x, y),
            boxes={key: spot.moved(x, y) for key, spot in self.boxes.items()},
            routes=[route.moved(x, y) for route in self.routes],
        )
