"""A role for a principal at a scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import authorization

from backbone import roles

if TYPE_CHECKING:
    from backbone.roles import Role


def grant(
    name: str,
    role: Role,
    *,
    to: pulumi.Input[str],
    on: pulumi.Input[str],
    parent: pulumi.Resource,
    principal_type: authorization.PrincipalType = authorization.PrincipalType.SERVICE_PRINCIPAL,
    provider: pulumi.ProviderResource | None = None,
) -> authorization.RoleAssignment:
    """Assign a role.

    The assignment's own name is computed from what it says, and a change replaces it delete-first: Azure allows neither
    two assignments that say the same nor an update of one.

    Args:
        name: The logical name.
        role: What the principal may do.
        to: Object id of the principal.
        on: Resource id of the scope.
        parent: The component it belongs to.
        principal_type: Kind of the principal; said always, because a new identity is not found at once.
        provider: How the scope's subscription is reached; None for the stack's own.
    """
    principal, scope = pulumi.Output.from_input(to), pulumi.Output.from_input(on)
    return authorization.RoleAssignment(
        name,
        role_assignment_name=pulumi.Output.all(scope, principal).apply(
            lambda known: roles.assignment_name(known[0], known[1], role)
        ),
        role_definition_id=scope.apply(lambda known: roles.definition_id(known, role)),
        principal_id=principal,
        principal_type=principal_type,
        scope=scope,
        opts=pulumi.ResourceOptions(
            parent=parent,
            provider=provider,
            delete_before_replace=True,
            replace_on_changes=["roleDefinitionId", "principalType"],
        ),
    )
