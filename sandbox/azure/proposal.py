"""A resource as somebody wants it: the request, completed, before the rules have been asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.azure.view import Resource, View

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.resource_type import ResourceType


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A write that is about to be decided."""

    id: ResourceId
    type: ResourceType
    given: dict[str, Any]
    """What the request says, in normal form, without what only Azure sets."""
    existing: Resource | None
    view: View
    now: datetime
    caller: str = ""
    """The object id of the principal that asks."""
    body: dict[str, Any] = field(default_factory=dict)
    """`given`, completed with defaults: what will be kept."""
    private: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The resource's name."""
        return self.id.name

    @property
    def properties(self) -> dict[str, Any]:
        """The completed properties."""
        found: dict[str, Any] = self.body.get("properties", {})
        return found

    @property
    def given_properties(self) -> dict[str, Any]:
        """The properties that the request names."""
        found: dict[str, Any] = self.given.get("properties", {})
        return found

    def outcome(self, api_version: str, claim: str | None) -> Resource:
        """The resource that this proposal leads to."""
        return Resource(
            id=self.id,
            type=self.type.name,
            api_version=api_version,
            body=self.body,
            private=self.private,
            claim=claim,
            created_at=self.existing.created_at if self.existing else self.now,
            updated_at=self.now,
        )
