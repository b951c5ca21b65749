"""What a resource provider asks of every call before it looks at what the call wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.azure.meter import Meter
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.rule import Rule
    from sandbox.azure.view import View

WRITING = frozenset({"PUT", "PATCH", "DELETE"})
"""The methods that change a resource."""


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A call that has reached its provider."""

    method: str
    id: ResourceId
    """The resource or collection; for an action, the resource that has it."""
    view: View
    meter: Meter
    in_progress: Callable[[ResourceId], bool]
    """Whether an earlier operation on exactly that resource is still going on."""


@dataclass(frozen=True, kw_only=True)
class Gate:
    """What a provider asks of every arrival, and the rules that it enforces thereby."""

    admit: Callable[[Arrival], None]
    """Raises Azure's error for a call that comes at the wrong time."""
    rules: tuple[Rule, ...]
