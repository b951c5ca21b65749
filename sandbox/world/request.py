"""A call, taken apart and held against Resource Manager's own rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.azure import catalogue, manager
from sandbox.azure.location import REGIONS
from sandbox.azure.resource_id import RESOURCE_GROUPS, SUBSCRIPTIONS, ResourceId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.error import AzureError
    from sandbox.azure.property import Property
    from sandbox.azure.resource_type import Action, ResourceType
    from sandbox.azure.view import View

_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_PLACES = frozenset({SUBSCRIPTIONS.lower(), "microsoft.keyvault/locations"})
"""What encloses resources without being one itself."""
_VERBS = {"GET": "read", "HEAD": "read", "PUT": "write", "PATCH": "write", "DELETE": "delete"}


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked for: a method on a resource, a collection, or an action of a resource."""

    method: str
    id: ResourceId
    """The resource or collection; for an action, the resource that has it."""
    action: str
    """The name of the action; empty for all methods but POST."""
    type: ResourceType
    api_version: str
    body: Mapping[str, Any] | None

    @property
    def permission(self) -> str:
        """The action as roles name it: `Microsoft.ServiceBus/namespaces/queues/write`."""
        verb = f"{self.action}/action" if self.action else _VERBS[self.method]
        return f"{self.type.name}/{verb}"

    @property
    def called(self) -> Action:
        """The action of the type that is called."""
        for name, action in self.type.actions.items():
            if name.lower() == self.action.lower():
                return action
        raise manager.METHOD_NOT_ALLOWED.refusal(method=self.method)


def parse(method: str, text: str, api_version: str, body: Mapping[str, Any] | None) -> Request:
    """Take a call apart; raises Azure's error for ids, types, versions and methods that do not exist."""
    target, action = _address(method, text)
    if not _GUID.fullmatch(target.subscription):
        raise manager.INVALID_SUBSCRIPTION.refusal(subscription=target.subscription)
    described = _type(target, api_version, str((body or {}).get("location", "")))
    allowed = described.methods if not target.is_collection else {"GET"}
    if method not in allowed and not action:
        raise manager.METHOD_NOT_ALLOWED.refusal(method=method)
    _require_group(target, described)
    return Request(method=method, id=target, action=action, type=described, api_version=api_version, body=body)


def _address(method: str, text: str) -> tuple[ResourceId, str]:
    try:
        target = ResourceId.parse(text)
    except ValueError:
        raise manager.INVALID_ID.refusal() from None
    if target.segments[0].lower() != "subscriptions":
        raise manager.INVALID_ID.refusal()
    if method not in {*_VERBS, "POST"}:
        raise manager.METHOD_NOT_ALLOWED.refusal(method=method)
    if method != "POST":
        return target, ""
    if not target.is_collection or not target.names:
        raise manager.METHOD_NOT_ALLOWED.refusal(method=method)
    return ResourceId(target.segments[:-1]), target.segments[-1]


def _type(id: ResourceId, api_version: str, location: str) -> ResourceType:
    if id.provider.lower() not in catalogue.PROVIDERS:
        raise manager.INVALID_NAMESPACE.refusal(provider=id.provider)
    described = catalogue.described(id)
    if not api_version:
        raise manager.MISSING_API_VERSION.refusal()
    if described is None:
        raise manager.INVALID_TYPE.refusal(type="/".join(id.types), provider=id.provider, api_version=api_version)
    if api_version.lower() not in described.api_versions:
        raise _unsupported(described, api_version, location)
    return described


def _require_group(id: ResourceId, type: ResourceType) -> None:
    scope = id.scope.type.lower() if id.scope else ""
    everywhere = id.is_collection and len(id.types) == 1 and scope == SUBSCRIPTIONS.lower()
    if type.in_group and scope != RESOURCE_GROUPS.lower() and not everywhere:
        raise manager.GROUP_REQUIRED.refusal(type=type.path)


def _unsupported(type: ResourceType, api_version: str, location: str) -> AzureError:
    supported = ", ".join(type.api_versions)
    if type.name == RESOURCE_GROUPS:
        return manager.INVALID_API_VERSION.refusal(api_version=api_version, supported=supported)
    return manager.NO_REGISTERED_PROVIDER.refusal(
        location=location,
        api_version=api_version,
        type=type.path,
        supported=supported,
        locations=", ".join(REGIONS),
    )


def table_of(method: str, text: str) -> Mapping[str, Property] | None:
    """The table by which a request's body is read, for hiding its secrets; None where there is no such type."""
    try:
        target = ResourceId.parse(text)
    except ValueError:
        return None
    if method == "POST":
        described = catalogue.described(ResourceId(target.segments[:-1]))
        actions = {name.lower(): action for name, action in described.actions.items()} if described else {}
        action = actions.get(target.segments[-1].lower())
        return action.body if action else None
    described = catalogue.described(target)
    return described.body if described else None


def require_surroundings(request: Request, view: View) -> None:
    """The resource group and the enclosing resource must exist."""
    target = request.id
    if target.group and request.type.name != RESOURCE_GROUPS:
        group = ResourceId(target.segments[:4])
        if view.find(group) is None:
            raise manager.GROUP_NOT_FOUND.refusal(group=target.group)
    parent = target.parent
    if parent is None or parent.type.lower() in _PLACES or view.find(parent):
        return
    if parent == target.scope:
        raise manager.NOT_FOUND.refusal(resource=parent.relative, group=parent.group)
    raise manager.PARENT_NOT_FOUND.refusal(
        verb=_VERBS.get(request.method, "action"), type=request.type.path, parent=parent.text
    )
