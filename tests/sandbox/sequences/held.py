"""A world as it is listed: its resources by id, each with the way to its parent and its children."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Body = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Held:
    """A resource as the world lists it."""

    id: str
    type: str
    body: Body
    world: Mapping[str, Held]

    @property
    def name(self) -> str:
        """The last segment of the id."""
        return self.id.rpartition("/")[2]

    @property
    def properties(self) -> Body:
        """The properties of the body."""
        found: Body = self.body["properties"]
        return found

    def above(self, levels: int) -> Held | None:
        """The resource so many types up."""
        return self.world.get("/".join(self.id.split("/")[: -2 * levels]).lower())

    def children(self, type: str) -> list[Held]:
        """The resources of a type that lie directly under this one."""
        prefix = f"{self.id.lower()}/{type.lower()}/"
        return [
            each for key, each in self.world.items() if key.startswith(prefix) and "/" not in key.removeprefix(prefix)
        ]


def held(resources: list[Body]) -> dict[str, Held]:
    """What the world lists, by id in lower case."""
    world: dict[str, Held] = {}
    for each in resources:
        assert each["id"].lower() not in world, each["id"]
        world[each["id"].lower()] = Held(id=each["id"], type=each["type"].lower(), body=each["body"], world=world)
    return world
