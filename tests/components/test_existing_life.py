"""Mappings to queues that others made: what a mapping needs is looked up, and nothing of theirs is touched."""

from __future__ import annotations

import json
from threading import Barrier
from typing import TYPE_CHECKING, Any

from backbone import existing_queues
from sandbox.azure.resource_id import ResourceId
from sandbox.world import DEPLOYER, OWNER
from tests.components import theirs
from tests.components.stacks import DEV

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest

    from sandbox.world import Answer
    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

UP = ("up", "--yes", "--skip-preview")
SEND = "Microsoft.ServiceBus/namespaces/messages/send/action"
DATA = "Microsoft.ServiceBus/namespaces/messages/receive/action"


def _config(**entries: str) -> dict[str, Any]:
    return {**DEV, "backbone:mappings": entries}


def _held(stack: Deployment) -> dict[str, Any]:
    """What others have, as Resource Manager shows it."""
    return {each["id"]: each["body"] for each in stack.world.resources() if "/rg-theirs" in each["id"]}


def _secret(stack: Deployment, mapping: str) -> dict[str, Any]:
    (found,) = (it for it in stack.world.resources() if it["id"].endswith(f"/secrets/queue-mapping-{mapping}"))
    with stack.world.reading() as view:
        kept = view.find(ResourceId.parse(found["id"]))
        assert kept is not None
        value = json.loads(kept.private["versions"][kept.private["current"]]["value"])
    return {
        "enabled": found["body"]["properties"]["attributes"]["enabled"],
        "target": found["body"]["tags"]["target"],
        "value": value,
    }


def _mapped(queue: str, host: str, name: str) -> dict[str, Any]:
    value = {"version": 1, "namespace": f"{host}.servicebus.windows.net", "queue": name, "auth": "identity"}
    return {"enabled": True, "target": queue, "value": value}


def _reached(stack: Deployment) -> set[str]:
    """The queues of others that the function may send to."""
    return {queue for queue in theirs.QUEUES if stack.world.may("function", SEND, queue).allowed}


def _look_all_at_once(stack: Deployment, monkeypatch: pytest.MonkeyPatch, *, count: int) -> list[str]:
    """Let nobody see what others have before so many ask at the same time; returns what will be asked for."""
    asked: list[str] = []
    together = Barrier(count, timeout=60)
    call = stack.world.call

    def wait(method: str, id: str, *arguments: Any, **keywords: Any) -> Answer:
        if method == "GET" and "/rg-theirs/" in id:
            asked.append(id)
            together.wait()
        return call(method, id, *arguments, **keywords)

    monkeypatch.setattr(stack.world, "call", wait)
    return asked


def test_existing_queues_are_mapped_found_broken_withdrawn_and_left_as_they_were(
    deploy: Deploy, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = theirs.NEAR.replace("near-bus", "NEAR-bus")
    stack = deploy({**_config(near=theirs.NEAR, again=again, far=theirs.FAR), "azure-native:clientSecret": "a-secret"})
    theirs.make_theirs(stack.world)
    before = _held(stack)
    stack.up()
    assert _secret(stack, "near") == _secret(stack, "again") == _mapped(theirs.NEAR, "near-bus", "orders")
    assert _secret(stack, "far") == _mapped(theirs.FAR, "far-bus", "a/b")
    assert _reached(stack) == {theirs.NEAR, theirs.FAR}
    assert not stack.world.may("function", DATA, theirs.NEAR).allowed
    (provider,) = (
        it for it in stack.state() if it["urn"].endswith("::subscription-99999999-9999-4999-8999-999999999999")
    )
    assert provider["inputs"]["location"] == "westeurope", "what is configured is copied"
    kept = json.dumps([it for it in stack.state() if "::mapping-" in it["urn"]])
    assert "auth" not in kept, "an address is kept as a secret"
    assert "clientSecret" in provider["inputs"]
    assert "a-secret" not in json.dumps(provider), "and what might be a credential is a secret"
    stack.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")
    asked = _look_all_at_once(stack, monkeypatch, count=4)
    stack.succeed(*UP, "--expect-no-changes")
    assert len(asked) == len({each.lower() for each in asked}) == 4, "each queue and each namespace is looked up once"
    monkeypatch.undo()

    stack.world.call("DELETE", theirs.FAR, theirs.BUS_VERSION, principal=OWNER)
    theirs.make_queue(stack.world, theirs.FAR)
    answer = stack.fail("preview")
    assert f"The QueueMappingId far cannot lead to {theirs.FAR}: it is not session-enabled." in answer
    assert "Traceback" not in answer

    stack.up(_config(near=theirs.NEAR, again="disabled", far="disabled"))
    assert _secret(stack, "far") == {"enabled": False, "target": theirs.FAR, "value": {"version": 1, "auth": "none"}}
    assert _reached(stack) == {theirs.NEAR}
    stack.succeed("destroy", "--yes")
    after = _held(stack)
    assert {each: body for each, body in after.items() if each != theirs.FAR} == {
        each: body for each, body in before.items() if each != theirs.FAR
    }
    assert set(after) == set(before), "grants are gone, and nothing else"
    written = [it for it in stack.requests() if it["method"] != "GET" and "/rg-theirs/" in it["id"].lower()]
    made = {*theirs.QUEUES, *(it.rpartition("/queues/")[0] for it in theirs.QUEUES)}
    assert {it["id"] for it in written if "/roleAssignments/" not in it["id"]} <= made


def test_every_queue_that_cannot_be_mapped_is_refused_in_one_report_before_anything_is_changed(deploy: Deploy) -> None:
    stack = deploy(DEV)
    theirs.make_theirs(stack.world)
    stack.world.call(
        "PUT", f"{theirs.CLOSED}/resourceGroups/rg", "2024-03-01", {"location": "westeurope"}, principal=OWNER
    )
    for role in ("Contributor", "User Access Administrator"):
        stack.world.revoke(DEPLOYER, role, theirs.CLOSED)
    missing = theirs.NEAR.replace("near-bus", "no-such-bus")
    targets = {
        "basic": theirs.BASIC,
        "far-basic": theirs.FAR_BASIC,
        "far-forwards": theirs.FAR_FORWARDING,
        "far-gone": f"{theirs.FAR}-2",
        "far-plain": theirs.FAR_PLAIN,
        "forwards": theirs.FORWARDING,
        "gone": f"{theirs.NEAR}-2",
        "good": theirs.NEAR,
        "hidden": theirs.HIDDEN,
        "nowhere": missing,
        "plain": theirs.PLAIN,
        "near-stopped": theirs.NEAR_STOPPED,
        "stopped": theirs.STOPPED,
    }
    basic = "its namespace is of the tier Basic, which knows no sessions and it is not session-enabled."
    reasons = {
        "basic": basic,
        "far-basic": basic,
        "far-forwards": "it is not session-enabled and it forwards its messages to plain.",
        "far-gone": "it does not exist.",
        "far-plain": "it is not session-enabled.",
        "forwards": "it is not session-enabled and it forwards its messages to orders.",
        "gone": "it does not exist.",
        "hidden": "the deployer has no right to see it; it needs Microsoft.ServiceBus/namespaces/read on "
        f"{theirs.HIDDEN.rpartition('/queues/')[0]}, which the role Reader gives and ",
        "nowhere": "it does not exist.",
        "plain": "it is not session-enabled.",
        "near-stopped": "its status is Disabled, so that nothing can be sent to it.",
        "stopped": "its status is SendDisabled, so that nothing can be sent to it.",
    }
    stack.configure(_config(**targets))
    held = stack.world.resources()
    for command in (("preview",), UP):
        answer = stack.fail(*command)
        assert "Traceback" not in answer
        assert "QueueMappingId good" not in answer
        for mapping, reason in reasons.items():
            assert f"The QueueMappingId {mapping} cannot lead to {targets[mapping]}: {reason}" in answer
    assert existing_queues.QUEUE_READ in answer
    assert stack.world.resources() == held


def test_a_queue_of_this_stack_is_not_mapped_by_its_id_and_both_kinds_of_refusal_come_together(deploy: Deploy) -> None:
    stack = deploy(_config(shop="tracking@main"))
    stack.up()
    (own,) = (it["id"] for it in stack.world.resources() if it["id"].endswith("/queues/tracking"))
    stack.up(_config(shop="disabled"))
    theirs.make_theirs(stack.world)
    stack.configure(_config(shop=theirs.NEAR, ours=own))
    answer = stack.fail("preview")
    assert (
        f"The QueueMappingId ours cannot lead to {own}: it is in a namespace of this stack, of which what the stack "
        "file declares is mapped, as tracking@main." in answer
    )
    assert "The QueueMappingId shop was withdrawn and stays taken" in answer
