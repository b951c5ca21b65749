"""`python -m sandbox` killed while the engine works, and `run`, through which it is put right."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.deployment import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SUICIDE = """\
import os, signal
from sandbox.world import World
writes = []
original = World.call
def call(world, method, *rest, **more):
    answer = original(world, method, *rest, **more)
    if method == "PUT":
        writes.append(method)
        if len(writes) == 3:
            os.kill(os.getpid(), signal.SIGKILL)
    return answer
World.call = call
from sandbox.__main__ import main
main()
"""
"""The sandbox, which is killed after it has kept the third write and before the engine hears of it."""
COMMAND = [sys.executable, "-m", "sandbox"]
STACK = ("--stack", "dev")
RECOVER = ("run", *STACK, "--", "backbone", "recover", *STACK)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a small program and a stack file."""
    program = ROOT / "tests/programs/queues"
    text = (program / "Pulumi.yaml").read_text(encoding="utf-8")
    (tmp_path / "Pulumi.yaml").write_text(f"{text}main: {program}\n", encoding="utf-8")
    config = "config:\n  azure-native:location: westeurope\n  queues:count: 3\n"
    (tmp_path / "Pulumi.dev.yaml").write_text(config, encoding="utf-8")
    return tmp_path


def _run(project: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux the engine ends with the sandbox")
def test_a_killed_sandbox_is_recovered(project: Path) -> None:
    command = [sys.executable, "-c", SUICIDE, "up", *STACK]
    killed = subprocess.run(command, cwd=project, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert killed.returncode == -signal.SIGKILL
    refused = _run(project, [*COMMAND, "up", *STACK])
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "another command is working on stack dev" in refused.stderr
    assert "if it was killed run: make up STACK=dev" in refused.stderr
    recovered = _run(project, [*COMMAND, *RECOVER])
    assert recovered.returncode == 0, recovered.stdout + recovered.stderr
    assert "took away the lock" in recovered.stdout
    assert "Azure has it" in recovered.stdout
    finished = _run(project, [*COMMAND, "up", *STACK])
    assert finished.returncode == 0, finished.stdout + finished.stderr
    log = (project / ".sandbox/dev/requests.jsonl").read_text(encoding="utf-8").splitlines()
    written = [call["id"] for call in map(json.loads, log) if call["method"] == "PUT"]
    assert len(written) == len(set(written)) == 5, "each resource was made once"


def test_a_command_runs_where_the_engine_runs_and_its_exit_status_is_passed_on(project: Path) -> None:
    script = (
        "import os, sys; print(os.getcwd(), os.environ['PULUMI_STACK'], os.environ['ARM_SUBSCRIPTION_ID']); sys.exit(7)"
    )
    answer = _run(project, [*COMMAND, "run", *STACK, "--", "python", "-c", script])
    folder, stack, subscription = answer.stdout.split()
    assert (answer.returncode, folder, stack) == (7, str(project / ".sandbox/dev/project"), "dev")
    assert subscription.count("-") == 4
    listed = _run(project, [*COMMAND, "run", *STACK, "--", "pulumi", "stack", "--show-name"])
    assert (listed.returncode, listed.stdout.strip()) == (0, "dev"), listed.stderr


def test_a_command_that_is_killed_ends_as_in_a_shell(project: Path) -> None:
    script = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert _run(project, [*COMMAND, "run", *STACK, "--", "python", "-c", script]).returncode == 128 + 15


def test_a_command_that_does_not_exist_is_a_sentence(project: Path) -> None:
    answer = _run(project, [*COMMAND, "run", *STACK, "--", "no-such-command"])
    assert answer.returncode == 1
    assert "no-such-command is neither in this environment nor on PATH" in answer.stderr
