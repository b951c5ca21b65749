"""Changes behind the back of whoever deploys: made by the subscriptions' owner, under all of Azure's rules."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from sandbox.azure import catalogue
from sandbox.azure.authorization.lock import API_VERSION, CAN_NOT_DELETE, lock_id, locks_above, locks_at
from sandbox.azure.resource_id import ResourceId
from sandbox.world.principal import OWNER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.world.world import World

LOCK_NAME = "drift"
"""The name of a lock that is set here."""


class DriftError(ValueError):
    """A change that cannot even be asked for; its text says what to do."""


class Drift:
    """What somebody else does to resources; `AzureError` where Azure refuses it to him too."""

    def __init__(self, world: World) -> None:
        self._world = world

    def set(self, id: str, changes: Mapping[str, Any]) -> None:
        """Change a resource: each value by its place in the body, such as `properties.lockDuration`; None removes."""
        target = _resource(id)
        version, body = self._found(target)
        for path, value in changes.items():
            _put_in(body, path, value)
        self._world.call("PUT", target.text, version, body, principal=OWNER)

    def delete(self, id: str) -> None:
        """Delete a resource that exists."""
        target = _resource(id)
        version, _ = self._found(target)
        self._world.call("DELETE", target.text, version, principal=OWNER)

    def lock(self, id: str, level: str = CAN_NOT_DELETE) -> str:
        """Lock a subscription, a group or a resource (CanNotDelete or ReadOnly); returns the lock's id."""
        lock = lock_id(_resource(id), LOCK_NAME).text
        self._world.call("PUT", lock, API_VERSION, {"properties": {"level": level}}, principal=OWNER)
        return lock

    def unlock(self, id: str) -> list[str]:
        """Take every lock of exactly that scope away; returns their ids.

        `DriftError` where there is none; it tells where the locks stand that the scope inherits.
        """
        scope = _resource(id)
        with self._world.reading() as view:
            own = [lock.id.text for lock in locks_at(scope, view)]
            above = [lock.id.scope.text for lock in locks_above(scope, view) if lock.id.scope]
        if not own:
            advice = f"it inherits what stands at {', '.join(above)}: unlock that" if above else "nothing is locked"
            raise DriftError(f"no lock stands at {scope.text}; {advice}")
        for lock in own:
            self._world.call("DELETE", lock, API_VERSION, principal=OWNER)
        return own

    def _found(self, id: ResourceId) -> tuple[str, dict[str, Any]]:
        """The API version of a resource's last write, and what was written, secrets included."""
        with self._world.reading() as view:
            resource = view.find(id)
        if resource:
            return resource.api_version, deepcopy(resource.body)
        described = catalogue.described(id)
        version = described.api_versions[-1] if described else "unknown"
        return version, self._world.call("GET", id.text, version, principal=OWNER).body or {}


def _resource(text: str) -> ResourceId:
    try:
        target = ResourceId.parse(text)
    except ValueError:
        target = None
    if target is None or target.is_collection or not target.subscription:
        raise DriftError(f"an id begins with /subscriptions/ and ends with a resource's name; found {text!r}")
    return target


def _put_in(body: dict[str, Any], path: str, value: Any) -> None:
    *outer, last = path.split(".")
    place = body
    for member in outer:
        place = place.setdefault(member, {})
        if not isinstance(place, dict):
            raise DriftError(f"{member} in {path} is a value and holds nothing; name the value itself")
    if value is None:
        place.pop(last, None)
    else:
        place[last] = value
