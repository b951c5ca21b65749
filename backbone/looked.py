"""What a look-up of azure-native's brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOT_FOUND = "Status=404"
_FORBIDDEN = "Status=403"
"""How azure-native reports what Azure answered."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A resource, or why there is none.

    Attributes:
        resource: The resource as azure-native returns it; empty if there is none.
        error: Why there is none.
    """

    resource: Mapping[str, Any]
    error: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether Azure has said that it has no such resource."""
        return _NOT_FOUND in self.error

    @property
    def is_forbidden(self) -> bool:
        """Whether Azure has said that the deployer may not see it."""
        return _FORBIDDEN in self.error
