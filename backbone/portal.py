"""What the portal may do: list and write queue mappings, make queues, and let the function send to them."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from backbone.arm_ids import ArmId
from backbone.roles import ASSIGNMENTS, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def role_id(vault_id: str) -> str:
    """The GUID of the role that a stack makes for its portal.

    Computed, so that an interrupted deployment finds its own role again; a tenant has each GUID once.
    """
    return str(uuid.uuid5(ASSIGNMENTS, f"{vault_id}|portal".casefold()))


def role_name(vault_id: str) -> str:
    """The role's display name, which is unique in the tenant as the vault's name is unique in the world."""
    return f"Backbone portal of {ArmId.parse(vault_id).names[-1]}"


def scope(vault_id: str) -> str:
    """The resource group of the vault, at which the role is defined."""
    return _group(vault_id, ArmId.parse(vault_id).resource_group)


def assignable_scopes(vault_id: str, groups: Iterable[str]) -> list[str]:
    """Where the role can be assigned: in the vault's resource group and in those of the namespaces, each once."""
    found = {name.casefold(): name for name in (*groups, ArmId.parse(vault_id).resource_group)}
    return [_group(vault_id, found[key]) for key in sorted(found)]


def _group(vault_id: str, name: str) -> str:
    return f"/subscriptions/{ArmId.parse(vault_id).subscription}/resourceGroups/{name}"
