"""What is known of a request when a condition is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.authorization.condition.attribute import Attribute


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """The action that is asked for, and the attributes of the request and of what it is about."""

    action: str
    attributes: Mapping[Attribute, str] = field(default_factory=dict)
    is_whole: bool = True
    """Whether an attribute that is missing is known to be absent; False for a question that tells only a part."""
