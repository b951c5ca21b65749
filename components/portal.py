"""What lets the stack file's portal list and write queue mappings, make queues, and let the function send there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import authorization

from backbone import portal
from components.grant import grant

if TYPE_CHECKING:
    from pulumi_azure_native import managedidentity

    from backbone.settings import Settings
    from components.namespaces import Namespaces
    from components.vault import Vault


def let_portal_in(
    settings: Settings, namespaces: Namespaces, *, vault: Vault, function: managedidentity.UserAssignedIdentity
) -> None:
    """Give the portal its role on the vault and on each namespace, and on each the right to let the function send."""
    principal, existing = settings.access.portal, settings.access.portal_role_definition_id
    if principal is None:
        return
    given = portal.grants(settings)
    groups = portal.groups(given) if existing is None else {}
    roles = {key: _declare_role(vault, group).name for key, group in groups.items()}
    condition = function.principal_id.apply(portal.condition)
    for each in given:
        place = vault if each.alias is None else namespaces[each.alias]
        own = roles[portal.group_key(each.group)] if existing is None else existing.rpartition("/")[2]
        grant(
            each.name,
            own if each.role is None else each.role,
            to=principal,
            on=place.resource.id,
            parent=place,
            condition=None if each.role is None else condition,
        )


def _declare_role(vault: Vault, group: str | None) -> authorization.RoleDefinition:
    vault_id = vault.resource.id
    scope = vault_id.apply(partial(portal.scope, group=group))
    return authorization.RoleDefinition(
        portal.resource_name(group),
        role_definition_id=vault_id.apply(partial(portal.role_id, group=group)),
        role_name=vault_id.apply(partial(portal.role_name, group=group)),
        description=portal.DESCRIPTION,
        scope=scope,
        assignable_scopes=[scope],
        permissions=[
            authorization.PermissionArgs(
                actions=list(portal.ACTIONS), not_actions=[], data_actions=[], not_data_actions=[]
            )
        ],
        role_type="CustomRole",
        opts=pulumi.ResourceOptions(parent=vault, delete_before_replace=True),
    )
