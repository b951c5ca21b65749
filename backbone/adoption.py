"""Whether a QueueMappingId may lead where the settings say: an id never silently comes to mean another queue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.mappings import DEFAULT_ID, secret_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backbone.mappings import QueueMapping


@dataclass(frozen=True, kw_only=True)
class Found:
    """A mapping's secret as everybody can see it who may not read it.

    Attributes:
        id: Resource id of the secret.
        target: Resource id of the queue in its tag; None where it has no such tag.
        enabled: Whether it can be read at all; a withdrawn mapping's cannot.
        managed: Whether this stack deploys it already; otherwise the portal wrote it, or somebody else, or the stack
            before the entry was removed.
    """

    id: str
    target: str | None
    enabled: bool
    managed: bool


def refusal(mapping: QueueMapping, found: Found | None, target: str | None) -> str:
    """Why a mapping may not be deployed over what was found; empty if it may.

    A secret of this stack may be given another target: the stack file says so, and the preview shows it. A withdrawn
    one may only come back as what it was, and a secret of somebody else is only taken over with an equal target.

    Args:
        mapping: What the settings say.
        found: The secret of that id, if there is one.
        target: Resource id of the queue that the settings lead to, as far as it is known.
    """
    if found is None or mapping.withdrawn or target is None or _same(found.target, target):
        return ""
    if not found.managed:
        remedy = (
            "Delete that secret, or deploy with another backbone:existing.suffix"
            if mapping.id == DEFAULT_ID
            else "Choose another id, or map it to the queue that it leads to"
        )
        return (
            f"The QueueMappingId {mapping.id} is taken: the secret {secret_name(mapping.id)} is in the vault already "
            f"and leads to {found.target or 'no queue'}, but the stack file wants {target}. {remedy}."
        )
    if found.target is not None and not found.enabled:
        return (
            f"The QueueMappingId {mapping.id} was withdrawn and stays taken: it led to {found.target}, but the stack "
            f"file wants {target}. Choose another id, or map it to the queue that it led to."
        )
    return ""


def removed(declared: Iterable[QueueMapping], deployed: Iterable[str]) -> list[str]:
    """The ids, in lower case, that are deployed and that the settings do not have any more."""
    return sorted(set(deployed) - {mapping.id.lower() for mapping in declared})


def removal_refusal(mapping_id: str) -> str:
    """Why a deployed mapping is not removed from a protected stack."""
    return (
        f"The QueueMappingId {mapping_id} is deployed and its secret is protected, so its entry cannot be removed from "
        f"backbone:mappings. To withdraw it, set backbone:mappings.{mapping_id} to `disabled`."
    )


def removal_notice(mapping_id: str) -> str:
    """What becomes of a mapping that is removed from an unprotected stack."""
    return (
        f"The QueueMappingId {mapping_id} is no longer declared. Its secret {secret_name(mapping_id)} stays in the "
        f"vault as it is; setting backbone:mappings.{mapping_id} to `disabled` would withdraw it."
    )


def _same(one: str | None, other: str) -> bool:
    """Whether two resource ids are the same: letter case means nothing in them."""
    return one is not None and one.casefold() == other.casefold()
