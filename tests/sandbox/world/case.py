"""A rule's case: what is accepted at the bound, what is refused beyond it, and Azure's words for the refusal."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.sandbox.world.scenery import Scenery


ONLY = "{only}"
"""In an id, the name of the only resource of a collection, where Azure has made the name; in messages likewise."""


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call to the world."""

    method: str
    id: str
    body: Mapping[str, Any] | None = None
    version: str | None = None
    principal: str | None = None

    def by(self, principal: str) -> Call:
        """The same call, made by somebody else than the deployer."""
        return replace(self, principal=principal)


def put(id: str, body: Mapping[str, Any] | None = None) -> Call:
    """A PUT."""
    return Call(method="PUT", id=id, body=body or {})


def nothing(_scenery: Scenery) -> None:
    """The scenery needs no preparation."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One case of a rule."""

    rule: str
    accepted: tuple[Call, ...]
    refused: Call
    message: str
    prepare: Callable[[Scenery], None] = field(default=nothing)
    """What happens between the accepted calls and the refused one."""
