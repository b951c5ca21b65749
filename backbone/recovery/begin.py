"""The first step: a state without pending operations, in which every resource that may exist has its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.recovery import document as state
from backbone.recovery import journal
from backbone.recovery.arm_types import ARM_TYPES
from backbone.recovery.identify import token_of
from backbone.recovery.journal import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from backbone.recovery.document import Document, Resource

CREATING = "creating"
_LOOKED_UP = frozenset({CREATING, "updating", "deleting"})
"""Reading and importing change nothing in Azure: the next `up` does them again."""


@dataclass(frozen=True, kw_only=True)
class Begun:
    """The first step's outcome.

    Attributes:
        document: The state to write.
        entries: What Azure is to be asked about.
        forgotten: URNs of operations that left nothing to ask about; the next `up` does them again.
    """

    document: Document
    entries: tuple[Entry, ...]
    forgotten: tuple[str, ...]


def begin(document: Mapping[str, Any], id_of: Callable[[Mapping[str, Any]], str]) -> Begun:
    """Give every interrupted operation its place in the state; `id_of` tells the id of what was being created.

    A journal that an earlier recovery left is carried on.
    """
    held = state.resources(document)
    entries = {(entry.kind, entry.urn): entry for entry in journal.read(held)}
    held = [dict(resource) for resource in held if resource["type"] != journal.TYPE]
    forgotten = []
    for operation in state.pending(document):
        kind, resource = str(operation["type"]), operation["resource"]
        if not _is_in_azure(kind, resource):
            forgotten.append(str(resource["urn"]))
        elif kind == CREATING:
            entries[kind, resource["urn"]] = _adopt(resource, id_of(resource), held)
        else:
            entries[kind, resource["urn"]] = Entry(kind=kind, urn=resource["urn"], id=_recorded(resource, held))
    kept = tuple(entries.values())
    held += [journal.write(kept)] if kept else []
    return Begun(document=state.with_resources(document, held), entries=kept, forgotten=tuple(forgotten))


def _is_in_azure(kind: str, resource: Mapping[str, Any]) -> bool:
    """Whether the operation may have changed something that a refresh can see."""
    if kind not in _LOOKED_UP or not resource.get("custom") or str(resource["type"]).startswith("pulumi:"):
        return False
    arm = ARM_TYPES.get(token_of(resource))
    return kind != CREATING or arm is None or not arm.comes_with_parent


def _recorded(resource: Mapping[str, Any], held: Iterable[Resource]) -> str:
    """The id of what was being changed; an update's own note has none."""
    live = (other["id"] for other in held if other["urn"] == resource["urn"] and not other.get("delete"))
    return str(resource.get("id") or next(live, ""))


def _adopt(resource: Mapping[str, Any], id: str, held: list[Resource]) -> Entry:
    """Add what was being created; what it was to replace is marked as the engine does when the creation is over.

    The engine creates first and deletes later where the names differ, and deletes first where they are equal: then the
    old entry only says that its deletion is done.
    """
    siblings = [other for other in held if other["urn"] == resource["urn"]]
    superseded = []
    for other in siblings:
        if other.get("pendingReplacement") or str(other.get("id")).casefold() == id.casefold():
            held.remove(other)
        elif not other.get("delete"):
            other["delete"] = True
            superseded.append(str(other["id"]))
    held.append({**resource, "id": id})
    inputs = dict(resource.get("inputs") or {})
    return Entry(kind=CREATING, urn=str(resource["urn"]), id=id, inputs=inputs, superseded=tuple(superseded))


def targets(entries: Iterable[Entry]) -> list[str]:
    """The URNs to refresh, each once."""
    return sorted({entry.urn for entry in entries})
