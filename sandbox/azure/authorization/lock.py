"""Management locks: what keeps everybody, whatever his roles, from deleting or changing what is locked.

Source: learn.microsoft.com/azure/azure-resource-manager/management/lock-resources. A lock holds for the resource that
it extends, and for everything in it. Deleting also asks what lies below: one locked resource keeps its whole group.
Locks speak to the control plane alone; they can be set and taken away whatever else is locked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.authorization import lock_rules as rules
from sandbox.azure.constraint import at_most, matching
from sandbox.azure.envelope import ENVELOPE
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import listing, record, text, texts
from sandbox.azure.signature import SYSTEM_DATA, sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sandbox.azure.view import Resource, View

LOCKS = "Microsoft.Authorization/locks"
CAN_NOT_DELETE = "CanNotDelete"
READ_ONLY = "ReadOnly"
API_VERSION = "2020-05-01"
"""The newest version of the REST API for locks."""
_FORBIDS = {"delete": frozenset({CAN_NOT_DELETE, READ_ONLY}), "write": frozenset({READ_ONLY})}
_WRITING = frozenset({"PUT", "PATCH", "POST"})


def lock_id(scope: ResourceId, name: str) -> ResourceId:
    """The id of a lock of exactly that scope."""
    return ResourceId((*_collection(scope).segments, name))


def locks_at(scope: ResourceId, view: View) -> Iterator[Resource]:
    """The locks of exactly that scope."""
    return view.under(_collection(scope), LOCKS)


def locks_above(scope: ResourceId, view: View) -> Iterator[Resource]:
    """The locks that a scope inherits, nearest first."""
    place = scope.parent
    while place is not None:
        yield from locks_at(place, view)
        place = place.parent


def require_unlocked(method: str, id: ResourceId, view: View) -> None:
    """Raise Azure's 409 if a lock forbids the method on a resource."""
    if id.type.lower() == LOCKS.lower():
        return
    if method == "DELETE":
        inside = (lock for lock in view.under(id, LOCKS) if lock.id.scope and lock.id.scope.key != id.key)
        _refuse("delete", id, (*locks_at(id, view), *locks_above(id, view), *inside))
    elif method in _WRITING:
        _refuse("write", id, (*locks_at(id, view), *locks_above(id, view)))


def _refuse(verb: str, id: ResourceId, locks: Iterable[Resource]) -> None:
    forbidding = [lock.id.scope for lock in locks if lock.properties["level"] in _FORBIDS[verb]]
    locked = {scope.key: scope.text for scope in forbidding if scope}
    if locked:
        raise rules.SCOPE_LOCKED.refusal(scope=id.text, verb=verb, locked=",".join(locked.values()))


def _collection(scope: ResourceId) -> ResourceId:
    return ResourceId((*scope.segments, "providers", *LOCKS.split("/")))


LOCK = ResourceType(
    name=LOCKS,
    answers_as=LOCKS,
    api_versions=("2015-01-01", "2016-09-01", "2017-04-01", API_VERSION),
    in_group=False,
    created_status=201,
    naming=(matching(rules.LOCK_NAME, r"[^<>%&:\\?/\x00-\x1f\x7f]{1,260}"),),
    not_found=rules.LOCK_NOT_FOUND,
    further_rules=(rules.SCOPE_LOCKED,),
    body={
        **ENVELOPE,
        "systemData": SYSTEM_DATA,
        "properties": record(
            {
                "level": text("NotSpecified", CAN_NOT_DELETE, READ_ONLY, required=True),
                "notes": text(constraints=(at_most(rules.LOCK_NOTES, 512),)),
                "owners": listing(record(texts(("applicationId",)))),
            },
            required=True,
        ),
    },
    prepare=sign,
)
