"""The rules about role definitions, in Azure's words.

Sources: learn.microsoft.com/azure/role-based-access-control/custom-roles and …/troubleshooting.
"""

from __future__ import annotations

from sandbox.azure.authorization.documents import CUSTOM_ROLES, DEFINITION_REST, TROUBLESHOOTING, rule

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
