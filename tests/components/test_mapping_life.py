"""The life of a queue mapping: created, withdrawn, taken back, removed, and met where somebody else had written it."""

from __future__ import annotations

import json
from threading import Barrier
from typing import TYPE_CHECKING, Any

from sandbox.azure.resource_id import ResourceId
from sandbox.world import DEPLOYER, OWNER
from tests.components.platform import EXISTING, make_platform
from tests.components.stacks import DEV, LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest

    from sandbox.world import Answer
    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

QUEUES = {"backbone:namespace": {"queues": {"Orders": {"requiresSession": True}, "returns": {"requiresSession": True}}}}
UP = ("up", "--yes", "--skip-preview")
API_VERSION = "2024-11-01"


def _config(base: Mapping[str, Any] = DEV, **entries: str) -> dict[str, Any]:
    return {**base, **QUEUES, "backbone:mappings": entries}


def _id(stack: Deployment, end: str) -> str:
    """The one resource whose id ends so."""
    (found,) = (held["id"] for held in stack.world.resources() if held["id"].endswith(end))
    return str(found)


def _queue(stack: Deployment, name: str) -> str:
    return _id(stack, f"/queues/{name}")


def _secret(stack: Deployment, mapping: str) -> dict[str, Any]:
    """A mapping's secret as Resource Manager shows it, with the value that only the function may read."""
    wanted = _id(stack, f"/secrets/queue-mapping-{mapping}")
    (body,) = (held["body"] for held in stack.world.resources() if held["id"] == wanted)
    with stack.world.reading() as view:
        kept = view.find(ResourceId.parse(wanted))
        assert kept is not None
        value = json.loads(kept.private["versions"][kept.private["current"]]["value"])
    return {"enabled": body["properties"]["attributes"]["enabled"], "tags": body["tags"], "value": value}


def _mapped(stack: Deployment, queue: str) -> dict[str, Any]:
    """What the secret of a mapping says that leads to a queue."""
    host = stack.outputs()["namespaceHost"]
    return {
        "enabled": True,
        "tags": {"kind": "queue-mapping", "version": "1", "target": _queue(stack, queue)},
        "value": {"version": 1, "namespace": host, "queue": queue, "auth": "identity"},
    }


def _withdrawn(secret: Mapping[str, Any]) -> dict[str, Any]:
    return {**secret, "enabled": False, "value": {"version": 1, "auth": "none"}}


def _senders(stack: Deployment) -> list[str]:
    """The queues that the function may send to."""
    marks = "/providers/Microsoft.Authorization/roleAssignments/"
    ids = [held["id"] for held in stack.world.resources() if marks in held["id"] and "/queues/" in held["id"]]
    return sorted(each.partition(marks)[0].rpartition("/")[2] for each in ids)


def _write(stack: Deployment, mapping: str, target: str, **properties: Any) -> str:
    """Let somebody else write a mapping's secret."""
    secret = f"{_id(stack, '/secrets/queue-mapping-default').rpartition('/')[0]}/queue-mapping-{mapping}"
    body = {"tags": {"target": target}, "properties": {"value": "theirs", **properties}}
    stack.world.call("PUT", secret, API_VERSION, body, principal=OWNER)
    return secret


def _assert_stable(stack: Deployment) -> None:
    stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")
    stack.succeed(*UP, "--expect-no-changes")


def _assert_refused(stack: Deployment, config: Mapping[str, Any], *sentences: str) -> None:
    """Neither preview nor `up` changes anything, and both say why without a stack trace."""
    stack.configure(config)
    held, state = stack.world.resources(), _names(stack)
    for command in (("preview",), UP):
        answer = stack.fail(*command)
        assert [sentence for sentence in sentences if sentence not in answer] == [], answer
        assert "Traceback" not in answer
    assert stack.world.resources() == held
    assert _names(stack) == state


def _names(stack: Deployment) -> set[str]:
    return {resource["urn"] for resource in stack.state()}


def test_an_entry_is_created_withdrawn_and_taken_back(deploy: Deploy) -> None:
    stack = deploy(_config(Shop="oRDERS@Main", again="orders@main", Zoo="tracking@main"))
    stack.up()
    mapped = _mapped(stack, "Orders")
    assert _secret(stack, "shop") == _secret(stack, "again") == mapped
    assert _secret(stack, "zoo") == _secret(stack, "default") == _mapped(stack, "tracking")
    assert stack.outputs()["mappingIds"] == ["again", "default", "Shop", "Zoo"]
    assert _senders(stack) == ["Orders", "tracking"]
    _assert_stable(stack)

    stack.up(_config(shop="disabled", again="disabled", zoo="disabled"))
    assert _secret(stack, "shop") == _withdrawn(mapped)
    assert stack.outputs()["mappingIds"] == ["again", "default", "shop", "zoo"], "the ids stay taken"
    assert _senders(stack) == ["tracking"]
    _assert_stable(stack)

    stack.up(_config(shop="orders@main", again="disabled", zoo="disabled"))
    assert (_secret(stack, "shop"), _secret(stack, "again")) == (mapped, _withdrawn(mapped))
    assert _senders(stack) == ["Orders", "tracking"]


def test_an_id_can_be_withdrawn_before_it_has_ever_led_anywhere(deploy: Deploy) -> None:
    stack = deploy(_config(shop="disabled"))
    stack.up()
    assert _secret(stack, "shop")["tags"] == {"kind": "queue-mapping", "version": "1"}
    assert _secret(stack, "shop")["enabled"] is False
    _assert_stable(stack)
    stack.up(_config(shop="orders@main"))
    assert _secret(stack, "shop") == _mapped(stack, "Orders")


def test_a_mapping_of_this_stack_may_move_and_the_preview_shows_it_but_a_withdrawn_one_stays_what_it_was(
    deploy: Deploy,
) -> None:
    stack = deploy(_config(shop="orders@main"))
    stack.up()
    stack.configure(_config(shop="returns@main"))
    (update,) = (step for step in stack.steps() if step["urn"].endswith("mapping-shop"))
    assert (update["op"], "tags.target" in update["detailedDiff"]) == ("update", True)
    stack.up()
    assert _secret(stack, "shop") == _mapped(stack, "returns")
    assert _senders(stack) == ["returns", "tracking"]

    stack.up(_config(shop="disabled"))
    _assert_refused(
        stack,
        _config(shop="orders@main"),
        f"The QueueMappingId shop was withdrawn and stays taken: it led to {_queue(stack, 'returns')}, but the stack "
        f"file wants {_queue(stack, 'Orders')}. Choose another id, or map it to the queue that it led to.",
    )


def test_an_entry_is_not_removed_from_a_protected_stack(deploy: Deploy) -> None:
    stack = deploy(_config(LOCATION, shop="orders@main", zoo="orders@main"))
    stack.up()
    _assert_refused(
        stack,
        _config(LOCATION),
        *(
            f"The QueueMappingId {entry} is deployed and its secret is protected, so its entry cannot be removed from "
            f"backbone:mappings. To withdraw it, set backbone:mappings.{entry} to `disabled`."
            for entry in ("shop", "zoo")
        ),
    )
    # In the same stack: what a preview says of a queue that is deployed in other letters.
    respelt = {"backbone:namespace": {"queues": {"ORDERS": {"requiresSession": True}}}}
    stack.configure({**_config(LOCATION, shop="orders@main", zoo="orders@main"), **respelt})
    assert "ORDERS@main is deployed as Orders@main, and letter case means nothing to Azure" in stack.fail("preview")


def test_a_secret_whose_entry_is_removed_stays_and_is_taken_over_when_the_entry_comes_back(deploy: Deploy) -> None:
    stack = deploy(_config(shop="orders@main"))
    stack.up()
    mapped = _secret(stack, "shop")
    stack.configure(_config())
    assert (
        "The QueueMappingId shop is no longer declared. Its secret queue-mapping-shop stays in the vault as it is; "
        "setting backbone:mappings.shop to `disabled` would withdraw it."
    ) in stack.succeed("preview")
    stack.up()
    assert _secret(stack, "shop") == mapped
    assert stack.outputs()["mappingIds"] == ["default"]

    stack.configure(_config(shop="returns@main"))
    assert (
        "The QueueMappingId shop is taken: the secret queue-mapping-shop is in the vault already and leads to "
        f"{_queue(stack, 'Orders')}, but the stack file wants {_queue(stack, 'returns')}. Choose another id, or map it "
        "to the queue that it leads to."
    ) in stack.fail("preview")
    stack.configure(_config(shop="orders@main"))
    assert "import" in [step["op"] for step in stack.steps()]
    assert "1 imported" in stack.up()
    assert _secret(stack, "shop") == mapped
    _assert_stable(stack)


def test_what_somebody_else_wrote_for_the_same_queue_is_taken_over_and_made_what_the_stack_file_says(
    deploy: Deploy,
) -> None:
    stack = deploy(_config())
    stack.up()
    target = _queue(stack, "Orders").upper()
    _write(stack, "plain", target, contentType="application/json")
    _write(stack, "odd", target, contentType="text/plain", attributes={"enabled": False, "exp": 2000000000})
    _write(stack, "old", target)
    stack.up(_config(plain="orders@main", odd="orders@main", old="disabled"))
    assert _secret(stack, "plain") == _secret(stack, "odd") == _mapped(stack, "Orders")
    assert _secret(stack, "old")["enabled"] is False
    assert _secret(stack, "old")["tags"]["target"] == target
    _assert_stable(stack)
    kept = json.dumps([each for each in stack.state() if "mapping-" in each["urn"]])
    assert "theirs" not in kept
    assert "auth" not in kept


def test_what_somebody_else_wrote_for_another_queue_is_refused_before_anything_is_changed(deploy: Deploy) -> None:
    stack = deploy(DEV)
    stack.up()
    _write(stack, "shop", "/another/queue")
    _write(stack, "zoo", "")
    stack.configure(_config(shop="orders@main", Zoo="orders@main"))
    held = stack.world.resources()
    answer = stack.fail("up", "--yes")
    wanted = f"{_queue(stack, 'tracking').rpartition('/')[0]}/Orders"
    for entry, leads_to in (("shop", "/another/queue"), ("Zoo", "no queue")):
        sentence = (
            f"The QueueMappingId {entry} is taken: the secret queue-mapping-{entry.lower()} is in the vault already "
            f"and leads to {leads_to}, but the stack file wants {wanted}. Choose another id, or map it to the queue "
            "that it leads to."
        )
        assert sentence in answer, "the queue is new, and yet the preview knows its id"
    assert "Traceback" not in answer
    assert stack.world.resources() == held


def test_the_vault_is_asked_for_all_new_ids_at_once(deploy: Deploy, monkeypatch: pytest.MonkeyPatch) -> None:
    stack = deploy(_config())
    stack.up()
    together, call = Barrier(3, timeout=60), stack.world.call

    def wait(method: str, id: str, *arguments: Any, **keywords: Any) -> Answer:
        if method == "GET" and "/secrets/queue-mapping-new" in id:
            together.wait()
        return call(method, id, *arguments, **keywords)

    monkeypatch.setattr(stack.world, "call", wait)
    stack.configure(_config(new1="orders@main", new2="orders@main", new3="disabled"))
    stack.succeed("preview")


def test_a_vault_that_cannot_be_asked_is_said_in_a_sentence(deploy: Deploy) -> None:
    stack = deploy(_config())
    stack.up()
    stack.configure(_config(shop="orders@main"))
    for role in ("Contributor", "User Access Administrator"):
        stack.world.revoke(DEPLOYER, role, f"/subscriptions/{stack.world.subscription}")
    answer = stack.fail("preview")
    assert "Whether the vault holds queue-mapping-shop already cannot be seen: " in answer
    assert "Microsoft.KeyVault/vaults/secrets/read" in answer
    assert "Traceback" not in answer


def test_a_recovered_vault_brings_its_secrets_back_and_they_are_taken_over(deploy: Deploy) -> None:
    base = {**EXISTING, "backbone:existing": {**EXISTING["backbone:existing"], "recoverVault": True}}
    installed = _config({**base, "backbone:existing": EXISTING["backbone:existing"]}, shop="orders@main")
    stack = deploy(installed)
    make_platform(stack.world)
    stack.up()
    before = {mapping: _secret(stack, mapping) for mapping in ("default", "shop")}
    stack.succeed("destroy", "--yes")

    refused = stack.fail(*UP)
    assert "VaultAlreadyExists" in refused
    assert "backbone:existing.recoverVault: true brings it back" in refused
    stack.configure(_config(base, shop="returns@main"))
    assert "The QueueMappingId shop is taken" in stack.fail(*UP)
    assert "2 imported" in stack.up(_config(base, shop="orders@main"))
    assert {mapping: _secret(stack, mapping) for mapping in before} == before
    _assert_stable(stack)
