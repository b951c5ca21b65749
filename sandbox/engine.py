"""The real Pulumi engine, run against a simulated Azure and cut off from everything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sandbox.errors import SandboxError
from sandbox.leash import leashed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sandbox.workspace import Workspace

FOREIGN_PREFIXES = ("PULUMI_", "ARM_", "AZURE_")
"""Variables of the user's own Pulumi and Azure set-up, which must not reach a simulated run."""

BUILT = Path(__file__).resolve().parent.parent / ".tools/bin/pulumi"
"""Where the set-up puts a Pulumi CLI that it had to build."""


@dataclass(frozen=True, kw_only=True)
class Engine:
    """The Pulumi CLI with all that it needs to deploy one simulated stack.

    Attributes:
        workspace: The stack's folders.
        port: Where the simulated provider listens on this machine.
        further: Environment variables beyond those that every simulated run needs.
    """

    workspace: Workspace
    port: int
    further: Mapping[str, str] = field(default_factory=dict)

    def variables(self) -> dict[str, str]:
        """The environment variables with which any Pulumi program runs against this simulated Azure."""
        return {
            "PULUMI_DEBUG_PROVIDERS": f"azure-native:{self.port}",
            # Without `skip` the CLI writes a second file beside the state, which a kill can leave half-written.
            "PULUMI_BACKEND_URL": f"{self.workspace.state.resolve().as_uri()}?metadata=skip",
            "PULUMI_HOME": str(self.workspace.pulumi_home.resolve()),
            "PULUMI_CONFIG_PASSPHRASE": "",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "PULUMI_DISABLE_REGISTRY_RESOLVE": "true",
            "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS": "true",
            "PULUMI_SKIP_CONFIRMATIONS": "true",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_SUPPRESS_NEO_LINK": "true",
            **self.further,
        }

    def environment(self, surroundings: Mapping[str, str]) -> dict[str, str]:
        """The whole environment of a Pulumi command: the surroundings less the user's own Pulumi and Azure set-up."""
        kept = {name: value for name, value in surroundings.items() if not name.startswith(FOREIGN_PREFIXES)}
        folders = [str(Path(sys.executable).parent), str(program().parent), kept.get("PATH", "")]
        return kept | self.variables() | {"PATH": os.pathsep.join(folders)}

    def run(self, *arguments: str) -> int:
        """Run a Pulumi command on the stack, its output shown as it comes; return its exit status."""
        try:
            return subprocess.run(self.command(*arguments), check=False, **self._surroundings()).returncode
        except KeyboardInterrupt:
            return 130

    def ask(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a Pulumi command on the stack and keep what it prints."""
        return subprocess.run(
            self.command(*arguments, "--color", "never"),
            check=False,
            capture_output=True,
            text=True,
            **self._surroundings(),
        )

    def execute(self, command: Sequence[str], further: Mapping[str, str]) -> int:
        """Run any command where the engine runs, with further variables; return its exit status as a shell would.

        Raises:
            SandboxError: There is no such command.
        """
        environment = {**self.environment(os.environ), **further}
        found = shutil.which(command[0], path=environment["PATH"])
        if found is None:
            raise SandboxError(f"{command[0]} is neither in this environment nor on PATH")
        try:
            status = subprocess.run(
                leashed([found, *command[1:]]), check=False, cwd=self.workspace.project, env=environment
            ).returncode
        except KeyboardInterrupt:
            return 130
        return status if status >= 0 else 128 - status

    def command(self, *arguments: str) -> list[str]:
        """The command line of a Pulumi command on the stack."""
        cli = str(program())
        interaction = () if sys.stdout.isatty() else ("--non-interactive",)
        return leashed([cli, *arguments, "--stack", self.workspace.stack, *interaction])

    def _surroundings(self) -> dict[str, Any]:
        return {"cwd": self.workspace.project, "env": self.environment(os.environ), "stdin": subprocess.DEVNULL}


def program() -> Path:
    """The Pulumi CLI: the one that the set-up built, else the one on PATH.

    Raises:
        SandboxError: There is none.
    """
    if BUILT.is_file():
        return BUILT
    found = shutil.which("pulumi")
    if found is None:
        raise SandboxError("the Pulumi CLI is missing; `make setup` brings it")
    return Path(found)
