"""The topology of a stack as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.plan.picture.diagram import Diagram
from backbone.plan.picture.frames import frames, frames_of_wrong
from backbone.plan.picture.svg import svg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backbone.plan.plan import Plan
    from backbone.settings import Finding, Settings


def picture(plan: Plan, title: str) -> str:
    """An SVG: namespaces as frames, chains from left to right, hops numbered, what is over a limit in red."""
    return svg(Diagram(title=title, frames=frames(plan)))


def picture_of_wrong(settings: Settings, findings: Iterable[Finding], title: str) -> str:
    """The same of a stack file that is wrong: what the findings are about is red."""
    return svg(Diagram(title=title, frames=frames_of_wrong(settings, {finding.path for finding in findings})))
