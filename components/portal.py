"""What lets the stack file's portal list and write queue mappings, make queues, and let the function send there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import authorization

from backbone import portal
from backbone.roles import Role
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
    principal = settings.access.portal
    if principal is None:
        return
    given = settings.access.portal_role_definition_id
    role = _declare_role(namespaces, vault).name if given is None else given.rpartition("/")[2]
    grant("vault-portal", role, to=principal, on=vault.resource.id, parent=vault)
    condition = function.principal_id.apply(portal.condition)
    for namespace in namespaces:
        scope = namespace.resource.id
        grant(f"{namespace.alias}-portal", role, to=principal, on=scope, parent=namespace)
        grant(
            f"{namespace.alias}-portal-delegate",
            Role.ROLE_BASED_ACCESS_CONTROL_ADMINISTRATOR,
            to=principal,
            on=scope,
            parent=namespace,
            condition=condition,
        )


def _declare_role(namespaces: Namespaces, vault: Vault) -> authorization.RoleDefinition:
    vault_id = vault.resource.id
    groups = pulumi.Output.all(*(namespace.resource_group for namespace in namespaces))
    return authorization.RoleDefinition(
        "portal",
        role_definition_id=vault_id.apply(portal.role_id),
        role_name=vault_id.apply(portal.role_name),
        description=portal.DESCRIPTION,
        scope=vault_id.apply(portal.scope),
        assignable_scopes=pulumi.Output.all(vault_id, groups).apply(
            lambda known: portal.assignable_scopes(known[0], known[1])
        ),
        permissions=[
            authorization.PermissionArgs(
                actions=list(portal.ACTIONS), not_actions=[], data_actions=[], not_data_actions=[]
            )
        ],
        role_type="CustomRole",
        opts=pulumi.ResourceOptions(parent=vault, delete_before_replace=True),
    )
