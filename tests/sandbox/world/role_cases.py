"""Cases of the rules about identities, role definitions, role assignments, and registered providers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import DEFAULT_TENANT
from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, STANDARD, SUBSCRIPTION, queue

if TYPE_CHECKING:
    from tests.sandbox.world.scenery import Scenery

SENDER = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
RECEIVER = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
SOMEBODY = "11111111-1111-1111-1111-111111111111"
SOMEBODY_ELSE = "22222222-2222-2222-2222-222222222222"
DEPLOYER_OBJECT = "00000000-0000-4000-8000-000000000003"
CUSTOM = "33333333-3333-3333-3333-333333333333"
FIRST = "aaaaaaaa-0000-0000-0000-000000000001"
SECOND = "aaaaaaaa-0000-0000-0000-000000000002"
IDENTITIES = f"{GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities"
INBOX = queue("inbox")
_LOCATED = {"location": "westeurope"}


def assignment(name: str, scope: str = INBOX) -> str:
    """The id of a role assignment."""
    return f"{scope}/providers/Microsoft.Authorization/roleAssignments/{name}"


def definition(name: str = CUSTOM, scope: str = SUBSCRIPTION) -> str:
    """The id of a role definition."""
    return f"{scope}/providers/Microsoft.Authorization/roleDefinitions/{name}"


def role_of(principal: str, role: str = SENDER, **more: object) -> dict[str, Any]:
    """The body of a role assignment."""
    given = {"principalId": principal, "roleDefinitionId": definition(role), "principalType": "ServicePrincipal"}
    return {"properties": {name: value for name, value in {**given, **more}.items() if value is not None}}


def custom(name: str = "Writer", **more: object) -> dict[str, Any]:
    """The body of a custom role's definition."""
    permission = {"actions": ["Microsoft.ServiceBus/namespaces/queues/write"]}
    return {"properties": {"roleName": name, "assignableScopes": [GROUP], "permissions": [permission], **more}}


def allowing(action: str) -> dict[str, Any]:
    """The body of a custom role with one action."""
    return custom(permissions=[{"actions": [action]}])


def _unregister(scenery: Scenery) -> None:
    scenery.world.unregister("Microsoft.ServiceBus")


IDENTITY_CASES = (
    Case(
        rule="managedidentity/identity-name",
        accepted=(put(f"{IDENTITIES}/abc", _LOCATED), put(f"{IDENTITIES}/{'a_-9' * 32}", _LOCATED)),
        refused=put(f"{IDENTITIES}/ab", _LOCATED),
        message="The resource name 'ab' is invalid: it must start with a letter or number, have 3 to 128 characters, "
        "and can only contain letters, numbers, '-' and '_'.",
    ),
    Case(
        rule="arm/provider-registered",
        accepted=(put(queue("q")),),
        prepare=_unregister,
        refused=put(queue("r")),
        message="The subscription is not registered to use namespace 'Microsoft.ServiceBus'. See "
        "https://aka.ms/rps-not-found for how to register subscriptions.",
    ),
)

DEFINITION_CASES = (
    Case(
        rule="authorization/role-definition-name",
        accepted=(put(definition(), custom()),),
        refused=put(definition("writer"), custom("Other")),
        message="The role definition ID 'writer' is not valid. The role definition ID must be a GUID.",
    ),
    Case(
        rule="authorization/role-definition-built-in",
        accepted=(Call(method="GET", id=definition(SENDER)),),
        refused=put(definition(SENDER), custom()),
        message=f"The built-in role definition '{SENDER}' cannot be updated.",
    ),
    Case(
        rule="authorization/role-definition-exists",
        accepted=(put(definition(), custom()), Call(method="GET", id=definition())),
        refused=Call(method="GET", id=definition(SOMEBODY)),
        message=f"The specified role definition with ID '{SOMEBODY}' does not exist.",
    ),
    Case(
        rule="authorization/role-definition-id-unique",
        accepted=(put(definition(), custom()), put(definition(), custom("Renamed"))),
        refused=put(definition(scope=GROUP), custom("Other")),
        message=f"A role definition with the ID '{CUSTOM}' already exists in this directory.",
    ),
    Case(
        rule="authorization/role-definition-role-name",
        accepted=(put(definition(), custom()), put(definition(FIRST), custom("Reader of queues"))),
        refused=put(definition(SECOND), custom("WRITER")),
        message="A custom role with the same name 'WRITER' already exists in this directory. Use a different name.",
    ),
    Case(
        rule="authorization/role-definition-role-name-length",
        accepted=(put(definition(), custom("n" * 512)),),
        refused=put(definition(FIRST), custom("n" * 513)),
        message="The role name exceeds the limit of 512 characters.",
    ),
    Case(
        rule="authorization/role-definition-role-name-required",
        accepted=(put(definition(), custom("n")),),
        refused=put(definition(FIRST), custom("")),
        message="The role name cannot be empty.",
    ),
    Case(
        rule="authorization/role-definition-assignable-scopes",
        accepted=(put(definition(), custom()),),
        refused=put(definition(FIRST), custom("Other", assignableScopes=[])),
        message="The assignable scopes of the role definition cannot be empty.",
    ),
    Case(
        rule="authorization/role-definition-action",
        accepted=(put(definition(), allowing("*")), put(definition(), allowing("*/read"))),
        refused=put(definition(), allowing("queues/write")),
        message="'queues/write' does not match any of the actions supported by the providers.",
    ),
    Case(
        rule="authorization/role-definition-in-use",
        accepted=(
            put(definition(), custom()),
            Call(method="DELETE", id=definition()),
            put(definition(), custom()),
            put(assignment(FIRST), role_of(SOMEBODY, CUSTOM)),
        ),
        refused=Call(method="DELETE", id=definition()),
        message="There are existing role assignments referencing role (code: RoleDefinitionHasAssignments)",
    ),
    Case(
        rule="authorization/role-definition-scope-in-use",
        accepted=(
            put(definition(), custom(assignableScopes=[GROUP, STANDARD])),
            put(assignment(FIRST), role_of(SOMEBODY, CUSTOM)),
            put(definition(), custom(assignableScopes=[SUBSCRIPTION])),
            put(definition(), custom(assignableScopes=[GROUP, STANDARD])),
            put(definition(), custom(assignableScopes=[GROUP])),
        ),
        refused=put(definition(), custom(assignableScopes=[f"{GROUP}-other"])),
        message=f"Role assignments found under scope '{GROUP}' which is being removed. Removing this scope from the "
        "role will orphan these assignments. Delete these assignments before removing the scope.",
    ),
)

ASSIGNMENT_CASES = (
    Case(
        rule="authorization/role-assignment-name",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY)),),
        refused=put(assignment("first"), role_of(SOMEBODY)),
        message="The role assignment ID 'first' is not valid. The role assignment ID must be a GUID.",
    ),
    Case(
        rule="authorization/role-assignment-present",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY)), Call(method="GET", id=assignment(FIRST))),
        refused=Call(method="GET", id=assignment(SECOND)),
        message=f"The role assignment '{SECOND}' is not found.",
    ),
    Case(
        rule="authorization/role-assignment-fixed",
        accepted=(
            put(assignment(FIRST), role_of(SOMEBODY)),
            put(assignment(FIRST), role_of(SOMEBODY, description="again")),
        ),
        refused=put(assignment(FIRST), role_of(SOMEBODY, RECEIVER)),
        message="Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    ),
    Case(
        rule="authorization/role-assignment-fixed",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY)),),
        refused=put(assignment(FIRST), role_of(SOMEBODY_ELSE)),
        message="Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    ),
    Case(
        rule="authorization/role-assignment-fixed",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY)),),
        refused=put(assignment(FIRST, STANDARD), role_of(SOMEBODY)),
        message="Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    ),
    Case(
        rule="authorization/role-assignment-exists",
        accepted=(
            put(assignment(FIRST), role_of(SOMEBODY)),
            put(assignment(SECOND, STANDARD), role_of(SOMEBODY)),
        ),
        refused=put(assignment(CUSTOM), role_of(SOMEBODY)),
        message="The role assignment already exists. The ID of the existing role assignment is "
        f"{FIRST.replace('-', '')}.",
    ),
    Case(
        rule="authorization/role-assignment-principal-id",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY)),),
        refused=put(assignment(SECOND), role_of("somebody")),
        message="A valid principal ID must be provided for role assignment.",
    ),
    Case(
        rule="authorization/role-assignment-role-id",
        accepted=(put(assignment(FIRST), role_of(SOMEBODY, roleDefinitionId=definition(SENDER, ""))),),
        refused=put(assignment(SECOND), role_of(SOMEBODY, roleDefinitionId=RECEIVER)),
        message="The request was incorrectly formatted.",
    ),
    Case(
        rule="authorization/role-assignment-principal",
        accepted=(
            put(assignment(FIRST), role_of(SOMEBODY)),
            put(assignment(SECOND), role_of(DEPLOYER_OBJECT, principalType=None)),
        ),
        refused=put(assignment(CUSTOM), role_of(SOMEBODY_ELSE, principalType=None)),
        message=f"Principal {SOMEBODY_ELSE.replace('-', '')} does not exist in the directory {DEFAULT_TENANT}. Check "
        "that you have the correct principal ID. If you are creating this principal and then immediately assigning a "
        "role, this error might be related to a replication delay. In this case, set the role assignment principalType "
        "property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype",
    ),
    Case(
        rule="authorization/role-assignment-principal-type",
        accepted=(put(assignment(FIRST), role_of(DEPLOYER_OBJECT)),),
        refused=put(assignment(SECOND), role_of(DEPLOYER_OBJECT, RECEIVER, principalType="User")),
        message=f"The PrincipalId '{DEPLOYER_OBJECT.replace('-', '')}' has type 'ServicePrincipal' , which is "
        "different from specified PrinciaplType 'User'.",
    ),
    Case(
        rule="authorization/role-assignment-role",
        accepted=(put(definition(), custom()), put(assignment(FIRST), role_of(SOMEBODY, CUSTOM))),
        refused=put(assignment(SECOND), role_of(SOMEBODY, SOMEBODY)),
        message=f"The specified role definition with ID '{SOMEBODY.replace('-', '')}' does not exist.",
    ),
    Case(
        rule="authorization/role-assignment-assignable-scope",
        accepted=(put(definition(), custom()), put(assignment(FIRST, GROUP), role_of(SOMEBODY, CUSTOM))),
        refused=put(assignment(SECOND, SUBSCRIPTION), role_of(SOMEBODY, CUSTOM)),
        message=f"The role assignment scope '{SUBSCRIPTION}' is not assignable to the specified role definition with "
        f"ID '{CUSTOM.replace('-', '')}'.",
    ),
)

CASES = (*IDENTITY_CASES, *DEFINITION_CASES, *ASSIGNMENT_CASES)
