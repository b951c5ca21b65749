"""A simulated Azure in which something happens at a chosen write, such as the death of the engine that asked for it."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from backbone.__main__ import main
from sandbox.world import DEPLOYER, AzureError, World
from tests import warm
from tests.deployment import ROOT, Deployment, deployment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from sandbox.world import Answer

QUEUES = {"azure-native:location": "westeurope", "queues:count": 2}
"""A small stack of tests/programs/queues: a group, a namespace and two queues."""
_GONE = AzureError(status=503, code="ServerUnavailable", message="Nobody waits for this answer.", rule="test")


class FragileWorld(World):
    """Takes writes one at a time; the chosen one is the last, kept or not, until it is mended."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._turn = threading.RLock()
        self._left = 0
        self._keep = False
        self._event: Callable[[], object] = lambda: None
        self.is_broken = False

    def break_at(self, write: int, event: Callable[[], object], *, keep: bool) -> None:
        """Let something happen at a write, counted from one; `keep` says whether it happens after the write is kept."""
        with self._turn:
            self._left, self._event, self._keep, self.is_broken = write, event, keep, False

    def pause_at(self, write: int, event: Callable[[], object]) -> None:
        """Let something happen after a write, while others wait; then take every write again."""

        def pause() -> None:
            event()
            self.mend()

        self.break_at(write, pause, keep=True)

    def mend(self) -> None:
        """Take every write again."""
        self.break_at(0, lambda: None, keep=False)

    def call(
        self,
        method: str,
        id: str,
        api_version: str,
        body: Mapping[str, Any] | None = None,
        *,
        principal: str = DEPLOYER,
    ) -> Answer:
        """As in every world, but for the chosen write and those after it."""
        if method not in {"PUT", "PATCH", "DELETE"}:
            return super().call(method, id, api_version, body, principal=principal)
        with self._turn:
            if self.is_broken:
                raise _GONE
            self._left -= 1
            if self._left != 0:
                return super().call(method, id, api_version, body, principal=principal)
            self.is_broken = True
            if self._keep:
                answer = super().call(method, id, api_version, body, principal=principal)
                self._event()
                return answer
            self._event()
            raise _GONE


@dataclass(frozen=True, kw_only=True)
class Patient:
    """A stack whose engine can be killed in the middle of its work, and which can be recovered."""

    stack: Deployment
    world: FragileWorld

    def kill_up(self, *, at: int, keep: bool) -> None:
        """Run an `up` and kill it at one of its writes, before or (`keep`) after Azure has kept it."""
        self.stack.engine.workspace.take_files()
        with self.start_up() as engine:
            self.world.break_at(at, lambda: os.killpg(engine.pid, signal.SIGKILL), keep=keep)
            said, _ = engine.communicate()
        assert self.world.is_broken, f"the engine had less to do than {at} writes:\n{said}"
        assert engine.returncode == -signal.SIGKILL
        self.world.mend()

    def start_up(self) -> subprocess.Popen[str]:
        """Begin an `up` in a process group of its own."""
        engine = self.stack.engine
        return subprocess.Popen(
            engine.command("up", "--yes", "--skip-preview"),
            cwd=engine.workspace.project,
            env=engine.environment(os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def recover(self, *arguments: str) -> str:
        """Run `backbone recover`, which must succeed; return what it says."""
        status, said = self.try_to_recover(*arguments)
        assert status == 0, said
        return said

    def try_to_recover(self, *arguments: str) -> tuple[int, str]:
        """Run `backbone recover`; return its exit status and what it says."""
        engine = self.stack.engine
        folder = str(engine.workspace.project)
        environment = engine.environment(os.environ) | {"ARM_SUBSCRIPTION_ID": self.world.subscription}
        command = ["recover", "--stack", engine.workspace.stack, "--cwd", folder, *arguments]
        answer = CliRunner().invoke(main, command, env=environment, catch_exceptions=False)
        return answer.exit_code, answer.output

    def in_state(self) -> set[str]:
        """The ids of what the stack holds in Azure, in lower case.

        What the engine has deleted and is about to create anew stays in the state for that moment, with a mark.
        """
        held = [each for each in self.stack.state() if not each.get("pendingReplacement")]
        ids = [str(each["id"]).lower() for each in held if each["type"].startswith("azure-native:")]
        assert len(ids) == len(set(ids)), "a resource stands twice in the state"
        assert len({each["urn"] for each in held}) == len(held), "an old copy was left in the state"
        return set(ids)

    def in_azure(self) -> set[str]:
        """The ids of what there is in Azure and was asked for, in lower case: without what comes with it."""
        asked = {str(call["id"]).lower() for call in self.stack.requests() if call["method"] == "PUT"}
        return asked & {str(held["id"]).lower() for held in self.world.resources()}


@contextmanager
def patient(root: Path, config: Mapping[str, Any], *, program: Path = ROOT) -> Iterator[Patient]:
    """Open a stack that survives; its engine saves the state after every step."""
    worlds: list[FragileWorld] = []

    def open_world(home: Path) -> FragileWorld:
        worlds.append(FragileWorld(home))
        return worlds[-1]

    with deployment(root, config, program=program, world_of=open_world, further=warm.variables()) as stack:
        yield Patient(stack=stack, world=worlds[-1])
