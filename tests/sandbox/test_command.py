"""`python -m sandbox` from the outside, as a user runs it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sandbox import engine
from tests.deployment import ROOT

COMMAND = [sys.executable, "-m", "sandbox"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with this project's program and a stack file."""
    text = (ROOT / "Pulumi.yaml").read_text(encoding="utf-8")
    (tmp_path / "Pulumi.yaml").write_text(f"{text}main: {ROOT}\n", encoding="utf-8")
    (tmp_path / "Pulumi.dev.yaml").write_bytes((ROOT / "Pulumi.dev.yaml").read_bytes())
    return tmp_path


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], cwd=project, capture_output=True, text=True, check=False)


def test_up_again_serve_destroy_and_up_protected(project: Path) -> None:
    stack = ("--stack", "dev")
    first = _run(project, "up", *stack)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Microsoft.ServiceBus/namespaces/queues" in first.stdout
    assert "namespaceHost" in first.stdout
    assert "has no code yet" in first.stdout
    assert first.stdout.count("mappingIds") == 1
    assert "  mappingIds     default\n" in first.stdout
    assert "warning" not in (first.stdout + first.stderr).lower()
    held = json.loads(_run(project, "resources", *stack).stdout)
    assert {"id", "type", "apiVersion", "body"} == set(held[0])
    second = _run(project, "up", *stack)
    assert second.returncode == 0
    assert "unchanged" in second.stdout
    assert json.loads(_run(project, "resources", *stack).stdout) == held

    refreshed = _refreshed_by_pulumi_itself(project)
    assert refreshed.returncode == 0, refreshed.stdout + refreshed.stderr

    locked = next(it["id"] for it in held if it["type"] == "Microsoft.ServiceBus/namespaces")
    assert _run(project, "drift", "lock", locked, *stack).returncode == 0
    refused = _run(project, "destroy", *stack)
    assert (refused.returncode != 0, "ScopeLocked" in refused.stdout) == (True, True)
    assert "UNPROTECT" not in refused.stderr, "nothing of it is protected"
    assert _run(project, "drift", "unlock", locked, *stack).returncode == 0

    destroyed = _run(project, "destroy", *stack)
    assert destroyed.returncode == 0
    assert destroyed.stdout.endswith("to forget this simulated Azure altogether: rm -r .sandbox/dev\n")
    assert json.loads(_run(project, "resources", *stack).stdout) == []
    assert (project / "Pulumi.dev.yaml").exists()
    (project / "Pulumi.dev.yaml").write_text("config: {azure-native:location: westeurope}\n", encoding="utf-8")
    assert _run(project, "up", *stack).returncode == 0
    refused = _run(project, "destroy", *stack)
    assert refused.returncode != 0
    assert "make destroy STACK=dev UNPROTECT=1" in refused.stderr
    assert _run(project, "destroy", *stack, "--unprotect").returncode == 0
    assert json.loads(_run(project, "resources", *stack).stdout) == []


def _refreshed_by_pulumi_itself(project: Path) -> subprocess.CompletedProcess[str]:
    """A refresh that finds no changes, by a Pulumi command with the variables that `serve` prints."""
    with subprocess.Popen(
        [*COMMAND, "serve", "--stack", "dev"], cwd=project, stdout=subprocess.PIPE, text=True
    ) as door:
        assert door.stdout is not None
        variables: dict[str, str] = {}
        for line in door.stdout:
            name, _, value = line.rstrip("\n").partition("=")
            variables[name] = value
            if name == "PULUMI_SUPPRESS_NEO_LINK":
                break
        answer = subprocess.run(
            [
                engine.program(),
                "refresh",
                "--yes",
                "--skip-preview",
                "--stack",
                "dev",
                "--non-interactive",
                "--expect-no-changes",
            ],
            cwd=project / ".sandbox/dev/project",
            env=os.environ | variables | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        door.terminate()
    assert door.returncode == 0
    return answer


def test_what_was_never_deployed_holds_nothing_and_is_not_destroyed(project: Path) -> None:
    assert json.loads(_run(project, "resources", "--stack", "dev").stdout) == []
    answer = _run(project, "destroy", "--stack", "dev")
    assert answer.returncode == 0
    assert "nothing to destroy" in answer.stdout


@pytest.mark.parametrize(
    "command", [("up",), ("preview",), ("resources",), ("run", "true")], ids=lambda words: words[0]
)
def test_an_unknown_stack_is_one_sentence_and_leaves_nothing_behind(project: Path, command: tuple[str, ...]) -> None:
    answer = _run(project, *command, "--stack", "prod")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert not (project / ".sandbox").exists()
    assert answer.stderr == (
        f"Error: Pulumi.prod.yaml does not exist in {project}; create it, or name another stack. A stack file that "
        "says `config: {azure-native:location: westeurope}` is enough.\n"
    )


def test_what_was_deployed_is_shown_without_its_stack_file(project: Path) -> None:
    (project / ".sandbox/prod").mkdir(parents=True)
    assert _run(project, "resources", "--stack", "prod").stdout == "[]\n"
    answer = _run(project, "up", "--stack", "prod")
    assert (answer.returncode, "Traceback" in answer.stderr) == (1, False)
    assert "Pulumi.prod.yaml does not exist" in answer.stderr


def test_a_world_of_another_version_is_one_sentence_that_says_what_to_do(project: Path) -> None:
    home = project / ".sandbox/dev"
    home.mkdir(parents=True)
    with closing(sqlite3.connect(home / "world.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 4711")
    answer = _run(project, "up", "--stack", "dev")
    assert answer.returncode == 1
    assert "delete that folder, then deploy again" in answer.stderr
    assert "Traceback" not in answer.stderr
