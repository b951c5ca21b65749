"""Namespaces as frames; those that are alike share one, so that 300 scale units still give a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backbone.plan.figures import figure
from backbone.plan.picture.condensing import condensed
from backbone.plan.picture.diagram import Frame
from backbone.plan.picture.entities import Entities
from backbone.settings import Sku
from backbone.settings.checks.rule import namespaces
from backbone.settings.path import written

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from backbone.plan.capacity import Usage
    from backbone.plan.plan import NamespacePlan, Plan
    from backbone.settings import NamespaceSettings, Settings

EACH_ON_ITS_OWN = 6
"""Namespaces up to which each has a frame of its own."""


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """A frame that says of its load nothing yet, and the plan that knows it, if there is one."""

    frame: Frame
    plan: NamespacePlan | None = None


def frames(plan: Plan) -> list[Frame]:
    """The frames of a picture, in the order of the stack file."""
    return _gathered([_Drawn(frame=_frame(each), plan=each) for each in plan.namespaces])


def frames_of_wrong(settings: Settings, bad: Collection[str]) -> list[Frame]:
    """The same of a stack file in which the settings at some paths are wrong; nothing can be said of its load."""
    found = []
    for placed, graph in zip(namespaces(settings), settings.graphs, strict=True):
        entities = Entities(placed.settings, settings.subscriptions_to(placed.settings.alias), graph, bad)
        frame = _drawn(entities, placed.settings, is_bad=_is_about(written(placed.path), bad))
        found.append(_Drawn(frame=frame))
    return _gathered(found)


def _is_about(path: str, bad: Collection[str]) -> bool:
    """Whether a finding is about a namespace itself, not only about one of its entities."""
    inner = (each.removeprefix(f"{path}.") for each in bad if each.startswith(f"{path}."))
    return path in bad or any(not each.startswith(("queues.", "queues[", "topics.", "topics[")) for each in inner)


def _gathered(drawn: list[_Drawn]) -> list[Frame]:
    """Few frames as they are; of many, those that are alike but for their load as one."""
    alike: dict[Hashable, list[_Drawn]] = {}
    for number, each in enumerate(drawn):
        frame = each.frame
        key = (frame.note, frame.boxes, frame.arrows, frame.is_bad) if len(drawn) > EACH_ON_ITS_OWN else number
        alike.setdefault(key, []).append(each)
    return [
        replace(group[0].frame, title=_together([each.frame.title for each in group]), note=_note(group))
        for group in alike.values()
    ]


def _frame(each: NamespacePlan) -> Frame:
    return _drawn(Entities(each.settings, each.remote, each.graph), each.settings, is_bad=each.capacity.is_over)


def _drawn(entities: Entities, settings: NamespaceSettings, *, is_bad: bool) -> Frame:
    boxes, arrows = condensed(list(entities.boxes()), list(entities.arrows()))
    return Frame(title=settings.alias, note=_tier(settings), boxes=boxes, arrows=arrows, is_bad=is_bad)


def _note(group: Sequence[_Drawn]) -> str:
    """Tier and place, and what is asked of each thing that can become scarce."""
    capacities = [each.plan.capacity for each in group if each.plan is not None]
    asked = {
        "credits/s": [capacity.credits for capacity in capacities],
        "MB/s": [max(capacity.ingress, capacity.egress, key=lambda usage: usage.used) for capacity in capacities],
        "connections": [capacity.connections for capacity in capacities],
    }
    parts = (f"{_range(usages)} {what}" for what, usages in asked.items() if any(_counts(usage) for usage in usages))
    return ", ".join((group[0].frame.note, *parts))


def _counts(usage: Usage) -> bool:
    """Whether anything is asked of what there is not without end."""
    return bool(usage.limit and usage.used)


def _range(usages: Sequence[Usage]) -> str:
    used = sorted({usage.used for usage in usages})
    return f"{' to '.join(map(figure, used[:1] + used[1:][-1:]))} of {figure(usages[0].limit)}"


def _tier(settings: NamespaceSettings) -> str:
    units = f", {settings.messaging_units} MU" if settings.sku is Sku.PREMIUM else ""
    return ", ".join(filter(None, (f"{settings.sku.value}{units}", settings.location)))


def _together(aliases: Sequence[str]) -> str:
    if len(aliases) == 1:
        return aliases[0]
    return f"{aliases[0]} ... {aliases[-1]} ({len(aliases):,} namespaces)"
