from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from sandbox.__main__ import main
from sandbox.workspace import Workspace
from sandbox.world import DEFAULT_SUBSCRIPTION, World

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

SUBSCRIPTION = f"/subscriptions/{DEFAULT_SUBSCRIPTION}"
GROUP = f"{SUBSCRIPTION}/resourceGroups/rg"
READERS = "22222222-2222-2222-2222-222222222222"
ALICE = "11111111-1111-1111-1111-111111111111"
READ_SECRET = "Microsoft.KeyVault/vaults/secrets/getSecret/action"  # noqa: S105
SECRETS_USER = "Key Vault Secrets User"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A folder in which nothing has been deployed yet."""
    monkeypatch.chdir(tmp_path)
    return Workspace(root=tmp_path, stack="dev")


def run(*arguments: str) -> Result:
    """Run a command of the sandbox on the stack."""
    return CliRunner().invoke(main, [*arguments, "--stack", "dev"])


def access(principal: str, action: str = READ_SECRET, scope: str = GROUP, *more: str) -> dict[str, Any]:
    """What `access` answers."""
    result = run("access", "--principal", principal, "--action", action, "--scope", scope, *more)
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.output)
    assert answer.keys() == {"allowed", "assignment"}
    return answer


@pytest.mark.usefixtures("workspace")
def test_access_says_who_may_and_by_which_assignment() -> None:
    may = access("deployer", "Microsoft.KeyVault/vaults/write")

    assert may["allowed"]
    assert may["assignment"].startswith(f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/")
    assert access("deployer") == {"allowed": False, "assignment": None}
    assert access(ALICE) == {"allowed": False, "assignment": None}


@pytest.mark.usefixtures("workspace")
def test_data_can_be_said_of_an_action_that_does_not_look_like_it() -> None:
    read = "Microsoft.KeyVault/vaults/keys/read"

    assert access("deployer", read)["allowed"]
    assert not access("deployer", read, GROUP, "--data")["allowed"]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("action", "is_known"),
    [
        ("bogus", False),
        ("Microsoft.KeyVault/vaults/secrets/getSecrets/action", False),
        ("Microsoft.Servicebus/namespaces/queue/write", False),
        ("Microsoft.Compute/virtualMachines/start/action", False),
        ("Microsoft.KeyVault/vaults/secrets/SetSecret/action", True),
        ("microsoft.servicebus/namespaces/queues/write", True),
        ("Microsoft.ServiceBus/namespaces/messages/send/action", True),
        ("Microsoft.ServiceBus/namespaces/PrivateEndpointConnectionsApproval/action", True),
        ("Microsoft.Network/virtualNetworks/subnets/join/action", True),
        ("Microsoft.Web/sites/config/list/action", True),
        ("Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read", True),
        ("Microsoft.KeyVault/vaults/keys/read", True),
    ],
)
def test_an_action_that_nobody_knows_is_decided_with_a_warning(action: str, *, is_known: bool) -> None:
    result = run("access", "--principal", "deployer", "--action", action, "--scope", GROUP)

    assert result.exit_code == 0
    assert json.loads(result.stdout).keys() == {"allowed", "assignment"}
    warning = f"warning: no resource type of the simulated Azure has the action {action}, and no role names it"
    assert result.stderr.startswith(warning) is not is_known


def test_an_action_that_a_custom_role_names_is_known(workspace: Workspace) -> None:
    definition = f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{ALICE}"
    permission = {"actions": ["Microsoft.Compute/virtualMachines/start/action"], "dataActions": []}
    body = {"roleName": "Starter", "assignableScopes": [SUBSCRIPTION], "permissions": [permission]}
    with closing(World(workspace.home)) as world:
        world.call("PUT", definition, "2022-04-01", {"properties": body})

        assert world.knows("Microsoft.Compute/virtualMachines/start/action")
        assert not world.knows("Microsoft.Compute/virtualMachines/stop/action")


@pytest.mark.usefixtures("workspace")
def test_a_principal_is_added_given_a_role_and_relieved_of_it() -> None:
    assert run("principal", "add", "alice", ALICE, "user").exit_code == 0

    granted = run("principal", "grant", "alice", SECRETS_USER, GROUP.replace("/resourceGroups/rg", ""))

    assert access("alice") == {"allowed": True, "assignment": granted.output.strip()}
    assert run("principal", "revoke", "alice", SECRETS_USER, SUBSCRIPTION).exit_code == 0
    assert not access("alice")["allowed"]


@pytest.mark.usefixtures("workspace")
def test_a_principal_joins_a_group_and_leaves_it() -> None:
    for name, object_id, kind in (("alice", ALICE, "User"), ("readers", READERS, "Group")):
        assert run("principal", "add", name, object_id, kind).exit_code == 0
    granted = run("principal", "grant", "readers", SECRETS_USER, SUBSCRIPTION).output.strip()

    assert run("principal", "join", "readers", "alice").exit_code == 0
    assert access("alice") == {"allowed": True, "assignment": granted}

    assert run("principal", "leave", "readers", "alice").exit_code == 0
    assert not access("alice")["allowed"]


@pytest.mark.usefixtures("workspace")
def test_a_role_is_given_on_a_condition_and_a_question_tells_what_the_condition_needs() -> None:
    assign = "Microsoft.Authorization/roleAssignments/write"
    condition = f"@Request[Microsoft.Authorization/roleAssignments:PrincipalId] GuidEquals {ALICE}"
    administrator = "Role Based Access Control Administrator"
    run("principal", "add", "alice", ALICE, "User")
    granted = run("principal", "grant", READERS, administrator, SUBSCRIPTION, "--condition", condition)

    told = access(READERS, assign, GROUP, "--request", "principalId=alice", "--request", "principalType=User")

    assert told == {"allowed": True, "assignment": granted.output.strip()}
    assert not access(READERS, assign, GROUP, "--request", f"principalId={READERS}")["allowed"]
    assert not access(READERS, assign, GROUP)["allowed"]


@pytest.mark.usefixtures("workspace")
def test_a_request_is_told_by_name_and_value() -> None:
    result = run("access", "--principal", ALICE, "--action", "x", "--scope", GROUP, "--request", "principalType")

    assert result.exit_code == 2
    assert "expected NAME=VALUE, such as principalType=User; found 'principalType'" in result.output


def test_identities_go_by_their_resources_names(workspace: Workspace) -> None:
    name = f"{GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/function"
    with closing(World(workspace.home)) as world:
        for target, version in ((GROUP, "2024-03-01"), (name, "2023-01-31")):
            world.call("PUT", target, version, {"location": "westeurope"})
        world.grant("function", SECRETS_USER, GROUP)

    assert access("function")["allowed"]


def test_a_provider_is_unregistered_and_registered(workspace: Workspace) -> None:
    assert run("provider", "unregister", "Microsoft.KeyVault").exit_code == 0
    with closing(World(workspace.home)) as world, pytest.raises(Exception, match="MissingSubscriptionRegistration"):
        world.call("GET", f"{GROUP}/providers/Microsoft.KeyVault/vaults", "2024-11-01")

    assert run("provider", "register", "Microsoft.KeyVault").exit_code == 0
    with closing(World(workspace.home)) as world:
        world.call("PUT", GROUP, "2024-03-01", {"location": "westeurope"})
        assert world.call("GET", f"{GROUP}/providers/Microsoft.KeyVault/vaults", "2024-11-01").body == {"value": []}


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (
            ("access", "--principal", "bob", "--action", "x", "--scope", GROUP),
            (
                "Nobody is known by the name 'bob'; use an object id, or make the principal known with "
                "`python -m sandbox principal add`."
            ),
        ),
        (
            ("access", "--principal", ALICE, "--action", "x", "--scope", "rg"),
            "a scope is the id of a subscription or of something in it; found 'rg'",
        ),
        (("principal", "add", "bob", "bob", "User"), "An object id is a GUID; 'bob' is none."),
        (
            ("principal", "add", "deployer", ALICE, "User"),
            "The name 'deployer' is another principal's; choose a different one.",
        ),
        (
            ("access", "--principal", ALICE, "--action", "x", "--scope", GROUP, "--request", "role=x"),
            (
                "A request has no attribute 'role'; it may have roleDefinitionId, principalId, principalType, "
                "Microsoft.KeyVault/vaults/secrets:name."
            ),
        ),
        (
            ("principal", "join", "deployer", ALICE),
            "'deployer' is no group but a ServicePrincipal; make one known with the type Group first.",
        ),
        (
            ("principal", "revoke", ALICE, SECRETS_USER, GROUP),
            f"{ALICE} does not hold the role Key Vault Secrets User at {GROUP}.",
        ),
        (
            ("principal", "grant", ALICE, SECRETS_USER, GROUP),
            "ResourceGroupNotFound: Resource group 'rg' could not be found.",
        ),
        (
            ("provider", "unregister", "Microsoft.Resources"),
            "Microsoft.Resources is Resource Manager's own: it is always registered.",
        ),
    ],
)
def test_a_user_s_mistake_is_told_in_a_sentence(arguments: tuple[str, ...], text: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 1
    assert result.output == f"Error: {text}\n"
