"""Addresses of entities in a stack: `queue@alias`, `topic@alias` and `topic@alias/subscription`."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where an entity is, without a host name or a connection string; `str()` gives the written form.

    Attributes:
        entity: Name of a queue or topic, as on the wire.
        alias: The namespace's alias.
        subscription: A subscription of the topic, or None for the entity itself.
    """

    entity: str
    alias: str
    subscription: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address; the names in it are not looked up.

        Raises:
            ValueError: A part is missing.
        """
        entity, _, place = text.rpartition("@")
        alias, slash, subscription = place.partition("/")
        if not entity or not alias or bool(slash) != bool(subscription):
            raise ValueError(f"{text!r} is no address such as tracking@main or orders@main/shipments.")
        return cls(entity=entity, alias=alias, subscription=subscription or None)

    @classmethod
    def unread(cls, text: str) -> Self:
        """Stand for a text that is no address: it leads nowhere, and is written as it was."""
        return cls(entity=text, alias="")

    def of_subscription(self, name: str) -> Self:
        """The address of a subscription of this topic."""
        return type(self)(entity=self.entity, alias=self.alias, subscription=name)

    def folded(self) -> Self:
        """The same address in lower case: letter case means nothing in an address."""
        return type(self).parse(str(self).casefold())

    def __str__(self) -> str:
        tail = "" if self.subscription is None else f"/{self.subscription}"
        return f"{self.entity}@{self.alias}{tail}" if self.alias else self.entity


def nearest(text: str, candidates: Iterable[str], *, count: int = 3, cutoff: float = 0.6) -> tuple[str, ...]:
    """The candidates most like the text, the likeliest first; letter case ignored."""
    spelt = {candidate.casefold(): candidate for candidate in candidates}
    return tuple(spelt[match] for match in difflib.get_close_matches(text.casefold(), spelt, n=count, cutoff=cutoff))
