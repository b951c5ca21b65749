"""Roles as people name them."""

from __future__ import annotations

from sandbox.azure.authorization import built_in
from sandbox.azure.authorization.documents import is_guid
from sandbox.azure.authorization.roles import ROLES


class UnknownRoleError(LookupError):
    """A role that does not exist, or one that the principal does not hold there."""


def guid_of(role: str) -> str:
    """The GUID of a role that is named by its display name, its GUID or its id; `UnknownRoleError` if there is none."""
    found = built_in.BY_NAME.get(role.lower())
    if found:
        return found.id
    last = role.rpartition("/")[2].lower()
    if is_guid(last):
        return last
    names = ", ".join(each.name for each in ROLES)
    raise UnknownRoleError(f"There is no role {role!r}; the built-in roles are {names}; others go by their GUID.")
