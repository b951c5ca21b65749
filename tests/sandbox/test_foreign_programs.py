"""Plain azure-native programs that are not ours live a whole life on the simulated Azure."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sandbox import engine
from tests.deployment import ROOT, deployment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.world import World

PROGRAMS = ROOT / "tests" / "programs"
SHARED = "11111111-1111-4111-8111-111111111111"
TEAM_GROUP = "rg-team"
HUB_GROUP = "rg-hub"
_TOPICS = {
    "orders": {
        "ordered": True,
        "ttl": "P7D",
        "subscriptions": {
            "billing": {"sessions": True, "sql": {"large": "amount > 1000"}},
            "archive": {"audit": True},
            "mail": {"default": "country = 'NL'"},
        },
    },
    "stock": {"subscriptions": {"web": {"correlation": {"changed": {"label": "changed", "region": "eu"}}}}},
}


@dataclass(frozen=True, kw_only=True)
class Program:
    """A program, its configuration, and how many resources it holds when it is deployed.

    `settles` says that Azure changes some of them after they were made, which the first refresh finds.
    """

    config: Mapping[str, Any] = field(default_factory=dict)
    holds: int
    settles: bool = False


FOREIGN: Mapping[str, Program] = {
    "quickstart": Program(holds=10),
    "fanout": Program(
        config={
            "azure-native:location": "westeurope",
            "fanout:audited": "true",
            "fanout:auditSize": "2048",
            "fanout:topics": _TOPICS,
        },
        holds=15,
    ),
    "eventdriven": Program(config={"azure-native:location": "West Europe"}, holds=22),
    "landing": Program(config={"azure-native:location": "WestEurope"}, holds=18, settles=True),
    "platform": Program(
        config={
            "platform:group": TEAM_GROUP,
            "platform:sharedSubscription": SHARED,
            "platform:hub": "sb-hub-northeurope",
            "platform:hubGroup": HUB_GROUP,
            "platform:clientSecret": "not-checked-here",
        },
        holds=11,
    ),
}


def _estate(world: World) -> None:
    """What other teams own already."""
    groups = f"/subscriptions/{world.subscription}/resourceGroups"
    world.call("PUT", f"{groups}/{TEAM_GROUP}", "2021-04-01", {"location": "westeurope"})
    hub = f"/subscriptions/{SHARED}/resourceGroups/{HUB_GROUP}"
    world.call("PUT", hub, "2021-04-01", {"location": "northeurope"})
    namespace = f"{hub}/providers/Microsoft.ServiceBus/namespaces/sb-hub-northeurope"
    world.call("PUT", namespace, "2026-01-01", {"location": "northeurope", "sku": {"name": "Standard"}})


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_program_deploys_stays_as_it_is_and_goes(tmp_path: Path, name: str) -> None:
    program = FOREIGN[name]
    with deployment(tmp_path, program.config, program=PROGRAMS / name) as deployed:
        if name == "platform":
            _estate(deployed.world)
        before = deployed.world.resources()

        deployed.up()
        assert len(deployed.world.resources()) == program.holds
        if program.settles:
            deployed.succeed("refresh", "--yes", "--skip-preview")
        deployed.succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes")
        deployed.succeed("up", "--yes", "--skip-preview", "--expect-no-changes")
        deployed.succeed("destroy", "--yes", "--skip-preview")
        assert deployed.world.resources() == before


@contextmanager
def _served(folder: Path) -> Iterator[dict[str, str]]:
    """The environment that `python -m sandbox serve` prints, on top of the user's own."""
    command = [sys.executable, "-m", "sandbox", "serve", "--stack", "dev"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as door:
        assert door.stdout is not None
        assert door.stderr is not None
        assert door.stderr.readline().startswith("the simulated Azure is open")
        path = os.pathsep.join([str(Path(sys.executable).parent), str(engine.program().parent), os.environ["PATH"]])
        variables = {"PATH": path}
        while "PULUMI_SUPPRESS_NEO_LINK" not in variables:
            name, _, value = door.stdout.readline().rstrip("\n").partition("=")
            variables[name] = value
        try:
            yield os.environ | variables
        finally:
            door.terminate()
            door.wait()
    assert door.returncode == 0


def test_a_foreign_program_runs_with_pulumi_itself_and_what_serve_prints(tmp_path: Path) -> None:
    program = tmp_path / "quickstart"
    shutil.copytree(PROGRAMS / "quickstart", program, ignore=shutil.ignore_patterns("__pycache__"))
    project = program / "Pulumi.yaml"
    project.write_text(project.read_text(encoding="utf-8").replace(" .venv", f" {sys.prefix}"), encoding="utf-8")
    with _served(program) as environment:
        for arguments in (
            ("stack", "init", "mine"),
            ("up", "--yes", "--skip-preview", "--stack", "mine"),
            ("preview", "--refresh", "--expect-no-changes", "--stack", "mine"),
            ("destroy", "--yes", "--skip-preview", "--stack", "mine"),
        ):
            command = [str(engine.program()), *arguments, "--non-interactive"]
            answer = subprocess.run(command, cwd=program, env=environment, capture_output=True, text=True, check=False)
            assert answer.returncode == 0, answer.stdout + answer.stderr
            if arguments[0] == "up":
                assert "8 created" in answer.stdout
    log = program / ".sandbox" / "dev" / "requests.jsonl"
    assert "rg-quickstart-weu" in log.read_text(encoding="utf-8")
