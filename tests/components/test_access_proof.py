"""The proof that only the function's identity reads secrets: not even the person who deployed can."""

from __future__ import annotations

import json
import shutil
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import DEPLOYER, Answer, AzureError, World
from sandbox.world.access import resolve
from tests.components import access_table
from tests.components.access_table import (
    ADMINISTRATOR,
    CONTRIBUTOR,
    DEEDS,
    FUNCTION,
    OWNER,
    PRINCIPALS,
    READ,
    RECEIVE,
    SEND,
    STRANGER,
    Judge,
)
from tests.components.stacks import LOCATION, PORTAL_PRINCIPAL
from tests.deployment import ROOT, deployment
from tools import docs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECURITY = ROOT / "docs" / "security.md"
SECRET = "queue-mapping-default"  # noqa: S105 - a secret's name
STACK = {**LOCATION, "backbone:access": {"portal": PORTAL_PRINCIPAL}}
ROLE_DEFINITIONS = "/providers/Microsoft.Authorization/roleDefinitions"
SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6"
API_VERSIONS = {
    "Authorization": "2022-04-01",
    "KeyVault": "2024-11-01",
    "ServiceBus": "2026-01-01",
    "Web": "2025-05-01",
}


@pytest.fixture(scope="module")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a protected stack with a portal, deployed once and never touched again."""
    with deployment(tmp_path_factory.mktemp("deployed"), STACK) as stack:
        stack.up()
        return stack.engine.workspace.home


@pytest.fixture
def world(deployed: Path, tmp_path: Path) -> Iterator[World]:
    """The deployed stack in a world of the test's own, with people who hold roles on its resource group."""
    shutil.copytree(deployed, tmp_path / "home")
    with closing(World(tmp_path / "home")) as opened:
        access_table.make_known(opened, access_table.places(opened)["group"])
        yield opened


def _vault(world: World) -> str:
    return access_table.places(world)["vault"].rpartition("/")[2]


def _call(world: World, principal: str, method: str, id: str, body: dict[str, Any] | None = None) -> Answer:
    provider = id.rpartition("/providers/Microsoft.")[2].partition("/")[0]
    return world.call(method, id, API_VERSIONS[provider], body, principal=principal)


def _read(world: World, principal: str, *, is_private: bool) -> str:
    return world.vault(_vault(world), principal=principal, is_private=is_private).get_secret(SECRET)


def test_the_table_of_the_documentation_is_what_the_simulated_azure_decides(
    world: World, request: pytest.FixtureRequest
) -> None:
    text = SECURITY.read_text(encoding="utf-8")
    wanted = docs.filled(text, {"access": access_table.markdown(world)})
    if request.config.getoption("--update-golden"):
        SECURITY.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "read the difference; if it is wanted, run with --update-golden"


def test_only_the_function_reads_secrets_directly(world: World) -> None:
    judge = Judge(world=world, where=access_table.places(world))
    assert [name for name in PRINCIPALS if judge.directly(name, READ)] == [FUNCTION]


def test_the_deployer_does_not_read_secrets_directly(world: World) -> None:
    judge = Judge(world=world, where=access_table.places(world))
    assert not judge.directly(DEPLOYER, READ)


def test_the_function_sends_and_nobody_receives_directly(world: World) -> None:
    judge = Judge(world=world, where=access_table.places(world))
    assert [name for name in PRINCIPALS if judge.directly(name, SEND)] == [FUNCTION]
    assert [name for name in PRINCIPALS if judge.directly(name, RECEIVE)] == []


def test_the_vault_hands_the_secret_to_the_function_from_inside_the_network(world: World) -> None:
    namespace = access_table.places(world)["namespace"].rpartition("/")[2]

    value = json.loads(_read(world, FUNCTION, is_private=True))

    assert value == {
        "version": 1,
        "namespace": f"{namespace}.servicebus.windows.net",
        "queue": "tracking",
        "auth": "identity",
    }


def test_the_vault_refuses_even_the_function_from_the_public_internet(world: World) -> None:
    with pytest.raises(AzureError, match="Public network access is disabled") as refused:
        _read(world, FUNCTION, is_private=False)

    assert refused.value.status == 403


@pytest.mark.parametrize("principal", sorted(set(PRINCIPALS) - {FUNCTION}))
@pytest.mark.parametrize(
    ("is_private", "reason"),
    [(True, "Caller is not authorized to perform action"), (False, "Public network access is disabled")],
    ids=["inside", "internet"],
)
def test_the_vault_refuses_everybody_else_wherever_they_are(
    world: World, principal: str, *, is_private: bool, reason: str
) -> None:
    with pytest.raises(AzureError, match=reason) as refused:
        _read(world, principal, is_private=is_private)

    assert refused.value.status == 403


def test_resource_manager_shows_nobody_a_secret_s_value(world: World) -> None:
    secret = access_table.places(world)["secret"]
    value = _read(world, FUNCTION, is_private=True)

    for principal in (DEPLOYER, OWNER, CONTRIBUTOR):
        assert value not in json.dumps(_call(world, principal, "GET", secret).body, ensure_ascii=False)
        assert "value" not in (_call(world, principal, "GET", secret).body or {})["properties"]


@pytest.mark.parametrize("principal", [OWNER, ADMINISTRATOR, DEPLOYER])
def test_whoever_may_assign_roles_can_let_itself_in(world: World, principal: str) -> None:
    vault = access_table.places(world)["vault"]
    with world.reading() as view:
        object_id = resolve(principal, view).object_id
    body = {"principalId": object_id, "roleDefinitionId": f"{ROLE_DEFINITIONS}/{SECRETS_USER}"}
    assignment = f"{vault}/providers/Microsoft.Authorization/roleAssignments/{uuid.uuid4()}"

    _call(world, principal, "PUT", assignment, {"properties": body})

    assert _read(world, principal, is_private=True) == _read(world, FUNCTION, is_private=True)


def test_whoever_may_change_the_vault_can_let_itself_in(world: World) -> None:
    vault = access_table.places(world)["vault"]
    with world.reading() as view:
        policy = {
            "tenantId": view.tenant,
            "objectId": resolve(CONTRIBUTOR, view).object_id,
            "permissions": {"secrets": ["get"]},
        }
    opened = {
        "enableRbacAuthorization": False,
        "accessPolicies": [policy],
        "publicNetworkAccess": "Enabled",
        "networkAcls": {"bypass": "None", "defaultAction": "Allow"},
    }

    _call(world, CONTRIBUTOR, "PATCH", vault, {"properties": opened})

    assert json.loads(_read(world, CONTRIBUTOR, is_private=False))["auth"] == "identity"


def test_keys_that_are_listed_open_nothing_until_somebody_switches_local_authentication_on(world: World) -> None:
    where = access_table.places(world)
    assert _call(world, CONTRIBUTOR, "POST", f"{where['rule']}/listKeys").body
    assert access_table.keys_are_useless(world)
    namespace = _call(world, CONTRIBUTOR, "GET", where["namespace"]).body or {}

    wanted = {"location": namespace["location"], "sku": namespace["sku"], "properties": {"disableLocalAuth": False}}
    _call(world, CONTRIBUTOR, "PUT", where["namespace"], wanted)

    assert not access_table.keys_are_useless(world)


def test_whoever_may_change_the_function_may_not_read_but_may_change_what_reads(world: World) -> None:
    site = access_table.places(world)["site"]

    assert _call(world, CONTRIBUTOR, "PATCH", site, {"properties": {"httpsOnly": True}}).status == 200
    with pytest.raises(AzureError, match=r"perform action 'Microsoft.Web/sites/write'"):
        _call(world, STRANGER, "PATCH", site, {"properties": {"httpsOnly": True}})


def test_a_stranger_has_no_door(world: World) -> None:
    judge = Judge(world=world, where=access_table.places(world))
    assert {judge.cell(STRANGER, deed) for deed in DEEDS} == {"no"}


def test_a_role_given_by_mistake_shows_in_the_table(world: World) -> None:
    before = access_table.markdown(world)

    world.grant(STRANGER, "Key Vault Reader", access_table.places(world)["group"])
    assert access_table.markdown(world) == before, "a Key Vault Reader sees no values"
    world.grant(STRANGER, "Key Vault Secrets User", access_table.places(world)["group"])

    assert access_table.markdown(world) != before
