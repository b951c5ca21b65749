"""What a recovery has begun, kept in the state itself.

It is a component that no program declares: it exists nowhere but in the state, every write of the state takes it along,
and an `up` that somebody runs in between takes it away without asking Azure for anything.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backbone.recovery.document import Resource

TYPE = "backbone:recovery:Journal"
_OPERATIONS = "operations"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One interrupted operation that Azure is to be asked about.

    Attributes:
        kind: `creating`, `updating` or `deleting`, as the engine calls it.
        urn: The resource.
        id: The resource's id in Azure, if it is there.
        inputs: What a creation was to send; None for other operations.
        superseded: Ids of resources of the same URN that were to be deleted after this creation.
    """

    kind: str
    urn: str
    id: str
    inputs: dict[str, Any] | None = None
    superseded: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Type and logical name, for people."""
        *_, types, name = self.urn.split("::", 3)
        return f"{types.rpartition('$')[2]} {name}"


def write(entries: Iterable[Entry]) -> Resource:
    """The journal as a resource of the state."""
    kept = list(entries)
    stack, project = kept[0].urn.split("::")[:2]
    text = json.dumps([asdict(entry) for entry in kept])
    return {
        "urn": f"{stack}::{project}::{TYPE}::recovery",
        "custom": False,
        "type": TYPE,
        "outputs": {_OPERATIONS: text},
    }


def read(held: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """What the journal in a state says; nothing where there is none."""
    for resource in held:
        if resource["type"] == TYPE:
            entries = json.loads(resource["outputs"][_OPERATIONS])
            return tuple(Entry(**{**entry, "superseded": tuple(entry["superseded"])}) for entry in entries)
    return ()
