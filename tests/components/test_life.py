"""The life of an installation: installed, run again, refreshed, changed, destroyed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from sandbox import lifecycle
from tests.components.platform import EXISTING, make_platform
from tests.components.stacks import ALL_PRIVATE, DEV, LOCATION, PREMIUM, STACKS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

WRITES = {"PUT", "PATCH", "DELETE"}
PROTECTED_PREMIUM = {key: value for key, value in PREMIUM.items() if key != "backbone:protect"}


@pytest.mark.parametrize("name", ["dev", "all-private"])
def test_a_destroyed_stack_leaves_nothing_but_what_cannot_be_purged_and_can_be_deployed_again(
    deploy: Deploy, name: str
) -> None:
    stack = deploy(STACKS[name])
    stack.up()
    first = stack.outputs()
    stack.succeed("destroy", "--yes")
    assert stack.world.resources() == []
    stack.up()
    assert stack.outputs()["namespaceHost"] != first["namespaceHost"], "a new install has a name of its own"


def test_what_existed_before_is_there_unchanged_after_the_stack_is_destroyed(deploy: Deploy) -> None:
    stack = deploy(EXISTING)
    make_platform(stack.world)
    before = stack.world.resources()
    made = len(stack.requests())
    stack.up()
    found = {held["id"]: held["body"] for held in stack.world.resources()}
    assert {held["id"] for held in before} <= found.keys()
    for held in before:
        for key in ("location", "tags", "sku"):
            assert found[held["id"]].get(key) == held["body"].get(key)
    written = {call["id"] for call in stack.requests()[made:] if call["method"] in WRITES}
    assert written.isdisjoint(held["id"] for held in before)
    stack.succeed("destroy", "--yes")
    assert {held["id"] for held in stack.world.resources()} == {held["id"] for held in before}


def test_a_fresh_install_with_nothing_but_a_location_is_one_namespace_with_one_session_queue(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()
    bodies = {resource["type"]: resource["body"] for resource in stack.world.resources()}
    queue = bodies["Microsoft.ServiceBus/namespaces/queues"]
    namespace = bodies["Microsoft.ServiceBus/namespaces"]
    assert (queue["name"], queue["properties"]["requiresSession"]) == ("tracking", True)
    assert namespace["sku"]["name"] == "Standard"
    assert namespace["properties"]["disableLocalAuth"] is True
    assert namespace["properties"]["minimumTlsVersion"] == "1.2"
    assert namespace["properties"]["publicNetworkAccess"] == "Enabled"
    outputs = stack.outputs()
    suffix = outputs["resourceGroup"][-8:]
    assert outputs["namespaceHost"] == f"backbone-main-{suffix}.servicebus.windows.net"
    assert outputs["queue"] == "tracking"


def test_nothing_but_the_built_in_authorization_rule_exists(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()
    rules = [held["id"] for held in stack.world.resources() if held["type"].lower().endswith("authorizationrules")]
    assert [rule.rsplit("/", 1)[-1] for rule in rules] == ["RootManageSharedAccessKey"]


def test_a_protected_stack_is_destroyed_only_after_it_has_been_unprotected(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()
    held = stack.world.resources()
    assert "protected" in stack.fail("destroy", "--yes")
    assert stack.world.resources() == held
    assert lifecycle.destroy(stack.engine, unprotect=True) == 0
    assert stack.world.resources() == []


PLAIN = {"requiresSession": False, "requiresDuplicateDetection": False, "enablePartitioning": False}
QUEUES = {"inbox": PLAIN, "outbox": PLAIN, "spare": PLAIN}
STANDARD = {**LOCATION, "backbone:namespace": {"queues": QUEUES}}


def _namespace(**changes: Any) -> dict[str, Any]:
    return {"backbone:namespace": {"queues": QUEUES, **changes}}


FIXED = {
    "inbox": PLAIN | {"requiresSession": True},
    "outbox": PLAIN | {"requiresDuplicateDetection": True},
    "spare": PLAIN | {"enablePartitioning": True},
}
"""What is decided when a queue is made, changed on one queue each."""
REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]] = {
    "properties of queues": (STANDARD, _namespace(queues=FIXED), ("inbox@main", "outbox@main", "spare@main")),
    "name of the session queue": (STANDARD, _namespace(queue="orders"), ()),
    "a queue left out": (STANDARD, {"backbone:namespace": {}}, ()),
    "tier of the namespace": (STANDARD, _namespace(sku="Premium"), ("main",)),
    "location of the namespace": (STANDARD, _namespace(location="northeurope"), ("main",)),
    "alias of the namespace": (STANDARD, _namespace(alias="core"), ()),
    "workload": (STANDARD, {"backbone:workload": "orders"}, ()),
    "suffix": (STANDARD, {"backbone:existing": {"suffix": "a1b2c3d4"}}, ()),
    "location of the stack": (STANDARD, {"azure-native:location": "northeurope"}, ("backbone",)),
    "partitions of the namespace": (
        PROTECTED_PREMIUM,
        {"backbone:namespace": {"sku": "Premium", "messagingUnits": 4, "partitions": 4}},
        ("main",),
    ),
}
"""The installed stack, the change, and the resources that are named because they would be replaced."""


@pytest.mark.parametrize("installed", [STANDARD, PROTECTED_PREMIUM], ids=["standard", "premium"])
def test_what_azure_cannot_change_in_place_is_refused_in_the_preview_of_a_protected_stack(
    deploy: Deploy, installed: dict[str, Any], subtests: pytest.Subtests
) -> None:
    stack = deploy(installed)
    stack.up()
    held = stack.world.resources()
    for what, (base, change, named) in REFUSED.items():
        if base is installed:
            with subtests.test(what):
                stack.configure({**installed, **change})
                answer = stack.fail("preview")
                assert "protect" in answer
                replaced = set(re.findall(r'unable to replace resource "[^"]*::([^":]+)"', answer))
                assert replaced >= set(named)
                assert stack.world.resources() == held


CHANGEABLE = {
    "lockDuration": "PT2M",
    "maxDeliveryCount": 3,
    "maxSizeInMegabytes": 5120,
    "status": "ReceiveDisabled",
    "defaultMessageTimeToLive": "P2D",
    "enableBatchedOperations": False,
}


def test_what_azure_can_change_is_changed_in_place(deploy: Deploy) -> None:
    stack = deploy(STANDARD)
    stack.up()
    answer = stack.up({**STANDARD, **_namespace(queues={**QUEUES, "inbox": PLAIN | CHANGEABLE})})
    assert "1 updated" in answer
    assert "replaced" not in answer
    (body,) = (held["body"] for held in stack.world.resources() if held["id"].endswith("queues/inbox"))
    assert {key: body["properties"][key] for key in CHANGEABLE} == CHANGEABLE


def test_tags_reach_everything_taggable_and_change_in_place(deploy: Deploy) -> None:
    stack = deploy(STANDARD)
    stack.up()
    stack.up({**STANDARD, "backbone:tags": {"owner": "integration"}})
    tags = {held["id"]: held["body"]["tags"] for held in stack.world.resources() if "tags" in held["body"]}
    untagged = [key for key, found in tags.items() if found != {"owner": "integration"} and "/secrets/" not in key]
    assert len(tags) > 10
    assert untagged == [], "a secret's tags are the mapping's; everything else carries the stack's"


def test_messaging_units_change_in_place(deploy: Deploy) -> None:
    stack = deploy(PREMIUM)
    stack.up()
    answer = stack.up({**PREMIUM, "backbone:namespace": {"sku": "Premium", "messagingUnits": 8, "partitions": 2}})
    assert "1 updated" in answer
    assert "replaced" not in answer


def test_a_change_of_tags_passes_the_preview_of_a_protected_stack(deploy: Deploy) -> None:
    stack = deploy(LOCATION)
    stack.up()
    stack.configure({**LOCATION, "backbone:tags": {"owner": "integration"}})
    replaced = {step["urn"].rpartition("::")[2] for step in stack.steps() if "replace" in step["op"]}
    assert not replaced & {"vault", "main", "tracking@main", "mapping-default"}


def test_a_standard_namespace_stays_public_and_the_preview_says_so(deploy: Deploy) -> None:
    stack = deploy({**LOCATION, "backbone:network": {"privateEndpoints": ["vault", "serviceBus"]}})
    assert "main stays public: only Premium namespaces have private endpoints" in stack.succeed("preview")


def test_a_private_stack_has_no_public_door(deploy: Deploy) -> None:
    stack = deploy(ALL_PRIVATE)
    stack.up()
    bodies = {held["type"]: held["body"].get("properties", {}) for held in stack.world.resources()}
    assert bodies["Microsoft.KeyVault/vaults"]["publicNetworkAccess"] == "Disabled"
    assert bodies["Microsoft.KeyVault/vaults"]["networkAcls"]["bypass"] == "None"
    assert bodies["Microsoft.Storage/storageAccounts"]["publicNetworkAccess"] == "Disabled"
    assert bodies["Microsoft.ServiceBus/namespaces"]["publicNetworkAccess"] == "Disabled"


def test_the_function_is_told_where_everything_is_and_has_no_key(deploy: Deploy) -> None:
    stack = deploy(DEV)
    stack.up()
    outputs = stack.outputs()
    (site,) = (held["id"] for held in stack.world.resources() if held["type"] == "Microsoft.Web/sites")
    listed = stack.world.call("POST", f"{site}/config/appsettings/list", "2025-05-01", {}).body
    assert listed is not None
    settings = listed["properties"]
    assert settings["BACKBONE_VAULT_URI"] == outputs["vaultUri"]
    assert settings["BACKBONE_DEFAULT_MAPPING"] == "default"
    assert json.loads(settings["BACKBONE_ROUTES"]) == {"version": 1, "routes": {}}
    assert settings["AzureWebJobsStorage__credential"] == "managedidentity"
    assert not [name for name, value in settings.items() if "AccountKey" in value or "SharedAccessKey" in value]


def test_a_workload_renamed_on_an_unprotected_stack_replaces_in_an_order_that_azure_accepts(deploy: Deploy) -> None:
    stack = deploy(DEV)
    stack.up()
    stack.up({**DEV, "backbone:workload": "orders"})
    assert stack.outputs()["functionHost"].startswith("orders-")
    stack.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
