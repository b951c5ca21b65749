"""What the portal may do and what it may not, one by one, and that deployments leave alone what it made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from backbone import mappings, portal
from backbone.roles import Role
from sandbox.azure.authorization.condition import parse
from sandbox.world import OWNER, AzureError, PrincipalType
from tests.components.platform import make_platform
from tests.components.stacks import CALLER, DEV, PORTAL, PORTAL_PRINCIPAL
from tests.sandbox.world.condition_cases import only

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

VERSIONS = {
    "KeyVault": "2024-11-01",
    "ServiceBus": "2024-01-01",
    "Authorization": "2022-04-01",
    "Storage": "2024-01-01",
    "Web": "2025-05-01",
}
OWNER_ROLE = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
SECRET = mappings.secret_name("orders")
ASSIGNMENT = "providers/Microsoft.Authorization/roleAssignments/00000000-0000-4000-8000-00000000000"


@dataclass(frozen=True, kw_only=True)
class _Portal:
    """The portal at work on a deployed stack."""

    stack: Deployment

    def find(self, type: str, ending: str = "") -> str:
        """The id of the one resource of a type whose id has this in it."""
        held = self.stack.world.resources()
        (found,) = (str(each["id"]) for each in held if each["type"] == type and ending in each["id"])
        return found

    def call(self, method: str, id: str, body: Mapping[str, Any] | None = None) -> int:
        """The status of the answer that the portal gets."""
        version = VERSIONS[id.rpartition("/providers/Microsoft.")[2].partition("/")[0]]
        return self.stack.world.call(method, id, version, body, principal="portal").status

    def denied(self, method: str, id: str, body: Mapping[str, Any] | None = None) -> None:
        """Check that Azure refuses for want of a right."""
        with pytest.raises(AzureError) as refused:
            self.call(method, id, body)
        assert (refused.value.status, refused.value.code) == (403, "AuthorizationFailed"), id

    def assignment(self, scope: str, number: int, role: str, principal: str) -> tuple[str, Mapping[str, Any]]:
        """A role assignment's id and body."""
        definition = f"/subscriptions/{self.stack.world.subscription}/providers/Microsoft.Authorization/roleDefinitions"
        return f"{scope}/{ASSIGNMENT}{number}", {
            "properties": {
                "roleDefinitionId": f"{definition}/{role}",
                "principalId": principal,
                "principalType": "ServicePrincipal",
            }
        }


def _deployed(deploy: Deploy) -> _Portal:
    stack = deploy(PORTAL)
    make_platform(stack.world)
    stack.world.add_principal("portal", PORTAL_PRINCIPAL, PrincipalType.SERVICE_PRINCIPAL)
    stack.up()
    return _Portal(stack=stack)


def _check_the_vault(it: _Portal, vault: str, target: str) -> None:
    written = {"tags": mappings.tags(target), "properties": {"value": mappings.value("host", "orders")}}
    assert it.call("PUT", f"{vault}/secrets/{SECRET}", written) == 200
    listed = it.stack.world.call("GET", f"{vault}/secrets", VERSIONS["KeyVault"], None, principal="portal").body
    assert SECRET in str(listed)
    assert "identity" not in str(listed), "what is listed has no values"
    with pytest.raises(AzureError, match="Caller is not authorized to perform action") as refused:
        it.stack.world.vault(vault.rpartition("/")[2], principal="portal", is_private=True).get_secret(SECRET)
    assert refused.value.status == 403
    it.denied("PUT", vault, {"location": "westeurope"})
    it.denied("DELETE", vault)


def _check_a_namespace(it: _Portal, namespace: str, function: str, number: int) -> None:
    queue, group = f"{namespace}/queues/orders", namespace.partition("/providers/")[0]
    sender = Role.SERVICE_BUS_DATA_SENDER
    assert it.call("PUT", queue, {"properties": {"requiresSession": True}}) == 200
    it.denied("DELETE", queue)
    it.denied("DELETE", namespace)
    it.denied("PUT", namespace, {"location": "westeurope"})
    it.denied("PUT", f"{namespace}/topics/orders", {"properties": {}})
    it.denied("POST", f"{namespace}/AuthorizationRules/RootManageSharedAccessKey/listKeys")
    for action in ("send", "receive"):
        assert not it.stack.world.may(
            "portal", f"Microsoft.ServiceBus/namespaces/messages/{action}/action", queue
        ).allowed

    given = it.assignment(queue, number, sender, function)
    assert it.call("PUT", *given) == 201
    assert it.call("DELETE", given[0]) == 200
    assert it.call("PUT", *given) == 201
    for scope, role, principal in (
        (queue, Role.SERVICE_BUS_DATA_RECEIVER, function),
        (queue, OWNER_ROLE, function),
        (queue, sender, PORTAL_PRINCIPAL),
        (queue, sender, CALLER),
        (group, sender, function),
    ):
        it.denied("PUT", *it.assignment(scope, number + 2, role, principal))
    for role, principal in ((Role.SERVICE_BUS_DATA_RECEIVER, function), (sender, CALLER)):
        others, body = it.assignment(queue, number + 4, role, principal)
        it.stack.world.call("PUT", others, VERSIONS["Authorization"], body, principal=OWNER)
        it.denied("DELETE", others)
        it.stack.world.call("DELETE", others, VERSIONS["Authorization"], principal=OWNER)


def _check_all_else(it: _Portal, vault: str, function: str) -> None:
    """No right on what is neither a secret nor a queue."""
    for number, role in enumerate((Role.SERVICE_BUS_DATA_SENDER, Role.KEY_VAULT_SECRETS_USER), start=7):
        for principal in (function, PORTAL_PRINCIPAL):
            it.denied("PUT", *it.assignment(vault, number, role, principal))
    site, account = it.find("Microsoft.Web/sites"), it.find("Microsoft.Storage/storageAccounts")
    it.denied("POST", f"{site}/config/appsettings/list")
    assert not it.stack.world.may("portal", "Microsoft.Web/sites/host/listkeys/action", site).allowed
    it.denied("POST", f"{account}/listKeys")
    held = it.stack.world.resources()
    reader = next(each["id"] for each in held if each["id"].startswith(f"{vault}/providers/Microsoft.Authorization/"))
    it.denied("DELETE", reader)


def test_the_portal_adds_and_maps_queues_and_does_nothing_else_and_what_it_made_stays(deploy: Deploy) -> None:
    it = _deployed(deploy)
    vault = it.find("Microsoft.KeyVault/vaults")
    identity = it.find("Microsoft.ManagedIdentity/userAssignedIdentities")
    held = {each["id"]: each["body"] for each in it.stack.world.resources()}
    function = held[identity]["properties"]["principalId"]
    spaces = [it.find("Microsoft.ServiceBus/namespaces", f"/backbone-{alias}-") for alias in ("main", "shipments")]

    _check_the_vault(it, vault, f"{spaces[0]}/queues/orders")
    for number, namespace in enumerate(spaces, start=1):
        _check_a_namespace(it, namespace, function, number)
    _check_all_else(it, vault, function)
    own = next(key for key, body in held.items() if body.get("properties", {}).get("condition"))
    it.denied("DELETE", own)

    made = (f"{vault}/secrets/{SECRET}", *(f"{each}/queues/orders" for each in spaces))
    before = [each for each in it.stack.world.resources() if each["id"].startswith(made)]
    assert len(before) == len(made) + len(spaces)
    it.stack.up({**PORTAL, "backbone:tags": {"owner": "somebody else"}})
    assert [each for each in it.stack.world.resources() if each["id"].startswith(made)] == before
    assert it.stack.steps() == []
    it.stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")

    it.stack.configure({**PORTAL, "backbone:namespace": {"queues": {"orders": {"requiresSession": True}}}})
    assert "cannot create already existing resource" in it.stack.fail("up", "--yes", "--skip-preview")
    assert [each for each in it.stack.world.resources() if each["id"].startswith(made)] == before

    it.stack.up({key: value for key, value in PORTAL.items() if key != "backbone:access"})
    it.denied("PUT", f"{vault}/secrets/{SECRET}", {"properties": {"value": "another"}})


def test_a_unit_in_a_group_of_its_own_comes_and_goes_with_the_portal_s_role_there(deploy: Deploy) -> None:
    it = _deployed(deploy)
    units = {**PORTAL["backbone:scaleUnits"], "billing": {"resourceGroup": "rg-billing"}}

    it.stack.configure({**PORTAL, "backbone:scaleUnits": units})
    assert {step["op"] for step in it.stack.steps()} == {"create"}, "nothing else is touched"
    it.stack.up()
    billing = it.find("Microsoft.ServiceBus/namespaces", "/backbone-billing-")
    assert it.call("PUT", f"{billing}/queues/orders", {"properties": {"requiresSession": True}}) == 200

    it.stack.up(PORTAL)
    roles = [
        each["id"] for each in it.stack.world.resources() if each["type"] == "Microsoft.Authorization/roleDefinitions"
    ]
    assert len(roles) == 2, "that of the stack's own group and that of the unit which is left"


def test_a_role_that_exists_is_given_in_place_of_one_that_the_stack_makes(deploy: Deploy) -> None:
    stack = deploy(DEV)
    role = "99999999-0000-4000-8000-000000000001"
    definition = f"/subscriptions/{stack.world.subscription}/providers/Microsoft.Authorization/roleDefinitions/{role}"
    permissions = [{"actions": list(portal.ACTIONS), "notActions": [], "dataActions": [], "notDataActions": []}]
    scopes = [f"/subscriptions/{stack.world.subscription}"]
    body = {"roleName": "Theirs", "assignableScopes": scopes, "permissions": permissions}
    stack.world.call("PUT", definition, VERSIONS["Authorization"], {"properties": body})

    stack.up({**DEV, "backbone:access": {"portal": PORTAL_PRINCIPAL, "portalRoleDefinitionId": definition}})

    held = stack.world.resources()
    assert [each["id"] for each in held if each["type"] == "Microsoft.Authorization/roleDefinitions"] == [definition]
    given = [each["body"]["properties"] for each in held if each["type"] == "Microsoft.Authorization/roleAssignments"]
    assert [each["principalId"] for each in given if each["roleDefinitionId"].endswith(role)] == [PORTAL_PRINCIPAL] * 2


def test_the_portal_s_role_has_no_wildcard_and_lists_no_keys() -> None:
    assert [action for action in portal.ACTIONS if "*" in action or "key" in action.lower().rpartition("/")[2]] == []


def test_the_portal_s_condition_is_the_one_that_is_tried_on_the_simulated_azure() -> None:
    assert parse(portal.condition(CALLER)) == parse(only(Role.SERVICE_BUS_DATA_SENDER, CALLER))
