"""Which actions there are, as far as the simulated Azure knows: one that nobody knows is asked about by mistake."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sandbox.azure import catalogue
from sandbox.azure.authorization.built_in import ROLE_DEFINITIONS
from sandbox.azure.authorization.data_action import SECRET_ACTIONS, is_data_action
from sandbox.azure.authorization.permission import matches
from sandbox.azure.authorization.role_definition import permissions_of
from sandbox.azure.authorization.roles import ROLES
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sandbox.azure.authorization.permission import Permission
    from sandbox.azure.property import Property
    from sandbox.azure.view import View

_VERBS = ("read", "write", "delete")
_TENANT = ResourceId(("subscriptions",))


def is_known(action: str, view: View) -> bool:
    """Whether a resource type has an action, or a role names it, built-in or custom."""
    custom = (each for role in view.under(_TENANT, ROLE_DEFINITIONS) for each in permissions_of(role))
    on_data = is_data_action(action) and action.lower().endswith(tuple(f"/{verb}" for verb in _VERBS))
    return on_data or matches((*_of_types(), *_of_built_in_roles()), action) or matches(tuple(_named(custom)), action)


@cache
def _of_types() -> tuple[str, ...]:
    """The actions of the resource types: their own, and those that others ask for on them."""
    linked = {action for each in catalogue.TYPES for action in _linked(each.body)}
    found = {*SECRET_ACTIONS, *filter(_has_provider, linked)}
    for each in catalogue.TYPES:
        own = (*_VERBS, *(f"{name}/action" for name in each.actions))
        found |= {f"{each.name}/{action}" for action in (*own, *linked)}
    return tuple(sorted(found))


def _linked(table: Mapping[str, Property]) -> Iterator[str]:
    for described in table.values():
        if described.link:
            yield described.link.action
        yield from _linked(described.properties)
        if described.items:
            yield from _linked({"": described.items})


@cache
def _of_built_in_roles() -> tuple[str, ...]:
    return tuple(sorted(set(_named(role.permission for role in ROLES))))


def _named(permissions: Iterable[Permission]) -> Iterator[str]:
    """The actions that permissions name; a pattern that ends in `*` covers whatever there is, and so names none."""
    for each in permissions:
        for pattern in (*each.actions, *each.not_actions, *each.data_actions, *each.not_data_actions):
            if _has_provider(pattern) and not pattern.endswith("*"):
                yield pattern


def _has_provider(action: str) -> bool:
    return "." in action.partition("/")[0]
