"""What the portal may do: list and write queue mappings, make queues, and let the function send to them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.arm_ids import ArmId
from backbone.roles import ASSIGNMENTS, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backbone.settings import Settings

DESCRIPTION = "Lists and writes queue mappings and makes queues; sees no secret and no message."

ACTIONS = (
    "Microsoft.KeyVault/vaults/secrets/read",
    "Microsoft.KeyVault/vaults/secrets/write",
    "Microsoft.ServiceBus/namespaces/read",
    "Microsoft.ServiceBus/namespaces/queues/read",
    "Microsoft.ServiceBus/namespaces/queues/write",
)
"""Through Resource Manager, which lists secrets without their values
(learn.microsoft.com/azure/role-based-access-control/permissions/security)."""

_ONLY = (
    "((!(ActionMatches{{'Microsoft.Authorization/roleAssignments/{verb}'}}))"
    " OR ({source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{role}}}"
    " AND {source}[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {{{principal}}}))"
)


def condition(function: str) -> str:
    """On which the portal gives and takes roles: Data Sender, to and from the function's identity.

    What is given is in the request; what is taken is the assignment itself
    (learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples).

    Args:
        function: Object id of the function's identity.
    """
    asked = (("write", "@Request"), ("delete", "@Resource"))
    role = Role.SERVICE_BUS_DATA_SENDER.value
    return " AND ".join(_ONLY.format(verb=verb, source=source, role=role, principal=function) for verb, source in asked)


@dataclass(frozen=True, kw_only=True)
class PortalGrant:
    """A role that the portal gets.

    Attributes:
        name: The logical name of the role's assignment.
        alias: The namespace at which it is given; None for the vault.
        role: What it is given; None for the portal's own role.
        group: The resource group of the place, as the stack file names it; None for the stack's own.
    """

    name: str
    alias: str | None
    role: Role | None
    group: str | None


def grants(settings: Settings) -> tuple[PortalGrant, ...]:
    """What the portal gets: its role on the vault and on each namespace, and on each the right to let others send."""
    return tuple(_grants(settings)) if settings.access.portal is not None else ()


def _grants(settings: Settings) -> Iterator[PortalGrant]:
    own = (settings.existing.resource_group or "").casefold()
    yield PortalGrant(name="vault-portal", alias=None, role=None, group=None)
    groups = {unit.alias: unit.resource_group for unit in settings.scale_units.values()}
    for alias in (settings.namespace.alias, *groups):
        named = groups.get(alias) or ""
        group = None if named.casefold() in {"", own} else named
        yield PortalGrant(name=f"{alias}-portal", alias=alias, role=None, group=group)
        delegate = Role.ROLE_BASED_ACCESS_CONTROL_ADMINISTRATOR
        yield PortalGrant(name=f"{alias}-portal-delegate", alias=alias, role=delegate, group=group)


def groups(given: Iterable[PortalGrant]) -> dict[str | None, str | None]:
    """Where the portal's own role is defined: the resource groups as named, by `group_key`.

    Each has a role of its own, so that one which comes or goes with a scale unit leaves the other roles as they are:
    Azure lets no role lose a scope at which it is still assigned.
    """
    return {group_key(each.group): each.group for each in given if each.role is None}


def group_key(group: str | None) -> str | None:
    """What two spellings of a resource group's name share; None for the stack's own group."""
    return None if group is None else group.casefold()


def resource_name(group: str | None) -> str:
    """The logical name of the role in a resource group."""
    return "portal" if group is None else f"portal-{group.lower()}"


def role_id(vault_id: str, group: str | None) -> str:
    """The GUID of the role that a stack makes for its portal in a resource group.

    Computed, so that an interrupted deployment finds its own role again; a tenant has each GUID once.
    """
    told = f"{vault_id}|portal" if group is None else f"{vault_id}|portal|{group}"
    return str(uuid.uuid5(ASSIGNMENTS, told.casefold()))


def role_name(vault_id: str, group: str | None) -> str:
    """The role's display name, which is unique in the tenant as the vault's name is unique in the world."""
    name = f"Backbone portal of {ArmId.parse(vault_id).names[-1]}"
    return name if group is None else f"{name} in {group}"


def scope(vault_id: str, group: str | None) -> str:
    """The resource group at which the role is defined and assignable: one that is named, or the vault's."""
    parsed = ArmId.parse(vault_id)
    return f"/subscriptions/{parsed.subscription}/resourceGroups/{group or parsed.resource_group}"
