"""Namespaces as frames; those that are alike share one, so that 300 scale units still give a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backbone.plan.picture.condensing import condensed
from backbone.plan.picture.diagram import Frame
from backbone.plan.picture.entities import Entities
from backbone.plan.tables import figure
from backbone.settings import Sku
from backbone.settings.checks.rule import namespaces
from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from backbone.plan.plan import NamespacePlan, Plan
    from backbone.settings import NamespaceSettings, Settings

EACH_ON_ITS_OWN = 6
"""Namespaces up to which each has a frame of its own."""


def frames(plan: Plan) -> list[Frame]:
    """The frames of a picture, in the order of the stack file."""
    return _gathered([_frame(each) for each in plan.namespaces])


def frames_of_wrong(settings: Settings, bad: Collection[str]) -> list[Frame]:
    """The same of a stack file in which the settings at some paths are wrong; nothing can be said of its load."""
    found = []
    for placed, graph in zip(namespaces(settings), settings.graphs, strict=True):
        entities = Entities(placed.settings, settings.subscriptions_to(placed.settings.alias), graph, bad)
        found.append(_drawn(entities, placed.settings, _tier(placed.settings), _is_about(written(placed.path), bad)))
    return _gathered(found)


def _is_about(path: str, bad: Collection[str]) -> bool:
    """Whether a finding is about a namespace itself, not only about one of its entities."""
    inner = (each.removeprefix(f"{path}.") for each in bad if each.startswith(f"{path}."))
    return path in bad or any(not each.startswith(("queues.", "queues[", "topics.", "topics[")) for each in inner)


def _gathered(drawn: list[Frame]) -> list[Frame]:
    """Few frames as they are; of many, those that are alike as one."""
    if len(drawn) <= EACH_ON_ITS_OWN:
        return drawn
    alike: dict[Hashable, list[Frame]] = {}
    for frame in drawn:
        alike.setdefault((frame.note, frame.boxes, frame.arrows, frame.is_bad), []).append(frame)
    return [replace(group[0], title=_together([frame.title for frame in group])) for group in alike.values()]


def _frame(each: NamespacePlan) -> Frame:
    entities = Entities(each.settings, each.remote, each.graph)
    return _drawn(entities, each.settings, _note(each), each.capacity.is_over)


def _drawn(entities: Entities, settings: NamespaceSettings, note: str, is_bad: bool) -> Frame:
    boxes, arrows = condensed(list(entities.boxes()), list(entities.arrows()))
    return Frame(title=settings.alias, note=note, boxes=boxes, arrows=arrows, is_bad=is_bad)


def _note(each: NamespacePlan) -> str:
    """Tier and place, and what is asked of the scarcest thing."""
    settings, capacity = each.settings, each.capacity
    parts = [_tier(settings)]
    if capacity.credits.limit and capacity.steps.credits:
        parts.append(f"{figure(capacity.steps.credits)} of {figure(capacity.credits.limit)} credits/s")
    if capacity.connections.used:
        parts.append(f"{figure(capacity.connections.used)} of {figure(capacity.connections.limit)} connections")
    return ", ".join(parts)


def _tier(settings: NamespaceSettings) -> str:
    units = f", {settings.messaging_units} MU" if settings.sku is Sku.PREMIUM else ""
    return f"{settings.sku.value}{units}, {settings.location}"


def _together(aliases: Sequence[str]) -> str:
    if len(aliases) == 1:
        return aliases[0]
    return f"{aliases[0]} ... {aliases[-1]} ({len(aliases):,} namespaces)"
