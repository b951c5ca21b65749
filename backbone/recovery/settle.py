"""The last step: the state as the engine would have left it, now that a refresh has asked Azure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from backbone.recovery import document as state
from backbone.recovery import journal
from backbone.recovery.begin import CREATING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.recovery.document import Document, Resource
    from backbone.recovery.journal import Entry

_ENDED_WELL = frozenset({"", "succeeded"})


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What Azure said about one interrupted operation.

    Attributes:
        entry: The operation.
        exists: Whether Azure has the resource.
        provisioning: Azure's word for how the creation ended, where it is not success.
    """

    entry: Entry
    exists: bool
    provisioning: str = ""

    def __str__(self) -> str:
        before = f"{self.entry.kind} {self.entry.name}: "
        if self.entry.kind == CREATING and not self.exists:
            return f"{before}Azure does not have it; the next up creates it"
        if not self.exists:
            return f"{before}Azure no longer has it"
        if self.entry.kind != CREATING:
            return f"{before}looked up; the next up does what is left to do"
        unfinished = f", but says its provisioning is {self.provisioning}: look there before the next up"
        return f"{before}Azure has it, and now the stack does{unfinished if self.provisioning else ''}"


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The last step's outcome: the state to write, and what was found."""

    document: Document
    findings: tuple[Finding, ...]


def settle(document: Mapping[str, Any]) -> Settled:
    """Take the refreshed state and end the recovery that its journal began.

    The refresh rewrites inputs in Azure's normal form, which the next `up` would take for changes, even for ones that
    replace; the provider creates only what did not exist, so what exists has the inputs that were sent.
    """
    held = [dict(resource) for resource in state.resources(document)]
    findings = [_settle(entry, held) for entry in journal.read(held)]
    kept = [resource for resource in held if resource["type"] != journal.TYPE]
    return Settled(document=state.with_resources(document, kept), findings=tuple(findings))


def _settle(entry: Entry, held: list[Resource]) -> Finding:
    siblings = [resource for resource in held if resource["urn"] == entry.urn]
    wanted = entry.id.casefold()
    found = next((each for each in siblings if str(each.get("id", "")).casefold() == wanted), None)
    if entry.kind == CREATING and found is not None:
        found["inputs"] = entry.inputs
        state = str((found.get("outputs") or {}).get("provisioningState") or "")
        provisioning = "" if state.casefold() in _ENDED_WELL else state
        return Finding(entry=entry, exists=True, provisioning=provisioning)
    for resource in siblings:
        if found is None and resource.get("id") in entry.superseded:
            del resource["delete"]
    return Finding(entry=entry, exists=found is not None)
