from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from sandbox.__main__ import main
from sandbox.workspace import Workspace
from sandbox.world import DEFAULT_SUBSCRIPTION, AzureError, Fault, World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

SUBSCRIPTION = f"/subscriptions/{DEFAULT_SUBSCRIPTION}"
GROUP = f"{SUBSCRIPTION}/resourceGroups/rg"
GROUPS = "Microsoft.Resources/resourceGroups"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The world of the stack, open in another process's stead while the commands run."""
    monkeypatch.chdir(tmp_path)
    with closing(World(Workspace(root=tmp_path, stack="dev").home)) as opened:
        opened.call("PUT", GROUP, "2024-03-01", {"location": "westeurope"})
        yield opened


def run(*arguments: str) -> Result:
    """Run a command of the sandbox on the stack."""
    return CliRunner().invoke(main, [*arguments, "--stack", "dev"])


PLANNED = {
    (): (Fault(status=503), "the next 1 calls: 503"),
    ("--delay", "2"): (Fault(delay=2), "the next 1 calls: after 2 s"),
    ("--lose-answer", "--method", "put"): (
        Fault(methods=("PUT",), status=504, loses_answer=True),
        "the next 1 PUT: 504, carried out, answer lost",
    ),
    ("--type", GROUPS, "--times", "4", "--status", "500", "--code", "Mine", "--message", "No."): (
        Fault(type=GROUPS, times=4, status=500, code="Mine", message="No."),
        f"the next 4 calls of {GROUPS}: 500 Mine",
    ),
    ("--id", GROUP, "--method", "GET", "--method", "PUT", "--status", "429", "--delay", "0.5"): (
        Fault(methods=("GET", "PUT"), id=GROUP, status=429, delay=0.5),
        f"the next 1 GET or PUT of {GROUP}: after 0.5 s, 429",
    ),
}


@pytest.mark.parametrize("options", PLANNED, ids=" ".join)
def test_a_fault_is_planned_for_whoever_has_the_world_open(world: World, options: tuple[str, ...]) -> None:
    fault, said = PLANNED[options]

    added = run("fault", "add", *options)

    assert added.exit_code == 0, added.output
    assert world.faults.planned() == (fault,)
    assert [added.stdout, run("fault", "list").stdout] == [f"{said}\n"] * 2


def test_faults_strike_and_are_forgotten(world: World) -> None:
    run("fault", "add", "--times", "2")
    with pytest.raises(AzureError, match="ServiceUnavailable"):
        world.call("GET", GROUP, "2024-03-01")

    assert run("fault", "list").stdout == "the next 1 calls: 503\n"
    assert run("fault", "clear").stdout == "1 forgotten\n"
    assert run("fault", "list").stdout == ""
    assert world.call("GET", GROUP, "2024-03-01").status == 200


def test_drift_changes_locks_unlocks_and_deletes(world: World) -> None:
    assert run("drift", "set", GROUP, "tags.owner=me", 'tags.cost="007"', 'tags.more={"no": 1}').exit_code == 1
    assert run("drift", "set", GROUP, "tags.owner=me", 'tags.cost="007"').exit_code == 0
    locked = run("drift", "lock", GROUP, "--level", "readonly")
    refused = run("drift", "delete", GROUP)
    unlocked = run("drift", "unlock", GROUP)

    assert (world.call("GET", GROUP, "2024-03-01").body or {})["tags"] == {"owner": "me", "cost": "007"}
    assert locked.stdout == unlocked.stdout == f"{GROUP}/providers/Microsoft.Authorization/locks/drift\n"
    assert refused.exit_code == 1
    assert "ScopeLocked: The scope" in refused.stderr
    assert run("drift", "delete", GROUP).exit_code == 0
    assert world.resources() == []


WRONG = {
    ("fault", "add", "--status", "200"): "an error has an HTTP status from 400 to 599; found 200",
    ("fault", "add", "--type", "queues"): "'queues' is not a simulated type",
    ("fault", "add", "--times", "0"): "a fault strikes at least once",
    ("drift", "set", GROUP, "tags"): "a change is a path, = and a value",
    ("drift", "set", GROUP, "location=northeurope"): "InvalidResourceGroupLocation: Invalid resource group location",
    ("drift", "delete", "rg"): "an id begins with /subscriptions/",
    ("drift", "unlock", GROUP): f"no lock stands at {GROUP}; nothing is locked",
    ("drift", "lock", f"{GROUP}2"): "ResourceGroupNotFound: Resource group 'rg2' could not be found.",
}


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_mistake_is_one_sentence(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert result.exit_code == 1
    assert WRONG[arguments] in result.stderr
    assert len(result.stderr.splitlines()) == 1
