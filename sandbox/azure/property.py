"""The declarative description of a property: kind, access, default, bounds, and where each bound is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.azure.constraint import Constraint
    from sandbox.azure.link import Link
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.rule import Rule
    from sandbox.azure.view import Resource, View


class Kind(StrEnum):
    """The JSON type of a value, or what a string of it means."""

    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DURATION = "duration"
    LOCATION = "location"
    OBJECT = "object"
    ARRAY = "array"
    MAP = "map"


class Access(StrEnum):
    """Who may set a property and who sees it."""

    READ_WRITE = "read and write"
    READ_ONLY = "read only"
    """Computed by Azure; a value in a request is ignored, because clients send back what they have read."""
    WRITE_ONLY = "write only"
    """Kept, never returned, and hidden in the request log."""
    IGNORED = "accepted without effect"


class Unset:
    """The type of `UNSET`."""


UNSET: Final = Unset()
"""No value: the property is left out. (`None` would be JSON's null.)"""


@dataclass(frozen=True, kw_only=True)
class Property:
    """One property of a body."""

    kind: Kind
    access: Access = Access.READ_WRITE
    required: bool = False
    default: Any = UNSET
    """The value where none is given; a function is asked with the proposal."""
    keeps: bool = False
    """Whether an update that leaves the property out keeps its value, instead of returning to the default."""
    allowed: tuple[str, ...] = ()
    """The values of an enumeration, as Azure spells them; letter case is ignored in requests."""
    constraints: tuple[Constraint, ...] = ()
    fixed: Rule | None = None
    """The rule that forbids any change after creation."""
    link: Link | None = None
    """What else a request needs on the resource that the value, or the name of each of a map's values, refers to."""
    properties: Mapping[str, Property] = field(default_factory=dict)
    """The properties of an object."""
    items: Property | None = None
    """The elements of an array, the values of a map."""
    computed: Callable[[Resource, View], Any] | None = None
    """What an answer says instead of the stored value."""

    def default_for(self, proposal: Proposal) -> Any:
        """The default under the circumstances of a proposal; `UNSET` without one."""
        return self.default(proposal) if callable(self.default) else self.default
