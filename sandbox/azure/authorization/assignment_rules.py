"""The rules about role assignments, in Azure's words.

Sources: learn.microsoft.com/azure/role-based-access-control/role-assignments and …/troubleshooting.
"""

from __future__ import annotations

from sandbox.azure.authorization.documents import (
    ASSIGNMENT_REST,
    ASSIGNMENTS,
    CONDITIONS_FAQ,
    CONDITIONS_TROUBLESHOOTING,
    LIMITS,
    TROUBLESHOOTING,
    UNMATCHED_TYPE,
    rule,
)

ASSIGNMENT_NAME = rule(
    "role-assignment-name",
    text="A role assignment is named by a GUID.",
    code="InvalidRoleAssignmentId",
    message="The role assignment ID '{name}' is not valid. The role assignment ID must be a GUID.",
    source=ASSIGNMENT_REST,
)
ASSIGNMENT_NOT_FOUND = rule(
    "role-assignment-present",
    text="A role assignment that is read must exist.",
    status=404,
    code="RoleAssignmentNotFound",
    message="The role assignment '{name}' is not found.",
    source=TROUBLESHOOTING,
    wording="ours",
)
UPDATE_NOT_PERMITTED = rule(
    "role-assignment-fixed",
    text="What a role assignment says of scope, principal and role never changes; its GUID is unique in the tenant.",
    code="RoleAssignmentUpdateNotPermitted",
    message="Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    source=TROUBLESHOOTING,
)
ASSIGNMENT_EXISTS = rule(
    "role-assignment-exists",
    text="A principal holds a role at a scope only once.",
    status=409,
    code="RoleAssignmentExists",
    message="The role assignment already exists. The ID of the existing role assignment is {existing}.",
    source=ASSIGNMENTS,
)
PRINCIPAL_ID = rule(
    "role-assignment-principal-id",
    text="A principal is named by a GUID.",
    code="InvalidPrincipalId",
    message="A valid principal ID must be provided for role assignment.",
    source=ASSIGNMENT_REST,
    wording="ours",
)
PRINCIPAL_NOT_FOUND = rule(
    "role-assignment-principal",
    text="A principal that the directory does not know yet can only hold a role if its type is given.",
    code="PrincipalNotFound",
    message="Principal {principal} does not exist in the directory {tenant}. Check that you have the correct principal "
    "ID. If you are creating this principal and then immediately assigning a role, this error might be related to a "
    "replication delay. In this case, set the role assignment principalType property to a value, such as "
    "ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype",
    source=TROUBLESHOOTING,
)
UNMATCHED_PRINCIPAL = rule(
    "role-assignment-principal-type",
    text="The principal's type, if given, is the one that the directory knows.",
    code="UnmatchedPrincipalType",
    message="The PrincipalId '{principal}' has type '{actual}' , which is different from specified PrinciaplType "
    "'{given}'.",
    source=UNMATCHED_TYPE,
)
ROLE_ID = rule(
    "role-assignment-role-id",
    text="A role is named by the id of its definition, at whatever scope.",
    code="BadRequestFormat",
    message="The request was incorrectly formatted.",
    source=ASSIGNMENT_REST,
    wording="ours",
)
ROLE_NOT_FOUND = rule(
    "role-assignment-role",
    text="The role that is assigned must exist.",
    code="RoleDefinitionDoesNotExist",
    message="The specified role definition with ID '{role}' does not exist.",
    source=TROUBLESHOOTING,
)
NOT_ASSIGNABLE = rule(
    "role-assignment-assignable-scope",
    text="A custom role can be assigned at its assignable scopes and below.",
    code="RoleAssignmentScopeNotAssignableToRoleDefinition",
    message="The role assignment scope '{scope}' is not assignable to the specified role definition with ID '{role}'.",
    source=ASSIGNMENTS,
    wording="ours",
)
_INVALID = "The given role assignment condition is invalid."
CONDITION_VERSION = rule(
    "role-assignment-condition-version",
    text="A condition has the version 2.0, which is the default.",
    code="InvalidRoleAssignmentCondition",
    message=_INVALID,
    source=CONDITIONS_TROUBLESHOOTING,
)
CONDITION_FORM = rule(
    "role-assignment-condition",
    text="A condition keeps to the documented format, and names attributes of role assignments, secrets or storage.",
    code="InvalidRoleAssignmentCondition",
    message=_INVALID,
    source=CONDITIONS_TROUBLESHOOTING,
)
CONDITION_LENGTH = rule(
    "role-assignment-condition-length",
    text="A condition is at most 8 KB long.",
    code="InvalidRoleAssignmentCondition",
    message=_INVALID,
    source=CONDITIONS_FAQ,
)
CONDITION_ROLE = rule(
    "role-assignment-condition-role",
    text="A role can be given on a condition if it allows an action that supports conditions: giving and taking roles, "
    "and what is done with the data of secrets, blobs and storage queues.",
    code="InvalidRoleAssignmentCondition",
    message=_INVALID,
    source=CONDITIONS_FAQ,
)
ASSIGNMENT_COUNT = rule(
    "role-assignment-count",
    text="A subscription has at most 4,000 role assignments, those of its groups and resources included.",
    code="RoleAssignmentLimitExceeded",
    message="No more role assignments can be created",
    source=LIMITS,
)
LAST_OWNER = rule(
    "role-assignment-last-owner",
    text="A subscription keeps at least one Owner.",
    code="CannotDeleteLastRbacAdminAssignment",
    message="Cannot delete the last RBAC admin assignment",
    source=TROUBLESHOOTING,
)
