"""Linked actions: what a request needs besides, on the resources that its body refers to.

Resource Manager asks for them before it hands a request to the provider.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox.azure.property import Access, Kind
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.azure.property import Property

LINKED_NOT_AUTHORIZED = Rule(
    id="arm/linked-authorization",
    text="The caller must also hold a role that allows the linked action on each resource that the request refers to.",
    source="https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
    status=403,
    code="LinkedAuthorizationFailed",
    message="The client '{client}' with object id '{object}' has permission to perform action '{action}' on scope "
    "'{scope}'; however, it does not have permission to perform action(s) '{actions}' on the linked scope(s) "
    "'{scopes}' (respectively) or the linked scope(s) are invalid.",
)


@dataclass(frozen=True, kw_only=True)
class Link:
    """The action that is needed on what a property refers to by id."""

    action: str
    """In full, or, as Resource Manager's own messages have it, without the type of what is referred to."""
    source: str
    only_elsewhere: bool = False
    """Whether it is needed only on what is in another subscription."""
    when_deleted: Link | None = None
    """What is needed there when the resource that refers to it is deleted."""

    def full_action(self, target: ResourceId) -> str:
        """The action as roles name it."""
        provider = self.action.partition("/")[0]
        return self.action if "." in provider else f"{target.type}/{self.action}"


def linked(
    table: Mapping[str, Property], body: Mapping[str, Any], scope: ResourceId, *, deleting: bool = False
) -> list[tuple[Link, ResourceId]]:
    """The links of a body, each once and in the order of the body; what is no id is left to the type's own rules."""
    found: dict[tuple[str, str], tuple[Link, ResourceId]] = {}
    for described, text in _references(table, body):
        link = described.when_deleted if deleting else described
        target = _parsed(text)
        if link and target and not (link.only_elsewhere and target.subscription.lower() == scope.subscription.lower()):
            found.setdefault((link.action, target.key), (link, target))
    return list(found.values())


def _references(table: Mapping[str, Property], given: Mapping[str, Any]) -> Iterator[tuple[Link, str]]:
    for member, value in given.items():
        if member in table and table[member].access is Access.READ_WRITE:
            yield from _references_of(table[member], value)


def _references_of(described: Property, value: Any) -> Iterator[tuple[Link, str]]:
    if described.link and described.kind is Kind.STRING:
        yield described.link, value
    elif described.link and described.kind is Kind.MAP:
        yield from ((described.link, name) for name in value)
    if described.kind is Kind.OBJECT:
        yield from _references(described.properties, value)
    elif described.items:
        for item in value.values() if described.kind is Kind.MAP else value:
            yield from _references_of(described.items, item)


def _parsed(text: str) -> ResourceId | None:
    try:
        return ResourceId.parse(text)
    except ValueError:
        return None
