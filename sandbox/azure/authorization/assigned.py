"""Where role assignments are kept, and under which name each is taken."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sandbox.azure.authorization.built_in import ROLE_ASSIGNMENTS
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.view import Resource, View


def claim_of(guid: str) -> str:
    """The claim under which a role assignment's GUID is taken."""
    return f"role assignment|{guid.lower()}"


def assignments_at(scope: ResourceId, view: View) -> Iterator[Resource]:
    """The role assignments of exactly that scope."""
    return view.under(_place_of_assignments(scope), ROLE_ASSIGNMENTS)


@lru_cache(maxsize=4096)
def _place_of_assignments(scope: ResourceId) -> ResourceId:
    return ResourceId((*scope.segments, "providers", *ROLE_ASSIGNMENTS.split("/")))


def scope_of(id: ResourceId) -> ResourceId:
    """Where an assignment holds."""
    if id.scope is None:
        raise LookupError(id.text)
    return id.scope
