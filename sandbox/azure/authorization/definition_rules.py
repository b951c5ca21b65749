"""The rules about role definitions, in Azure's words.

Sources: learn.microsoft.com/azure/role-based-access-control/custom-roles and …/troubleshooting.
"""

from __future__ import annotations

from sandbox.azure.authorization.documents import (
    CUSTOM_ROLE_LIMITS,
    CUSTOM_ROLES,
    DEFINITION_REST,
    LIMITS,
    SCOPE_REMOVED,
    TROUBLESHOOTING,
    rule,
)

DEFINITION_NAME = rule(
    "role-definition-name",
    text="A role definition is named by a GUID.",
    code="InvalidRoleDefinitionId",
    message="The role definition ID '{name}' is not valid. The role definition ID must be a GUID.",
    source=DEFINITION_REST,
    wording="ours",
)
BUILT_IN_FIXED = rule(
    "role-definition-built-in",
    text="A built-in role cannot be changed.",
    code="BuiltInRoleDefinitionUpdateNotPermitted",
    message="The built-in role definition '{name}' cannot be updated.",
    source=CUSTOM_ROLES,
    wording="ours",
)
DEFINITION_NOT_FOUND = rule(
    "role-definition-exists",
    text="A role definition that is read must exist.",
    status=404,
    code="RoleDefinitionDoesNotExist",
    message="The specified role definition with ID '{name}' does not exist.",
    source=TROUBLESHOOTING,
)
DEFINITION_TAKEN = rule(
    "role-definition-id-unique",
    text="The GUID of a role definition is unique in the tenant.",
    status=409,
    code="RoleDefinitionWithSameIdExists",
    message="A role definition with the ID '{name}' already exists in this directory.",
    source=CUSTOM_ROLES,
    wording="ours",
)
SAME_NAME = rule(
    "role-definition-role-name",
    text="No two custom roles of a tenant have the same display name.",
    status=409,
    code="RoleDefinitionWithSameNameExists",
    message="A custom role with the same name '{role}' already exists in this directory. Use a different name.",
    source=CUSTOM_ROLES,
    wording="ours",
)
ROLE_NAME_LENGTH = rule(
    "role-definition-role-name-length",
    text="A role's display name has at most 512 characters.",
    code="InvalidRoleName",
    message="The role name exceeds the limit of 512 characters.",
    source=CUSTOM_ROLES,
    wording="ours",
)
ROLE_NAME_REQUIRED = rule(
    "role-definition-role-name-required",
    text="A custom role has a display name.",
    code="InvalidRoleName",
    message="The role name cannot be empty.",
    source=CUSTOM_ROLES,
    wording="ours",
)
SCOPES_REQUIRED = rule(
    "role-definition-assignable-scopes",
    text="A custom role says at which scopes it can be assigned.",
    code="InvalidAssignableScopes",
    message="The assignable scopes of the role definition cannot be empty.",
    source=CUSTOM_ROLES,
    wording="ours",
)
ROOT_SCOPE = rule(
    "role-definition-root-scope",
    text="The root is no assignable scope of a custom role.",
    code="InvalidAssignableScopes",
    message="The assignable scope '{value}' is not valid: a custom role cannot be assignable at the root scope.",
    source=CUSTOM_ROLE_LIMITS,
    wording="ours",
)
SCOPE_WILDCARD = rule(
    "role-definition-scope-wildcard",
    text="An assignable scope has no wildcards.",
    code="InvalidAssignableScopes",
    message="The assignable scope '{value}' is not valid: it contains a wildcard.",
    source=CUSTOM_ROLE_LIMITS,
    wording="ours",
)
SCOPE_COUNT = rule(
    "role-definition-scope-count",
    text="A custom role has at most 2,000 assignable scopes.",
    code="InvalidAssignableScopes",
    message="The number of assignable scopes exceeds the limit of 2000.",
    source=CUSTOM_ROLES,
    wording="ours",
)
ACTION_WILDCARDS = rule(
    "role-definition-action-wildcards",
    text="An action of a custom role has at most one wildcard.",
    code="InvalidActionOrNotAction",
    message="'{value}' does not match any of the actions supported by the providers.",
    source=CUSTOM_ROLE_LIMITS,
)
DEFINITION_COUNT = rule(
    "role-definition-count",
    text="A tenant has at most 5,000 custom roles.",
    code="RoleDefinitionLimitExceeded",
    message="Role definition limit exceeded. No more role definitions can be created",
    source=LIMITS,
)
INVALID_ACTION = rule(
    "role-definition-action",
    text="An action is a pattern of a provider's operations.",
    code="InvalidActionOrNotAction",
    message="'{value}' does not match any of the actions supported by the providers.",
    source=TROUBLESHOOTING,
)
HAS_ASSIGNMENTS = rule(
    "role-definition-in-use",
    text="A role definition cannot be deleted while it is assigned.",
    code="RoleDefinitionHasAssignments",
    message="There are existing role assignments referencing role (code: RoleDefinitionHasAssignments)",
    source=TROUBLESHOOTING,
)
SCOPE_IN_USE = rule(
    "role-definition-scope-in-use",
    text="A scope cannot be taken from a role definition while the role is assigned there.",
    code="RoleScopeBeingRemovedContainsAssignments",
    message="Role assignments found under scope '{scope}' which is being removed. Removing this scope from the role "
    "will orphan these assignments. Delete these assignments before removing the scope.",
    source=SCOPE_REMOVED,
)
