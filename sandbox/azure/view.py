"""What the rules may see and touch of the world while one call is decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sandbox.azure.principal import SecurityPrincipal
    from sandbox.azure.resource_id import ResourceId


@dataclass(frozen=True, kw_only=True)
class Resource:
    """A resource as the world keeps it: what was written, completed with defaults, in Resource Manager's shape."""

    id: ResourceId
    type: str
    api_version: str
    body: dict[str, Any]
    """What may be read back; computed properties are added when it is."""
    private: dict[str, Any] = field(default_factory=dict)
    """What is never read back: keys, and what Azure remembers on its own account."""
    claim: str | None = None
    """A name that only one resource of the world may hold at a time, such as a host name."""
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None = None
    """When the resource ceases to be, of itself; None: never."""

    @property
    def properties(self) -> dict[str, Any]:
        """The part of the body that belongs to the resource provider."""
        found: dict[str, Any] = self.body.get("properties", {})
        return found


class View(Protocol):
    """The world's resources inside one transaction."""

    @property
    def tenant(self) -> str:
        """The tenant of all subscriptions of the world."""

    @property
    def now(self) -> datetime:
        """The world's time."""

    def unregistered(self, subscription: str) -> set[str]:
        """The providers that a subscription is not registered for, in lower case."""

    def find(self, id: ResourceId) -> Resource | None:
        """The resource of that id, letter case ignored."""

    def under(self, id: ResourceId, type: str) -> Iterator[Resource]:
        """The resources of a type anywhere under an id, in order of their ids."""

    def count(self, id: ResourceId, type: str, equal: Mapping[str, str | bool]) -> int:
        """How many resources of a type under an id have the given values, by path in their bodies."""

    def holder(self, claim: str) -> Resource | None:
        """The resource that holds a claim."""

    def put(self, resource: Resource) -> None:
        """Keep a resource, replacing the one of the same id."""

    def remove(self, id: ResourceId) -> None:
        """Forget a resource, everything under it, and the managed identities of both."""

    def principal(self, object_id: str) -> SecurityPrincipal | None:
        """The principal of that object id, letter case ignored."""

    def groups_of(self, object_id: str) -> set[str]:
        """The object ids of the groups that a principal is in, directly or by other groups."""

    def enrol(self, principal: SecurityPrincipal) -> None:
        """Make a principal known, replacing the one of the same object id."""

    def withdraw(self, object_id: str) -> None:
        """Forget a principal."""
