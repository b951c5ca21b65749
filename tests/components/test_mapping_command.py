"""`backbone mappings` on a deployed stack: what is declared and found, whether it works, and never a value."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from backbone.__main__ import main
from sandbox.rest.server import TOKEN
from sandbox.world import OWNER
from tests.components import theirs
from tests.components.stacks import DEV
from tests.deployment import STACK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from click.testing import Result

    from tests.deployment import Deployment

    Deploy = Callable[[Mapping[str, Any]], Deployment]

ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments/"


def _run(stack: Deployment, *arguments: str, **variables: str) -> Result:
    environment = stack.engine.environment(os.environ) | variables | {"COLUMNS": "80"}
    return CliRunner().invoke(
        main, ["mappings", "--stack", STACK, "--cwd", str(stack.root), *arguments], env=environment
    )


def _listed(stack: Deployment, **variables: str) -> tuple[dict[str, Any], str | None]:
    answer = _run(stack, "--format", "json", **variables)
    assert answer.exit_code == 0, answer.output
    document = json.loads(answer.stdout)
    return {each["id"]: each for each in document["mappings"]}, document["unreachable"]


def _write_as_somebody_else(stack: Deployment, *secrets: str) -> None:
    """Put secrets into the stack's vault that lead to a queue of others."""
    vault = next(it["id"] for it in stack.world.resources() if it["type"] == "Microsoft.KeyVault/vaults")
    written = {"tags": {"target": theirs.FAR}, "properties": {"value": "theirs"}}
    for secret in secrets:
        stack.world.call("PUT", f"{vault}/secrets/{secret}", "2024-11-01", written, principal=OWNER)


OF_THE_PORTAL = {
    "id": "portal",
    "declared": None,
    "found": True,
    "target": theirs.FAR,
    "enabled": True,
    "granted": False,
    "note": "the function may not send there: Azure Service Bus Data Sender is missing; let whoever wrote the "
    "mapping give it, or declare the mapping and run `pulumi up`",
}


def _table(namespace: str) -> list[str]:
    """What a terminal of 80 columns shows of them."""
    return [
        "ID       DECLARED         FOUND     TARGET IN THE VAULT",
        f"default  tracking@main    enabled   tracking@{namespace}",
        "Near     orders@near-bus  enabled   orders@near-bus",
        "    the function may not send there: Azure Service Bus Data Sender is missing;",
        "    run `pulumi up`",
        "old      disabled         disabled  -",
        "portal   -                enabled   a/b@far-bus",
        "    the function may not send there: Azure Service Bus Data Sender is missing;",
        "    let whoever wrote the mapping give it, or declare the mapping and run",
        "    `pulumi up`",
    ]


def test_mappings_are_listed_before_and_after_a_deployment_with_what_is_wrong_with_them(deploy: Deploy) -> None:
    stack = deploy({**DEV, "backbone:mappings": {"Near": theirs.NEAR, "old": "disabled"}})
    theirs.make_theirs(stack.world)
    listed, unreachable = _listed(stack)
    assert unreachable is None
    assert {key: (it["declared"], it["found"]) for key, it in listed.items()} == {
        "default": ("tracking@main", False),
        "Near": (theirs.NEAR, False),
        "old": ("disabled", False),
    }

    stack.up()
    _write_as_somebody_else(stack, "queue-mapping-portal", "certificate")
    (grant,) = (it["id"] for it in stack.world.resources() if it["id"].startswith(f"{theirs.NEAR}{ASSIGNMENTS}"))
    listed, unreachable = _listed(stack)
    assert (unreachable, set(listed)) == (None, {"default", "Near", "old", "portal"})
    near = {"id": "Near", "declared": theirs.NEAR, "found": True, "target": theirs.NEAR, "enabled": True}
    assert listed["Near"] == {**near, "granted": True, "note": ""}
    assert (listed["default"]["granted"], listed["old"]["enabled"], listed["old"]["granted"]) == (True, False, None)
    assert listed["portal"] == OF_THE_PORTAL

    stack.world.call("DELETE", grant, "2022-04-01", principal=OWNER)
    before = stack.engine.workspace.stack_file.read_bytes()
    answer = _run(stack)
    assert (answer.exit_code, answer.stderr) == (0, "")
    namespace = stack.outputs()["namespaceHost"].partition(".")[0]
    assert answer.stdout.splitlines() == _table(namespace)
    assert stack.engine.workspace.stack_file.read_bytes() == before, "the command only reads"

    listed, unreachable = _listed(stack, **{TOKEN: "a-stranger"})
    assert unreachable is not None
    assert unreachable.startswith("403 AuthorizationFailed: ")
    assert "Microsoft.KeyVault/vaults/secrets/read" in unreachable
    assert {it["found"] for it in listed.values()} == {None}
