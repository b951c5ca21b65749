"""The topology of a stack as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.plan.picture.diagram import Diagram
from backbone.plan.picture.frames import frames
from backbone.plan.picture.svg import svg

if TYPE_CHECKING:
    from backbone.plan.plan import Plan


def picture(plan: Plan, title: str) -> str:
    """An SVG: namespaces as frames, chains from left to right, hops numbered, what is over a limit in red."""
    return svg(Diagram(title=title, frames=frames(plan)))
