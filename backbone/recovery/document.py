"""The state of a stack as `pulumi stack export` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Document = dict[str, Any]
Resource = dict[str, Any]


def resources(document: Mapping[str, Any]) -> list[Resource]:
    """The resources, in the order in which each comes after what it depends on."""
    found: list[Resource] = (document.get("deployment") or {}).get("resources") or []
    return found


def pending(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The operations that were begun and whose end was never noted."""
    found: list[dict[str, Any]] = (document.get("deployment") or {}).get("pending_operations") or []
    return found


def with_resources(document: Mapping[str, Any], held: Sequence[Resource]) -> Document:
    """The document with other resources and without pending operations."""
    kept = {key: value for key, value in document["deployment"].items() if key != "pending_operations"}
    return {**document, "deployment": {**kept, "resources": in_order(held)}}


def in_order(held: Sequence[Resource]) -> list[Resource]:
    """The resources so that each comes after what it depends on; otherwise the order stays."""
    places: dict[str, list[int]] = {}
    for place, resource in enumerate(held):
        places.setdefault(str(resource["urn"]), []).append(place)
    ordered: dict[int, Resource] = {}
    begun: set[int] = set()

    def take(place: int) -> None:
        if place in begun:
            return
        begun.add(place)
        for urn in _needed(held[place]):
            for other in places.get(urn, ()):
                take(other)
        ordered[place] = held[place]

    for place in range(len(held)):
        take(place)
    return list(ordered.values())


def _needed(resource: Mapping[str, Any]) -> Iterator[str]:
    yield from (str(resource[key]) for key in ("parent", "deletedWith") if resource.get(key))
    if resource.get("provider"):
        yield str(resource["provider"]).rpartition("::")[0]
    yield from resource.get("dependencies") or ()
    for urns in (resource.get("propertyDependencies") or {}).values():
        yield from urns or ()
