"""A stack deployed by the real Pulumi engine onto a simulated Azure inside the test's own process."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from sandbox import lifecycle
from sandbox.engine import Engine
from sandbox.provider.server import serve
from sandbox.rest import server as rest
from sandbox.workspace import Workspace
from sandbox.world import World
from tests import warm

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
STACK = "test"
ONE_CHECKPOINT = {"PULUMI_SKIP_CHECKPOINTS": "true"}
"""The state is saved once, at the end of a command: a third faster, and nobody kills these commands half-way."""


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """One stack, its simulated Azure and the engine between them."""

    engine: Engine
    world: World

    @property
    def root(self) -> Path:
        """The folder with the project file and the stack file."""
        return self.engine.workspace.root

    def configure(self, config: Mapping[str, Any]) -> None:
        """Write the stack file."""
        with self.engine.workspace.stack_file.open("w", encoding="utf-8") as stream:
            YAML().dump({"config": dict(config)}, stream)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a Pulumi command on the stack, with the stack file as it is now."""
        self.engine.workspace.take_files()
        return self.engine.ask(*arguments)

    def succeed(self, *arguments: str) -> str:
        """Run a Pulumi command that must succeed and return what it printed."""
        answer = self.run(*arguments)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout + answer.stderr

    def fail(self, *arguments: str) -> str:
        """Run a Pulumi command that must fail and return what it printed."""
        answer = self.run(*arguments)
        assert answer.returncode != 0, answer.stdout + answer.stderr
        return answer.stdout + answer.stderr

    def up(self, config: Mapping[str, Any] | None = None) -> str:
        """Deploy, with a new stack file where `config` is given."""
        if config is not None:
            self.configure(config)
        return self.succeed("up", "--yes", "--skip-preview")

    def steps(self) -> list[dict[str, Any]]:
        """What a preview would do, without what stays the same."""
        steps: list[dict[str, Any]] = json.loads(self.succeed("preview", "--json"))["steps"]
        return [step for step in steps if step["op"] != "same"]

    def outputs(self) -> dict[str, Any]:
        """The stack's outputs."""
        return lifecycle.outputs(self.engine)

    def state(self) -> list[dict[str, Any]]:
        """The resources in the engine's state, as exported."""
        exported = json.loads(self.succeed("stack", "export"))
        resources: list[dict[str, Any]] = exported["deployment"].get("resources", [])
        return resources

    def requests(self) -> list[dict[str, Any]]:
        """Every control-plane call that reached the simulated Azure."""
        log = self.engine.workspace.home / "requests.jsonl"
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


@contextmanager
def deployment(
    root: Path,
    config: Mapping[str, Any],
    *,
    program: Path = ROOT,
    world_of: Callable[[Path], World] = World,
    further: Mapping[str, str] | None = None,
) -> Iterator[Deployment]:
    """Open a stack of `program` with a stack file that holds `config`; its project lies in `root`.

    `world_of` opens the simulated Azure in a folder; `further` are variables for the engine, in place of those that
    make it fast.
    """
    variables = ONE_CHECKPOINT | warm.variables() if further is None else further
    project = YAML().load((program / "Pulumi.yaml").read_text(encoding="utf-8"))
    project["main"] = str(program)
    if warm.COMMAND in variables:
        project["runtime"] = "python"  # A virtual environment would come before the command.
    with (root / "Pulumi.yaml").open("w", encoding="utf-8") as stream:
        YAML().dump(project, stream)
    workspace = Workspace(root=root, stack=STACK)
    workspace.prepare()
    with closing(world_of(workspace.home)) as world, serve(world) as server, rest.serve(world) as door:
        opened = Deployment(
            engine=Engine(workspace=workspace, port=server.port, further={**variables, **door.variables}), world=world
        )
        opened.configure(config)
        lifecycle.initialise(opened.engine)
        yield opened
