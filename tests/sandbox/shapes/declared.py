"""A difference between the tables of the simulated Azure and the SDK that is meant, with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sandbox.shapes.comparison import Difference, Fault


@dataclass(frozen=True, kw_only=True)
class Declared:
    """Differences that are meant; type and path may hold the wildcard `*`.

    Attributes:
        type: The SDK's type, as `module:Name`.
        path: The property in Resource Manager's body.
        fault: How the two sides differ.
        why: What that means for a program.
    """

    type: str
    path: str
    fault: Fault
    why: str

    def covers(self, type_name: str, difference: Difference) -> bool:
        """Whether a difference is one of these."""
        return (
            difference.fault is self.fault
            and fnmatchcase(type_name, self.type)
            and fnmatchcase(difference.path, self.path)
        )


def because(why: str, fault: Fault, paths: Mapping[str, str | tuple[str, ...]]) -> tuple[Declared, ...]:
    """Differences that have one reason, by type: a path each, or several."""
    return tuple(
        Declared(type=name, path=path, fault=fault, why=why)
        for name, given in paths.items()
        for path in ((given,) if isinstance(given, str) else given)
    )
