"""A case of a rule over several settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Case:
    """A stack file that breaks a rule, the sentence that says so, and stack files that keep it."""

    wrong: dict[str, Any]
    sentence: str
    right: tuple[dict[str, Any], ...]


def namespace(**keys: Any) -> dict[str, Any]:
    """A stack file that says something about the default namespace."""
    return {"backbone:namespace": keys}
