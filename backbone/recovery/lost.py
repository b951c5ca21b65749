"""Creations whose answers were lost: Azure carried them out, and the engine took them for failed and forgot them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backbone.recovery.begin import CREATING
from backbone.recovery.identify import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from backbone.recovery.document import Document


class NotWantedError(Exception):
    """Ids that are of nothing that the stack is about to create; the text is a sentence that says so."""


def with_lost(
    document: Mapping[str, Any],
    steps: Iterable[Mapping[str, Any]],
    ids: Iterable[str],
    id_of: Callable[[Mapping[str, Any]], str],
) -> Document:
    """The state as if the engine had been killed while it created some resources, so that recovery asks about them.

    Args:
        document: The state.
        steps: What a preview would do, as the engine writes it.
        ids: Ids of the resources.
        id_of: Tells the id that a resource will have.

    Raises:
        NotWantedError: The preview creates nothing with one of the ids.
    """
    wanted = {each.casefold(): each for each in ids}
    found = {}
    for step in steps:
        if step["op"] == "create" and step["newState"].get("custom"):
            key = _told(step["newState"], id_of).casefold()
            if key in wanted:
                found[key] = {"type": CREATING, "resource": step["newState"]}
    if missing := [each for key, each in wanted.items() if key not in found]:
        raise NotWantedError(f"the next up would create nothing with the id {missing[0]}: there is nothing to adopt")
    return {**document, "deployment": {**document["deployment"], "pending_operations": list(found.values())}}


def _told(resource: Mapping[str, Any], id_of: Callable[[Mapping[str, Any]], str]) -> str:
    try:
        return id_of(resource)
    except UnknownIdError:
        return ""
