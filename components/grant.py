"""A role for a principal at a scope."""

from __future__ import annotations

import pulumi
from pulumi_azure_native import authorization

from backbone import roles

CONDITION_VERSION = "2.0"
"""The only version of conditions that Azure takes (…/role-based-access-control/conditions-format)."""


def grant(
    name: str,
    role: pulumi.Input[str],
    *,
    to: pulumi.Input[str],
    on: pulumi.Input[str],
    parent: pulumi.Resource,
    principal_type: authorization.PrincipalType = authorization.PrincipalType.SERVICE_PRINCIPAL,
    provider: pulumi.ProviderResource | None = None,
    condition: pulumi.Input[str] | None = None,
) -> authorization.RoleAssignment:
    """Assign a role.

    The assignment's own name is computed from what it says, and a change replaces it delete-first: Azure allows neither
    two assignments that say the same nor an update of one.

    Args:
        name: The logical name.
        role: What the principal may do: a built-in role, or the GUID of a custom one.
        to: Object id of the principal.
        on: Resource id of the scope.
        parent: The component it belongs to.
        principal_type: Kind of the principal; said always, because a new identity is not found at once.
        provider: How the scope's subscription is reached; None for the stack's own.
        condition: On which the role is given; None for always.
    """
    principal, scope, guid = (pulumi.Output.from_input(each) for each in (to, on, role))
    return authorization.RoleAssignment(
        name,
        role_assignment_name=pulumi.Output.all(scope, principal, guid).apply(
            lambda known: roles.assignment_name(*known)
        ),
        role_definition_id=pulumi.Output.all(scope, guid).apply(lambda known: roles.definition_id(*known)),
        principal_id=principal,
        principal_type=principal_type,
        scope=scope,
        condition=condition,
        condition_version=None if condition is None else CONDITION_VERSION,
        opts=pulumi.ResourceOptions(
            parent=parent,
            provider=provider,
            delete_before_replace=True,
            replace_on_changes=["roleDefinitionId", "principalType"],
        ),
    )
