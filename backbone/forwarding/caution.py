"""What is allowed and should be known all the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backbone.settings.path import Path


@dataclass(frozen=True, kw_only=True)
class Caution:
    """A warning: nothing is refused.

    Attributes:
        path: The setting that it is about.
        message: What happens, and what helps.
    """

    path: Path
    message: str
