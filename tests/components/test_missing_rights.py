"""A deployer who lacks a right is told which one, leaves nothing half done, and completes as soon as it has it."""

from __future__ import annotations

import json
import re
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.world import DEPLOYER, OWNER
from tests.components import deployer_rights, platform
from tests.components.stacks import ALL_PRIVATE, CALLER, CLIENT, LOCATION, PORTAL_PRINCIPAL
from tests.deployment import ROOT
from tools import docs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

SECURITY = ROOT / "docs" / "security.md"
BOTH = ("Contributor", "User Access Administrator")
"""What the deployer holds, on the subscription or on a resource group."""


def _with_rules(*names: str) -> dict[str, Any]:
    """A namespace with a topic, of whose subscriptions one has these rules and one has none."""
    rules = {name: {"sqlFilter": "a = 1"} for name in names}
    return {"sku": "Premium", "topics": {"orders": {"subscriptions": {"all": {}, "some": {"rules": rules}}}}}


EVERYTHING: dict[str, Any] = {
    **ALL_PRIVATE,
    "backbone:namespace": _with_rules("mine", "yours"),
    "backbone:access": {"callers": {"clientId": CLIENT, "principals": [CALLER]}, "portal": PORTAL_PRINCIPAL},
}
"""A stack with every type of resource that can be deployed."""

MISSING = {
    "Contributor": "Microsoft.Resources/subscriptions/resourceGroups/write",
    "User Access Administrator": "Microsoft.Authorization/roleAssignments/write",
}
"""What is missing first on a new stack without each of the deployer's roles on the subscription."""

MISSING_IN_GROUP = {
    "Contributor": r"Microsoft\.[A-Za-z]+/[A-Za-z/]+/write",
    "User Access Administrator": r"Microsoft\.Authorization/roleAssignments/write",
}
"""The same on a resource group that exists: without Contributor, several resources are refused at once."""


def _subscription(stack: Deployment) -> str:
    return f"/subscriptions/{stack.world.subscription}"


def _refusals(answer: str) -> set[str]:
    """The actions that the engine's output says are missing."""
    assert "Traceback" not in answer
    return set(re.findall(r"AuthorizationFailed.*?does not have authorization to perform action '([^']+)'", answer))


def _linked_refusals(answer: str) -> set[tuple[str, str]]:
    """The linked actions that the engine's output says are missing, each with the resource on which it is."""
    pattern = r"LinkedAuthorizationFailed.*?perform action\(s\) '([^']+)' on the linked scope\(s\) '([^']+)'"
    return set(re.findall(pattern, answer))


def _pending(stack: Deployment) -> list[Any]:
    exported = json.loads(stack.succeed("stack", "export"))
    found: list[Any] = exported["deployment"].get("pending_operations") or []
    return found


def _golden_types() -> set[str]:
    """The types of resources of all stacks with a golden graph."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "golden").glob("*.json"))
    urns = (each["urn"] for text in texts for each in json.loads(text)["resources"])
    types = {urn.split("::")[2].rpartition("$")[2] for urn in urns}
    return {each for each in types if each.startswith("azure-native:")}


def _make_group(stack: Deployment) -> str:
    group = f"{_subscription(stack)}/resourceGroups/theirs"
    stack.world.call("PUT", group, "2024-03-01", {"location": "westeurope"}, principal=OWNER)
    return group


def _destroy_in_group(stack: Deployment) -> None:
    """Destroy in a group that stays: the subnet that the function has left can be deleted only after a while."""
    stack.run("destroy", "--yes")
    stack.world.advance(timedelta(days=1))
    stack.succeed("destroy", "--yes")


def _give_group(stack: Deployment) -> str:
    """Make a resource group that is all the deployer has; returns its id."""
    group = _make_group(stack)
    for role in BOTH:
        stack.world.grant(DEPLOYER, role, group)
        stack.world.revoke(DEPLOYER, role, _subscription(stack))
    return group


IN_GROUP: dict[str, Any] = {**LOCATION, "backbone:existing": {"resourceGroup": "theirs", "suffix": "a1b2c3"}}


@pytest.mark.parametrize("role", MISSING)
def test_without_a_role_up_names_what_is_missing_and_with_it_the_next_up_completes(deploy: Deploy, role: str) -> None:
    stack = deploy(LOCATION)
    stack.world.revoke(DEPLOYER, role, _subscription(stack))

    answer = stack.fail("up", "--yes", "--skip-preview")

    assert _refusals(answer) == {MISSING[role]}
    assert _pending(stack) == []
    stack.world.grant(DEPLOYER, role, _subscription(stack))
    stack.up()


@pytest.mark.parametrize("role", MISSING_IN_GROUP)
def test_a_deployer_of_one_resource_group_is_told_what_is_missing_there(deploy: Deploy, role: str) -> None:
    stack = deploy(IN_GROUP)
    group = _give_group(stack)
    stack.world.revoke(DEPLOYER, role, group)

    answer = stack.fail("up", "--yes", "--skip-preview")

    refusals = _refusals(answer)
    assert refusals
    assert all(re.fullmatch(MISSING_IN_GROUP[role], action) for action in refusals), refusals
    assert _pending(stack) == []
    stack.world.grant(DEPLOYER, role, group)
    stack.up()


def test_a_deployer_of_one_resource_group_cannot_make_another(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    _give_group(stack)

    answer = stack.fail("up", "--yes", "--skip-preview")

    assert _refusals(answer) == {"Microsoft.Resources/subscriptions/resourceGroups/read"}
    assert _pending(stack) == []


def test_a_deployer_is_told_what_it_lacks_on_a_platform_and_the_documented_roles_there_are_enough(
    deploy: Deploy,
) -> None:
    stack = deploy(platform.EXISTING)
    platform.make_platform(stack.world)
    for role in BOTH:
        stack.world.grant(DEPLOYER, role, platform.OURS)
        stack.world.revoke(DEPLOYER, role, _subscription(stack))

    answer = stack.fail("up", "--yes", "--skip-preview")

    zone = platform.EXISTING["backbone:existing"]["privateDnsZoneIds"]["vault"]
    assert _linked_refusals(answer) <= {
        ("Microsoft.Network/virtualNetworks/subnets/join/action", f"{platform.NETWORK}/subnets/functions"),
        ("Microsoft.Network/virtualNetworks/subnets/join/action", f"{platform.NETWORK}/subnets/endpoints"),
        ("Microsoft.Network/privateDnsZones/join/action", zone),
        ("Microsoft.OperationalInsights/workspaces/sharedKeys/action", platform.WORKSPACE),
    }
    assert _linked_refusals(answer)
    assert _pending(stack) == []
    stack.world.grant(DEPLOYER, "Network Contributor", platform.NETWORK)
    stack.world.grant(DEPLOYER, "Private DNS Zone Contributor", zone)
    stack.world.grant(DEPLOYER, "Log Analytics Contributor", platform.WORKSPACE)
    stack.up()


def test_a_right_that_is_taken_away_later_is_missed_when_something_changes(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()
    stack.world.revoke(DEPLOYER, "Contributor", _subscription(stack))
    stack.configure({**LOCATION, "backbone:tags": {"owner": "integration"}})

    refusals = _refusals(stack.fail("up", "--yes", "--skip-preview"))

    assert refusals
    assert all(action.endswith("/write") for action in refusals)
    assert _pending(stack) == []
    stack.world.grant(DEPLOYER, "Contributor", _subscription(stack))
    stack.up()


def test_the_documented_rights_are_those_that_a_deployment_uses(deploy: Deploy, request: pytest.FixtureRequest) -> None:
    stack = deploy(EVERYTHING)
    stack.up()
    assert _golden_types() <= {each["type"] for each in stack.state()}
    stack.up({**EVERYTHING, "backbone:namespace": _with_rules("mine")})
    providers = deployer_rights.providers(stack.requests(), stack.world)
    stack.succeed("destroy", "--yes")
    _make_group(stack)
    stack.up({**EVERYTHING, **IN_GROUP})
    _destroy_in_group(stack)
    text = SECURITY.read_text(encoding="utf-8")
    blocks = {
        "deployer": deployer_rights.role_markdown(deployer_rights.actions(stack.requests())),
        "providers": deployer_rights.providers_markdown(providers),
    }
    wanted = docs.filled(text, blocks)
    if request.config.getoption("--update-golden"):
        SECURITY.write_text(wanted, encoding="utf-8")
        text = wanted
    assert text == wanted, "read the difference; if it is wanted, run with --update-golden"


def test_the_documented_role_alone_deploys_refreshes_and_destroys(deploy: Deploy) -> None:
    stack = deploy(EVERYTHING)
    found = re.search(
        r"<!-- generated: deployer -->\n```json\n(.*?)```", SECURITY.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found
    role = json.loads(found[1])
    guid = str(uuid.uuid4())
    body = {
        "roleName": role["Name"],
        "assignableScopes": [_subscription(stack)],
        "permissions": [{"actions": role["Actions"], "dataActions": role["DataActions"]}],
    }
    definition = f"{_subscription(stack)}/providers/Microsoft.Authorization/roleDefinitions/{guid}"
    stack.world.call("PUT", definition, "2022-04-01", {"properties": body}, principal=OWNER)
    stack.world.grant(DEPLOYER, guid, _subscription(stack))
    for each in BOTH:
        stack.world.revoke(DEPLOYER, each, _subscription(stack))

    stack.up()
    stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
    stack.succeed("destroy", "--yes")
