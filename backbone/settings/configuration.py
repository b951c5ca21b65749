"""A stack's configuration before it is read as settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """Full keys and values, in the engine's form.

    Attributes:
        raw: Single values as text, lists and mappings as JSON.
        secret_keys: The keys whose values are, or hold, a secret.
    """

    raw: Mapping[str, str]
    secret_keys: frozenset[str]
