from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import grpc
import pytest
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider import sdk
from sandbox.world import DEPLOYER
from tests.sandbox.provider.door import error_of

if TYPE_CHECKING:
    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource

SENDER = "/providers/Microsoft.Authorization/roleDefinitions/69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
RECEIVER = "/providers/Microsoft.Authorization/roleDefinitions/4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
CONTRIBUTOR = "Contributor"
VALUE = '{"version": 1, "queue": "orders"}'


def vault_properties(world: World, **given: object) -> dict[str, Any]:
    """The properties of a vault."""
    return {
        "sku": {"family": "A", "name": "standard"},
        "tenantId": world.deployer.tenant_id,
        "enableRbacAuthorization": True,
        "enablePurgeProtection": True,
        "softDeleteRetentionInDays": 7,
        **given,
    }


@pytest.fixture
def group_name(group: Resource) -> str:
    return str(group.outputs["name"])


@pytest.fixture
def identity(door: Door, group_name: str) -> Resource:
    return door.create("managedidentity:UserAssignedIdentity", "function", resourceGroupName=group_name)


@pytest.fixture
def vault(door: Door, world: World, group_name: str) -> Resource:
    return door.create(
        "keyvault:Vault",
        "vault",
        resourceGroupName=group_name,
        vaultName="backbone-vault",
        properties=vault_properties(world),
    )


@pytest.fixture
def secret(door: Door, vault: Resource) -> Resource:
    return door.create("keyvault:Secret", "first", properties={"value": VALUE}, tags={"kind": "test"}, **_in(vault))


@pytest.fixture
def assignment(door: Door, identity: Resource, queue: Resource) -> Resource:
    return door.create(
        "authorization:RoleAssignment",
        "sender",
        scope=queue.id,
        principalId=identity.outputs["principalId"],
        principalType="ServicePrincipal",
        roleDefinitionId=SENDER,
    )


@pytest.fixture
def definition(door: Door, world: World) -> Resource:
    scope = f"/subscriptions/{world.subscription}"
    return door.create(
        "authorization:RoleDefinition",
        "writer",
        scope=scope,
        roleName="Writer",
        roleType="CustomRole",
        assignableScopes=[scope],
        permissions=[{"actions": ["Microsoft.KeyVault/vaults/secrets/write"]}],
    )


def _in(vault: Resource) -> dict[str, str]:
    return {name: vault.inputs[name] for name in ("resourceGroupName", "vaultName")}


OPTIONAL = {
    "identity": set(),
    "vault": set(),
    "secret": set(),
    "assignment": {
        "condition",
        "conditionVersion",
        "delegatedManagedIdentityResourceId",
        "description",
        "systemData",
    },
    "definition": {"systemData"},
}
"""Outputs that a resource has only if it is given them, or that Azure does not answer."""
ALL = ("identity", "vault", "secret", "assignment", "definition")


@pytest.mark.parametrize("name", ALL)
def test_a_second_run_changes_nothing_and_a_refresh_finds_no_drift(
    door: Door, request: pytest.FixtureRequest, name: str
) -> None:
    made: Resource = request.getfixturevalue(name)

    checked = door.check(made.type, made.name, made.inputs, old=made.inputs)
    refreshed = door.refresh(made)

    assert checked.failures == []
    assert door.diff(made, checked.inputs).changes == messages.DiffResponse.DIFF_NONE
    assert (refreshed.id, refreshed.inputs, refreshed.outputs) == (made.id, made.inputs, made.outputs)
    assert door.update(made, made.inputs).keys() == made.outputs.keys()


@pytest.mark.parametrize("name", ALL)
def test_outputs_are_properties_that_the_sdk_s_resource_class_has(request: pytest.FixtureRequest, name: str) -> None:
    made: Resource = request.getfixturevalue(name)
    known = sdk.properties(sdk.resource(f"azure-native:{made.type}").outputs)

    assert made.outputs.keys() - known.keys() == {"id"} & made.outputs.keys()
    missing = {name for name, each in known.items() if name not in made.outputs and name != "urn"}
    assert missing <= OPTIONAL[name]


@pytest.mark.parametrize("name", ALL)
def test_an_import_finds_inputs_that_describe_the_resource(
    door: Door, request: pytest.FixtureRequest, name: str
) -> None:
    made: Resource = request.getfixturevalue(name)

    found = door.read(made.type, made.id)

    parameters = {each for each in made.inputs if each.endswith("Name") or each in {"scope", "roleDefinitionId"}}
    same = parameters - {"roleDefinitionId"} if made.type.endswith("RoleAssignment") else parameters
    assert {each: found.inputs[each] for each in same} == {each: made.inputs[each] for each in same}
    assert found.outputs == made.outputs


def test_names_that_are_left_out_are_made_as_the_real_provider_makes_them(
    identity: Resource, assignment: Resource, definition: Resource, secret: Resource
) -> None:
    assert identity.inputs["resourceName"].startswith("function")
    assert len(identity.inputs["resourceName"]) == len("function") + 8
    assert UUID(assignment.inputs["roleAssignmentName"]).version == 4
    assert UUID(definition.inputs["roleDefinitionId"]).version == 4
    assert secret.inputs["secretName"] == "first"


@pytest.mark.parametrize(
    ("name", "change", "replaces"),
    [
        ("identity", {"location": "northeurope"}, ["location"]),
        ("assignment", {"principalId": "11111111-1111-1111-1111-111111111111"}, ["principalId"]),
        ("assignment", {"scope": "/subscriptions/11111111-1111-1111-1111-111111111111"}, ["scope"]),
        ("assignment", {"roleDefinitionId": RECEIVER}, []),
        ("vault", {"location": "northeurope"}, []),
        ("vault", {"vaultName": "other-vault"}, ["vaultName"]),
        ("secret", {"properties": {"value": "new"}}, []),
    ],
)
def test_what_replaces_a_resource_is_the_real_provider_s_list_gaps_included(
    door: Door, request: pytest.FixtureRequest, name: str, change: dict[str, Any], replaces: list[str]
) -> None:
    made: Resource = request.getfixturevalue(name)

    answer = door.diff(made, {**made.inputs, **change})

    assert answer.changes == messages.DiffResponse.DIFF_SOME
    assert list(answer.replaces) == replaces


def test_a_role_assignment_has_the_path_of_its_scope(assignment: Resource, queue: Resource) -> None:
    name = assignment.inputs["roleAssignmentName"]

    assert assignment.id == f"{queue.id}/providers/Microsoft.Authorization/roleAssignments/{name}"
    assert assignment.outputs["scope"] == queue.id


def test_the_role_of_an_assignment_cannot_be_changed_in_place_which_is_the_provider_s_gap(
    door: Door, assignment: Resource
) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        door.update(assignment, {**assignment.inputs, "roleDefinitionId": RECEIVER})

    assert error_of(refused.value) == (
        'Status=400 Code="RoleAssignmentUpdateNotPermitted" '
        'Message="Tenant ID, application ID, principal ID, and scope are not allowed to be updated."'
    )


def test_the_vault_s_location_cannot_be_changed_in_place_which_is_the_provider_s_gap(
    door: Door, vault: Resource
) -> None:
    with pytest.raises(grpc.RpcError) as refused:
        door.update(vault, {**vault.inputs, "location": "northeurope"})

    assert error_of(refused.value).startswith('Status=409 Code="InvalidResourceLocation"')


def test_a_secret_s_value_is_in_no_output(door: Door, secret: Resource) -> None:
    assert VALUE not in str(secret.outputs)
    assert VALUE not in str(door.invoke("keyvault:getSecret", secretName="first", **_in(secret)))
    assert VALUE not in str(door.read("keyvault:Secret", secret.id))


def test_look_ups_answer_what_the_resources_answered(
    door: Door, identity: Resource, vault: Resource, assignment: Resource, definition: Resource
) -> None:
    where = {name: identity.inputs[name] for name in ("resourceGroupName", "resourceName")}
    role = {name: definition.inputs[name] for name in ("roleDefinitionId", "scope")}
    held = {name: assignment.inputs[name] for name in ("roleAssignmentName", "scope")}

    assert door.invoke("managedidentity:getUserAssignedIdentity", **where) == identity.outputs | {"id": identity.id}
    assert door.invoke("keyvault:getVault", **_in(vault)) == vault.outputs | {"id": vault.id}
    assert door.invoke("authorization:getRoleDefinition", **role) == definition.outputs | {"id": definition.id}
    assert door.invoke("authorization:getRoleAssignment", **held) == assignment.outputs | {"id": assignment.id}


def test_a_built_in_role_is_looked_up(door: Door, world: World) -> None:
    found = door.invoke(
        "authorization:getRoleDefinition",
        roleDefinitionId="4633458b-17de-408a-b874-0445c86b69e6",
        scope=f"/subscriptions/{world.subscription}",
    )

    assert (found["roleName"], found["roleType"]) == ("Key Vault Secrets User", "BuiltInRole")


@pytest.mark.parametrize(
    ("make", "failure"),
    [
        ({"vaultName": "no"}, "'vaultName' does not match expression '^[a-zA-Z0-9-]{3,24}$'"),
        ({"vaultName": 7}, "'vaultName' should be of type 'string' but got a number"),
    ],
)
def test_a_vault_s_name_is_checked_before_anything_is_done(
    door: Door, world: World, make: dict[str, Any], failure: str
) -> None:
    inputs = {"resourceGroupName": "rg", "location": "westeurope", "properties": vault_properties(world), **make}

    assert door.check("keyvault:Vault", "vault", inputs).failures == [failure]


def _delete(door: Door, secret: Resource) -> str:
    with pytest.raises(grpc.RpcError) as refused:
        door.delete(secret)
    return error_of(refused.value)


def test_deleting_a_secret_goes_through_the_data_plane_and_takes_a_data_right(
    door: Door, secret: Resource, world: World
) -> None:
    text = _delete(door, secret)

    line = "-" * 80
    head = f"DELETE https://backbone-vault.vault.azure.net/secrets/first\n{line}\nRESPONSE 403: 403 Forbidden\n"
    assert text.startswith(f"{head}ERROR CODE: Forbidden\n{line}\n")
    assert '"code": "ForbiddenByRbac"' in text
    assert "Action: 'Microsoft.KeyVault/vaults/secrets/delete'" in text
    assert secret.id in [each["id"] for each in world.resources()]


def test_a_locked_vault_does_not_let_its_deployer_delete_a_secret(
    door: Door, secret: Resource, vault: Resource, world: World
) -> None:
    door.update(vault, {**vault.inputs, "properties": vault_properties(world, publicNetworkAccess="disabled")})

    assert '"code": "ForbiddenByConnection"' in _delete(door, secret)


def test_a_secret_is_deleted_twice_without_harm_by_who_has_the_right(
    door: Door, secret: Resource, vault: Resource, world: World
) -> None:
    world.grant(DEPLOYER, "Key Vault Secrets Officer", vault.id)

    door.delete(secret)
    door.delete(secret)

    assert door.refresh(secret).id == ""


def test_a_secret_of_a_deleted_vault_has_no_host_to_ask(door: Door, secret: Resource, vault: Resource) -> None:
    door.delete(vault)

    url = "https://backbone-vault.vault.azure.net/secrets/first"
    assert _delete(door, secret) == f'Delete "{url}": dial tcp: lookup backbone-vault.vault.azure.net: no such host'


def _recreate(door: Door, secret: Resource) -> Resource:
    return door.create("keyvault:Secret", "first", properties={"value": "new"}, **_in(secret))


def test_a_soft_deleted_secret_is_recovered_and_overwritten_by_who_may_recover_it(
    door: Door, secret: Resource, vault: Resource, world: World
) -> None:
    world.grant(DEPLOYER, "Key Vault Secrets Officer", vault.id)
    door.delete(secret)

    assert _recreate(door, secret).id == secret.id
    assert world.vault("backbone-vault").get_secret("first") == "new"


def test_a_soft_deleted_secret_stands_in_the_way_of_who_may_not_even_look(
    door: Door, secret: Resource, vault: Resource, world: World
) -> None:
    world.grant(DEPLOYER, "Key Vault Secrets Officer", vault.id)
    door.delete(secret)
    world.revoke(DEPLOYER, "Key Vault Secrets Officer", vault.id)

    with pytest.raises(grpc.RpcError) as refused:
        _recreate(door, secret)

    assert error_of(refused.value).startswith('Status=409 Code="Conflict" Message="Secret first is currently in a')


def test_a_secret_that_may_be_seen_but_not_recovered_is_said_to_be_so(
    door: Door, secret: Resource, vault: Resource, world: World
) -> None:
    world.grant(DEPLOYER, "Key Vault Secrets Officer", vault.id)
    door.delete(secret)
    world.revoke(DEPLOYER, "Key Vault Secrets Officer", vault.id)
    world.grant(DEPLOYER, "Key Vault Reader", vault.id)

    with pytest.raises(grpc.RpcError) as refused:
        _recreate(door, secret)

    assert error_of(refused.value).startswith(
        "failed to recover soft-deleted secret first: POST "
        "https://backbone-vault.vault.azure.net/deletedsecrets/first/recover\n"
    )


def test_a_secret_is_created_in_a_locked_vault_without_any_data_right(
    door: Door, vault: Resource, world: World
) -> None:
    door.update(vault, {**vault.inputs, "properties": vault_properties(world, publicNetworkAccess="disabled")})

    made = door.create("keyvault:Secret", "second", properties={"value": VALUE}, **_in(vault))

    assert made.outputs["properties"]["secretUri"] == "https://backbone-vault.vault.azure.net/secrets/second"


def test_a_vault_of_a_taken_name_is_refused_until_it_is_recovered(door: Door, vault: Resource, world: World) -> None:
    door.delete(vault)
    again = {**vault.inputs, "properties": vault_properties(world)}
    with pytest.raises(grpc.RpcError) as refused:
        door.create("keyvault:Vault", "vault", **again)
    assert error_of(refused.value).startswith('Status=409 Code="VaultAlreadyExists"')

    recovered = door.create(
        "keyvault:Vault", "vault", **{**again, "properties": vault_properties(world, createMode="recover")}
    )

    assert recovered.id == vault.id
    assert door.refresh(recovered).inputs == recovered.inputs


def test_a_call_that_the_deployer_may_not_make_names_the_missing_right(
    door: Door, world: World, group: Resource
) -> None:
    world.revoke(DEPLOYER, CONTRIBUTOR, f"/subscriptions/{world.subscription}")

    with pytest.raises(grpc.RpcError) as refused:
        door.create("managedidentity:UserAssignedIdentity", "late", resourceGroupName=group.outputs["name"])

    text = error_of(refused.value)
    assert text.startswith('Status=403 Code="AuthorizationFailed" Message="The client ')
    assert "perform action 'Microsoft.ManagedIdentity/userAssignedIdentities/write' over scope" in text
