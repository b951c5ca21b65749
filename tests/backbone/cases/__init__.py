"""For every rule over several settings: stack files that break it, with the findings, and ones that just keep it.

A module for each module of the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.backbone.cases import (
    entities,
    forwarding,
    load,
    names,
    network,
    places,
    principals,
    quotas,
    references,
    targets,
    tiers,
    topics,
)

if TYPE_CHECKING:
    from tests.backbone.case import Case

CASES: dict[str, tuple[Case, ...]] = {
    **entities.CASES,
    **forwarding.CASES,
    **load.CASES,
    **names.CASES,
    **network.CASES,
    **places.CASES,
    **principals.CASES,
    **quotas.CASES,
    **references.CASES,
    **targets.CASES,
    **tiers.CASES,
    **topics.CASES,
}
