"""Does it fit? The one sentence above a plan, and the exit status that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backbone.plan.plan import Plan


class ExitStatus(IntEnum):
    """What `backbone plan` ends with."""

    FITS = 0
    WARNINGS = 1
    WRONG = 2
    OVER_BUDGET = 3


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a plan comes to.

    Attributes:
        text: In a sentence.
        status: As an exit status; warnings only count where somebody asks for it.
    """

    text: str
    status: ExitStatus


def verdict(plan: Plan, *, strict: bool = False) -> Verdict:
    """Judge a plan."""
    over = [each.settings.alias for each in plan.namespaces if each.capacity.is_over]
    if over:
        verb = "is" if len(over) == 1 else "are"
        names = ", ".join(over[:5]) + (f" and {len(over) - 5:,} more" if len(over) > 5 else "")  # noqa: PLR2004 - a line
        return Verdict(text=f"Over budget: {names} {verb} asked for more than a namespace bears.", status=ExitStatus(3))
    count = len(plan.cautions)
    if not count:
        return Verdict(text="It fits.", status=ExitStatus.FITS)
    noun = "1 warning" if count == 1 else f"{count:,} warnings"
    return Verdict(text=f"It fits, with {noun}.", status=ExitStatus.WARNINGS if strict else ExitStatus.FITS)
