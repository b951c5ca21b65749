"""Groups of the tenant: principals that others belong to, and whose roles hold for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.principal import PrincipalType
from sandbox.world import access

if TYPE_CHECKING:
    from sandbox.world.transaction import Transaction


class NotAGroupError(ValueError):
    """A principal that nobody can belong to."""


class NotAMemberError(LookupError):
    """A principal that does not itself belong to the group."""


def join(group: str, member: str, view: Transaction) -> None:
    """Put a principal, which may be a group, into a group; both by name or object id."""
    holder, joining = access.resolve(group, view), access.resolve(member, view)
    if holder.type is not PrincipalType.GROUP:
        raise NotAGroupError(f"{group!r} is no group but a {holder.type}; make one known with the type Group first.")
    if holder.object_id == joining.object_id:
        raise NotAGroupError(f"The group {group!r} cannot be a member of itself.")
    view.join(joining.object_id, holder.object_id)


def leave(group: str, member: str, view: Transaction) -> None:
    """Take a principal out of a group."""
    if not view.leave(access.resolve(member, view).object_id, access.resolve(group, view).object_id):
        raise NotAMemberError(f"{member} does not itself belong to the group {group}.")
