"""What is right in a stack file and should be known all the same: warnings, for the plan and `backbone check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import regions
from backbone.forwarding import Caution, cautions
from backbone.settings.keys import PREFIX

if TYPE_CHECKING:
    from backbone.settings import Settings


def of(settings: Settings) -> tuple[Caution, ...]:
    """Every caution about a stack: its regions, then its forwards in the order of its namespaces."""
    known = settings.graphs
    found = [*regions.cautions(settings), *(caution for graph in known for caution in cautions.of(graph))]
    if any(graph.forwards for graph in known) and not settings.alerts.dead_letters:
        found.append(
            Caution(
                path=(PREFIX + "alerts", "deadLetters"),
                message="A forward that fails leaves its message in a dead-letter queue until somebody reads it, and "
                "nobody is told: set deadLetters to true.",
            )
        )
    return tuple(found)
