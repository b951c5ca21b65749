"""What each method does to the world, once the call has been taken apart and allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sandbox.azure import answer, catalogue, decision, manager
from sandbox.azure.deserialise import Reading
from sandbox.azure.property import Kind, Property
from sandbox.azure.proposal import Proposal
from sandbox.azure.resource_id import RESOURCE_GROUPS, ResourceId
from sandbox.world import access

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.azure.resource_type import ResourceType
    from sandbox.azure.view import Resource, View
    from sandbox.world.request import Request


class Answer(NamedTuple):
    """What Azure answers: the HTTP status and the body, if there is one."""

    status: int
    body: dict[str, Any] | None


def read(request: Request, view: View) -> Answer:
    """GET and HEAD of a resource, GET of a collection."""
    if request.id.is_collection:
        found = [answer.render(resource, request.type, view) for resource in _members(request, view)]
        return Answer(200, {"value": found})
    resource = _existing(request, view)
    if request.method == "HEAD":
        return Answer(204, None)
    return Answer(200, answer.render(resource, request.type, view))


def _members(request: Request, view: View) -> Iterable[Resource]:
    parent = request.id.parent
    if parent is None:
        return ()
    return request.type.listing(parent, view) if request.type.listing else view.under(parent, request.type.name)


def write(request: Request, view: View, caller: str) -> Answer:
    """PUT replaces, PATCH merges; both are held against every rule of the type."""
    existing = _existing(request, view) if request.method == "PATCH" else view.find(request.id)
    if request.body is None:
        raise manager.MALFORMED_BODY.refusal()
    reading = Reading(type=request.type.title, partial=request.method == "PATCH")
    given = reading.members(request.type.body, request.body)
    access.require_linked(caller, request, given, view)
    if request.method == "PATCH" and existing:
        given = _merge(request.type.body, existing.body, given)
    if existing is None and request.type.restore:
        existing = request.type.restore(request.id, given, view)
    proposal = Proposal(
        id=existing.id if existing else _spelt(request, view),
        type=request.type,
        given=given,
        existing=existing,
        view=view,
        now=view.now,
        caller=caller,
        private=dict(existing.private) if existing else {},
    )
    resource = decision.decide(proposal, request.api_version)
    status = 200 if existing else request.type.created_status
    return Answer(status, answer.render(resource, request.type, view))


def delete(request: Request, view: View, caller: str) -> Answer:
    """DELETE takes a resource and what is under it; deleting what is not there is no error."""
    resource = view.find(request.id)
    if resource is None:
        if request.type.name == RESOURCE_GROUPS:
            raise manager.GROUP_NOT_FOUND.refusal(group=request.id.group)
        return Answer(204, None)
    access.require_linked(caller, request, resource.body, view)
    for hold in request.type.holds:
        hold.check(resource, view)
    _remove(resource, view)
    return Answer(200, None)


def _remove(resource: Resource, view: View) -> None:
    """Take a resource and what is under it out of the world, and let each type do what else happens then."""
    for described in catalogue.TYPES:
        if described.removing:
            for each in (resource,) if described.name == resource.type else view.under(resource.id, described.name):
                described.removing(each, view)
    minding = [described for described in catalogue.TYPES if described.removed]
    gone = [(described, each) for described in minding for each in view.under(resource.id, described.name)]
    gone += [(described, resource) for described in minding if described.name == resource.type]
    view.remove(resource.id)
    for described, each in gone:
        if described.removed:
            described.removed(each, view)


def act(request: Request, view: View) -> Answer:
    """POST of an action."""
    action = request.called
    resource = _existing(request, view)
    body = Reading(type=request.action).members(action.body, request.body or {})
    return Answer(200, action.run(resource, body, view))


def _existing(request: Request, view: View) -> Resource:
    resource = view.find(request.id)
    if resource is None and request.type.supplied:
        resource = request.type.supplied(request.id, view)
    if resource is None:
        if request.type.name == RESOURCE_GROUPS:
            raise manager.GROUP_NOT_FOUND.refusal(group=request.id.group)
        if request.type.not_found:
            raise request.type.not_found.refusal(name=request.id.name)
        raise manager.NOT_FOUND.refusal(resource=request.id.relative, group=request.id.group)
    return resource


def _spelt(request: Request, view: View) -> ResourceId:
    """The id of a new resource: its parent's as first written, then the type as Azure spells it, and the name."""
    wanted, described = request.id, request.type
    if described.name == RESOURCE_GROUPS:
        return ResourceId(("subscriptions", wanted.subscription, "resourceGroups", wanted.name))
    parent = view.find(wanted.parent) if wanted.parent else None
    lead = parent.id.segments if parent else wanted.segments[: -2 * len(wanted.types) - 2]
    step = (described.path.rpartition("/")[2], wanted.name)
    return ResourceId((*lead, *(() if len(wanted.types) > 1 else ("providers", described.provider)), *step))


def _merge(table: Mapping[str, Property], stored: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """A PATCH: what is given replaces what is stored, member by member in objects, whole in maps and arrays."""
    merged = {**stored, **given}
    for member, value in given.items():
        if table[member].kind is Kind.OBJECT and member in stored:
            merged[member] = _merge(table[member].properties, stored[member], value)
    return merged


def listed(resource: Resource, type: ResourceType, view: View) -> dict[str, Any]:
    """A resource as `python -m sandbox resources` shows it."""
    return {
        "id": resource.id.text,
        "type": type.title,
        "apiVersion": resource.api_version,
        "body": answer.render(resource, type, view),
    }
