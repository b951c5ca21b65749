"""Forwards in a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backbone.addresses import Address
    from backbone.forwarding.forward import Forward

LONGEST = 12
"""Forwards that are spelt out; of a longer chain only these and the end are."""


@dataclass(frozen=True, kw_only=True)
class Chain:
    """A way that messages take; `str()` spells it out, a topic that is passed through by its subscription.

    Attributes:
        forwards: The forwards at its beginning, not more than are spelt out.
        hops: How many forwards it has in all.
        end: The address that it leads to.
    """

    forwards: tuple[Forward, ...]
    hops: int
    end: Address

    def __str__(self) -> str:
        steps = [str(forward.source.address) for forward in self.forwards]
        if self.hops > len(self.forwards):
            steps.append(f"({self.hops - len(self.forwards)} more)")
        return " -> ".join((*steps, str(self.end)))


def end_of(forward: Forward) -> Address:
    """The address of a forward's destination, spelt as the forward says."""
    return replace(forward.source.address, entity=forward.destination, subscription=None)
