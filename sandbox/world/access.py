"""Who is meant by a name, and whether he may do something: the decision that comes before every call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import manager
from sandbox.azure.authorization.documents import is_guid
from sandbox.azure.authorization.evaluator import decide
from sandbox.azure.principal import PrincipalType, SecurityPrincipal
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.view import Resource
    from sandbox.world.transaction import Transaction

FUNCTION = "function"
"""The name that always means the identity of the function app, whatever its resource is called."""
_SITES = "Microsoft.Web/sites"
_EVERYWHERE = ResourceId(("subscriptions",))


class UnknownPrincipalError(LookupError):
    """A name that means no principal, or more than one."""


class TakenNameError(ValueError):
    """A name that another principal has."""


def caller(name: str, view: Transaction) -> SecurityPrincipal:
    """Who makes a call: the principal of that object id or name, else a stranger, who holds no role."""
    known = view.principal(name) or next(iter(_known_as(name, view)), None)
    return known or SecurityPrincipal(object_id=name, name=name, type=PrincipalType.SERVICE_PRINCIPAL)


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


def require(principal: SecurityPrincipal, action: str, scope: ResourceId, view: Transaction) -> None:
    """Raise Azure's 403 unless the principal may do the management action at the scope."""
    if not decide(principal.object_id, action, scope, view, data=False).allowed:
        raise manager.NOT_AUTHORIZED.refusal(
            client=principal.client_id or principal.name,
            object=principal.object_id,
            action=action,
            scope=scope.text,
        )


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
