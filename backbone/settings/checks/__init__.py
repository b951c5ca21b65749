"""What several settings must be together; each rule once, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backbone.settings.checks import (
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
from backbone.settings.checks.origins import sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings.checks.rule import Check, Conflict
    from backbone.settings.finding import Findings
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings

CHECKS: tuple[Check, ...] = (
    *names.CHECKS,
    *tiers.CHECKS,
    *entities.CHECKS,
    *forwarding.CHECKS,
    *topics.CHECKS,
    *places.CHECKS,
    *network.CHECKS,
    *references.CHECKS,
    *load.CHECKS,
    *targets.CHECKS,
    *principals.CHECKS,
    *quotas.CHECKS,
)
"""Every rule; one that reads what another one checks stands behind it."""


def run_checks(settings: Settings, findings: Findings, values: Mapping[str, Any]) -> None:
    """Apply every rule; what only follows from an error that is noted already is left out.

    Args:
        settings: What was read.
        findings: What is wrong so far, and where to note more.
        values: The file's values by full key.
    """
    for check in CHECKS:
        noted: set[tuple[Path, str]] = set()
        for conflict in check(settings):
            once = (conflict.path, conflict.found)
            if once not in noted and not _follows(conflict, findings, values):
                noted.add(once)
                findings.add(conflict.path, expected=conflict.expected, found=conflict.found, message=conflict.message)


def _follows(conflict: Conflict, findings: Findings, values: Mapping[str, Any]) -> bool:
    """Whether a conflict may be a consequence of an error that is noted."""
    doubts = findings.doubts
    keys = (conflict.path, *conflict.keys)
    if any(map(doubts.on_key, keys)) or any(map(doubts.on_name, conflict.names)):
        return True
    read = [origin for path in conflict.given for origin in sources(path, values)]
    read += [origin for path in keys for origin in sources(path, values) if origin != path]
    if any(map(doubts.on_value, read)) or (not conflict.whatever and doubts.on_value(conflict.path)):
        return True
    return any(findings.at(origin) for path in conflict.follows for origin in sources(path, values))
