"""A creation whose answer was lost: the documented way out, after which nothing is replaced and nothing left to do."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from backbone.__main__ import main
from sandbox.world import Fault
from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

VAULT = "Microsoft.KeyVault/vaults"
LOST = (
    "Microsoft.ServiceBus/namespaces",
    "Microsoft.ServiceBus/namespaces/queues",
    "Microsoft.ServiceBus/namespaces/topics/subscriptions",
    VAULT,
)
TOPICS: dict[str, Any] = {"orders": {"subscriptions": {"shipments": {}}}}
NAMES = {"tracking": "tracking@main", "shipments": "orders@main/shipments"}
ALREADY = re.compile(r"cannot create already existing resource '([^']+)'")
GO = ("--yes", "--skip-preview")


def _stack(*, protect: bool) -> dict[str, Any]:
    return {**LOCATION, "backbone:protect": protect, "backbone:namespace": {"topics": TOPICS}}


def _id(stack: Deployment, type: str) -> str:
    (found,) = (str(each["id"]) for each in stack.world.resources() if each["type"] == type)
    return found


def _recover(stack: Deployment, *arguments: str) -> str:
    status, said = _try_to_recover(stack, *arguments)
    assert status == 0, said
    return said


def _try_to_recover(stack: Deployment, *arguments: str) -> tuple[int, str]:
    engine = stack.engine
    command = ["recover", "--stack", engine.workspace.stack, "--cwd", str(engine.workspace.project), *arguments]
    environment = engine.environment(os.environ) | {"ARM_SUBSCRIPTION_ID": stack.world.subscription}
    answer = CliRunner().invoke(main, command, env=environment, catch_exceptions=False)
    return answer.exit_code, answer.output


def _deleted(stack: Deployment) -> list[str]:
    return [str(each["id"]) for each in stack.requests() if each["method"] == "DELETE"]


def _adopt(stack: Deployment, ids: list[str]) -> None:
    said = _recover(stack, *(part for id_ in ids for part in ("--adopt", id_)))
    assert said.count("Azure has it, and now the stack does") == len(ids)


def _import(stack: Deployment, ids: list[str]) -> None:
    """As the manual says: type, name and parent stand in the preview, at the step that would create the resource."""
    wanted = {step["urn"].rpartition("::")[2]: step["newState"] for step in stack.steps() if step["op"] == "create"}
    for id_ in ids:
        name = NAMES[id_.rpartition("/")[2]]
        parent = f"main={wanted[name]['parent']}"
        flags = ("--parent", parent, "--yes", "--protect=false", "--generate-code=false")
        stack.succeed("import", wanted[name]["type"], name, id_, *flags)


CASES: dict[str, tuple[bool, tuple[str, ...], Callable[[Deployment, list[str]], None]]] = {
    "everything adopted": (False, LOST, _adopt),
    "a queue adopted on a protected stack": (True, LOST[1:2], _adopt),
    "a queue and a subscription imported": (False, LOST[1:3], _import),
}
"""Whether the stack is protected, the types whose answers are lost, and the way out."""


@pytest.mark.parametrize("case", CASES)
def test_what_was_made_without_an_answer_is_taken_in_as_it_is(deploy: Deploy, case: str) -> None:
    protect, lost, take_in = CASES[case]
    stack = deploy(_stack(protect=protect))
    for type_ in lost:
        stack.world.faults.add(Fault(methods=("PUT",), type=type_, times=4, status=504, loses_answer=True))
    taken: list[str] = []
    for _ in range(2 * len(lost) + 1):
        answer = stack.run("up", *GO)
        if answer.returncode == 0:
            break
        if named := sorted(set(ALREADY.findall(answer.stdout))):
            take_in(stack, named)
            taken += named
        else:
            assert 'Code="GatewayTimeout"' in answer.stdout
    assert stack.world.faults.planned() == ()
    assert sorted(taken) == sorted(_id(stack, type_) for type_ in lost if type_ != VAULT), "the program finds the vault"
    assert "replaced" not in answer.stdout
    stack.succeed("up", *GO, "--refresh", "--expect-no-changes")
    assert _deleted(stack) == []
    kept = {each["id"]: each for each in stack.state() if each.get("custom")}
    assert {kept[_id(stack, type_)].get("protect", False) for type_ in LOST} == {protect}


def test_what_the_stack_does_not_want_is_not_adopted(deploy: Deploy) -> None:
    stack = deploy(_stack(protect=False))
    other = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/theirs"
    status, said = _try_to_recover(stack, "--adopt", other)
    assert status == 1
    assert f"the next up would create nothing with the id {other}" in said
