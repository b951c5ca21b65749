"""What several settings must be together; each rule once, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.settings.checks import (
    entities,
    forwarding,
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
    from backbone.settings.checks.rule import Check, Conflict
    from backbone.settings.finding import Findings
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
    *targets.CHECKS,
    *principals.CHECKS,
    *quotas.CHECKS,
)
"""Every rule; one that reads what another one checks stands behind it."""


def run_checks(settings: Settings, findings: Findings) -> None:
    """Apply every rule; what only follows from an error that is noted already is left out."""
    for check in CHECKS:
        for conflict in check(settings):
            if not _follows(conflict, findings):
                findings.add(conflict.path, expected=conflict.expected, found=conflict.found, message=conflict.message)


def _follows(conflict: Conflict, findings: Findings) -> bool:
    """Whether a conflict only follows from what has been found."""
    return (
        findings.cover(conflict.path)
        or any(findings.touch(path) for path in conflict.given)
        or any(findings.lack_entries(path) for path in conflict.entries)
    )
