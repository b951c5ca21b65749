"""Who is meant by a name, and whether he may do something: the decision that comes before every call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import link, manager
from sandbox.azure.authorization.circumstances import NAMES, attributes_of_assignment
from sandbox.azure.authorization.condition.attribute import (
    ASSIGNMENTS,
    KINDS,
    PRINCIPAL_ID,
    REQUEST_NAMES,
    ROLE_DEFINITION_ID,
    Source,
    named,
)
from sandbox.azure.authorization.documents import is_guid
from sandbox.azure.authorization.evaluator import Question, decide
from sandbox.azure.principal import PrincipalType, SecurityPrincipal
from sandbox.azure.resource_id import ResourceId
from sandbox.world.role_name import guid_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.azure.authorization.condition.attribute import Attribute
    from sandbox.azure.view import Resource, View
    from sandbox.world.request import Request
    from sandbox.world.transaction import Transaction

FUNCTION = "function"
"""The name that always means the identity of the function app, whatever its resource is called."""
_SITES = "Microsoft.Web/sites"
_EVERYWHERE = ResourceId(("subscriptions",))


class UnknownPrincipalError(LookupError):
    """A name that means no principal, or more than one."""


class TakenNameError(ValueError):
    """A name that another principal has."""


class UnknownAttributeError(LookupError):
    """A name that no attribute of a request has."""


def caller(name: str, view: Transaction) -> SecurityPrincipal:
    """Who makes a call: the principal of that object id or name, else a stranger, who holds no role."""
    known = view.principal(name) or next(iter(_known_as(name, view)), None)
    return known or _stranger(name)


def resolve(name: str, view: Transaction) -> SecurityPrincipal:
    """The principal of that object id or name; an object id that nobody knows is a stranger's."""
    if is_guid(name):
        return caller(name, view)
    found = _known_as(name, view)
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(each.object_id for each in found)
        raise UnknownPrincipalError(f"The name {name!r} means several principals; use one of the object ids {ids}.")
    raise UnknownPrincipalError(
        f"Nobody is known by the name {name!r}; use an object id, or make the principal known with "
        "`python -m sandbox principal add`."
    )


def add(principal: SecurityPrincipal, view: Transaction) -> None:
    """Make a principal known; its name must be its own."""
    if not is_guid(principal.object_id):
        raise UnknownPrincipalError(f"An object id is a GUID; {principal.object_id!r} is none.")
    if any(each.object_id != principal.object_id.lower() for each in view.principals_named(principal.name)):
        raise TakenNameError(f"The name {principal.name!r} is another principal's; choose a different one.")
    view.enrol(principal)


def require(principal: SecurityPrincipal, asked: Request, view: View) -> None:
    """Raise Azure's 403 unless the principal may do what a request asks for."""
    question = Question(action=asked.permission, scope=asked.id, data=False, attributes=_attributes(asked))
    decision = decide(principal.object_id, question, view)
    if not decision.allowed:
        rule = manager.CONDITION_NOT_FULFILLED if decision.unfulfilled else manager.NOT_AUTHORIZED
        raise rule.refusal(**_who(principal), action=asked.permission, scope=asked.id.text)


def require_linked(object_id: str, asked: Request, body: Mapping[str, Any], view: View) -> None:
    """Raise Azure's 403 unless the principal may also do what that needs on the resources that a body refers to."""
    refused = [
        (each.action, target.text)
        for each, target in link.linked(asked.type.body, body, asked.id, deleting=asked.method == "DELETE")
        if not decide(object_id, Question(action=each.full_action(target), scope=target, data=False), view).allowed
    ]
    if refused:
        known = view.principal(object_id) or _stranger(object_id)
        raise link.LINKED_NOT_AUTHORIZED.refusal(
            **_who(known),
            action=asked.permission,
            scope=asked.id.text,
            actions=",".join(action for action, _ in refused),
            scopes=",".join(scope for _, scope in refused),
        )


def told(given: Mapping[str, str], view: Transaction) -> dict[Attribute, str]:
    """Attributes of a request that somebody asks about, by the names of properties or by Azure's own."""
    return {_told_name(name): _told_value(NAMES.get(name, name), value, view) for name, value in given.items()}


def _told_name(name: str) -> Attribute:
    attribute = named(Source.REQUEST, NAMES.get(name, name))
    if attribute not in KINDS:
        known = ", ".join((*NAMES, *(each for each in REQUEST_NAMES if each not in NAMES.values())))
        raise UnknownAttributeError(f"A request has no attribute {name!r}; it may have {known}.")
    return attribute


def _told_value(name: str, value: str, view: Transaction) -> str:
    if name.lower() == PRINCIPAL_ID.lower():
        return resolve(value, view).object_id
    return guid_of(value) if name.lower() == ROLE_DEFINITION_ID.lower() else value


def _attributes(asked: Request) -> dict[Attribute, str]:
    """The attributes of a request: those of the role assignment that it writes."""
    given = (asked.body or {}).get("properties")
    if asked.type.name != ASSIGNMENTS or not isinstance(given, dict):
        return {}
    return attributes_of_assignment(given, Source.REQUEST)


def _who(principal: SecurityPrincipal) -> dict[str, str]:
    return {"client": principal.client_id or principal.name, "object": principal.object_id}


def _stranger(object_id: str) -> SecurityPrincipal:
    return SecurityPrincipal(object_id=object_id, name=object_id, type=PrincipalType.SERVICE_PRINCIPAL)


def _known_as(name: str, view: Transaction) -> list[SecurityPrincipal]:
    found = view.principals_named(name)
    if not found and name == FUNCTION:
        return list({each.object_id: each for each in _function_identities(view)}.values())
    return found


def _function_identities(view: Transaction) -> Iterator[SecurityPrincipal]:
    for site in view.under(_EVERYWHERE, _SITES):
        for object_id in _object_ids(site, view):
            principal = view.principal(object_id)
            if principal and "functionapp" in site.body.get("kind", ""):
                yield principal


def _object_ids(site: Resource, view: Transaction) -> Iterator[str]:
    if "principalId" in site.private:
        yield site.private["principalId"]
    for each in site.body.get("identity", {}).get("userAssignedIdentities", {}):
        identity = view.find(ResourceId.parse(each))
        if identity:
            yield identity.private["principalId"]
