"""`backbone recover` with a stand-in for the Pulumi CLI: locks of other machines and backends, and failures."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from backbone.__main__ import main
from tests.backbone.recovery.states import GROUP, ROOT, exported, operation, provider, resource

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

STAND_IN = """\
#!{python}
import json, pathlib, sys
folder = pathlib.Path({folder!r})
with (folder / "calls").open("a") as calls:
    calls.write(" ".join(sys.argv[1:3]) + "\\n")
command, refusal = sys.argv[1], folder / "refusal"
if command == "cancel":
    refusal.unlink()
elif sys.argv[2] == "export":
    broken = folder / "broken"
    if broken.exists() and list(folder.rglob("*.attrs")):
        sys.exit("error: failed to load checkpoint: EOF")
    print((folder / "state.json").read_text())
elif refusal.exists():
    sys.exit(refusal.read_text())
elif sys.argv[2] == "import":
    (folder / "state.json").write_text(sys.stdin.read())
"""
LOCKED = "error: the stack is currently locked by 1 lock(s).\n  x.json: created by ann@{host} (pid {pid}) at {since}\n"
CLOUD = "error: [409] Conflict: Another update is currently in progress.\n"
LONG_AGO = "2020-01-01T00:00:00Z"
NO_PROCESS = 2**22 + 1
"""Linux's processes have smaller numbers."""
QUIET = exported(ROOT, provider(), GROUP)
INTERRUPTED = exported(ROOT, provider(), GROUP, pending=(operation("creating", resource()),))


@dataclass(frozen=True, kw_only=True)
class StandIn:
    """A folder with a `pulumi`, what it answers and what it was asked."""

    folder: Path

    def holds(self, state: object, *, refusal: str = "") -> None:
        """Set the state, and the words in which commands that need the lock are refused."""
        (self.folder / "state.json").write_text(json.dumps(state), encoding="utf-8")
        if refusal:
            (self.folder / "refusal").write_text(refusal, encoding="utf-8")

    @property
    def calls(self) -> list[str]:
        """The commands so far, each by its first two words."""
        return (self.folder / "calls").read_text(encoding="utf-8").splitlines()

    def recover(self, *arguments: str) -> Result:
        """Run the command."""
        command = ["recover", "--stack", "prod", "--cwd", str(self.folder), *arguments]
        return CliRunner().invoke(main, command, catch_exceptions=False)


@pytest.fixture
def pulumi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    program = tmp_path / "pulumi"
    program.write_text(STAND_IN.format(python=sys.executable, folder=str(tmp_path)), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("PULUMI_BACKEND_URL", raising=False)
    return StandIn(folder=tmp_path)


def test_nothing_to_recover_is_one_line(pulumi: StandIn) -> None:
    pulumi.holds(QUIET)
    answer = pulumi.recover()
    assert (answer.exit_code, answer.output) == (0, "stack prod: nothing to recover\n")
    assert "stack import" not in pulumi.calls


@pytest.mark.parametrize("state", [QUIET, INTERRUPTED], ids=["quiet", "interrupted"])
@pytest.mark.parametrize(
    "refusal",
    [LOCKED.format(host="elsewhere", pid=12, since=LONG_AGO), CLOUD],
    ids=["another machine", "Pulumi Cloud"],
)
def test_a_lock_that_cannot_be_judged_is_taken_away_only_by_force(pulumi: StandIn, state: object, refusal: str) -> None:
    pulumi.holds(state, refusal=refusal)
    refused = pulumi.recover()
    assert refused.exit_code == 1
    assert "another command is working on stack prod" in refused.output
    assert "backbone recover --stack prod --force" in refused.output
    assert len(refused.output.splitlines()) == 1
    assert "cancel --yes" not in pulumi.calls
    forced = pulumi.recover("--force")
    assert forced.exit_code == 0, forced.output
    assert "took away the lock" in forced.output
    assert pulumi.recover().output == "stack prod: nothing to recover\n"


def test_a_lock_of_a_process_that_has_ended_here_is_taken_away(pulumi: StandIn) -> None:
    pulumi.holds(QUIET, refusal=LOCKED.format(host=platform.node(), pid=NO_PROCESS, since=LONG_AGO))
    answer = pulumi.recover()
    assert answer.exit_code == 0
    assert f"took away the lock of ann@{platform.node()} (process {NO_PROCESS})" in answer.output
    assert "which was killed" in answer.output


def test_a_lock_of_a_process_that_lives_here_is_not_even_taken_away_by_force(pulumi: StandIn) -> None:
    pulumi.holds(
        INTERRUPTED, refusal=LOCKED.format(host=platform.node(), pid=os.getpid(), since="2100-01-01T00:00:00Z")
    )
    answer = pulumi.recover("--force")
    assert answer.exit_code == 1
    assert answer.output.endswith("wait until it has ended\n")
    assert "cancel --yes" not in pulumi.calls


def test_the_state_is_kept_as_it_was_found_for_its_owner_alone(pulumi: StandIn) -> None:
    pulumi.holds(INTERRUPTED)
    answer = pulumi.recover()
    backup = pulumi.folder / "prod.before-recovery.json"
    assert str(backup) in answer.output
    assert json.loads(backup.read_text(encoding="utf-8")) == INTERRUPTED
    assert backup.stat().st_mode & 0o077 == 0


def test_an_id_that_cannot_be_told_changes_nothing_and_says_what_to_give(pulumi: StandIn) -> None:
    unknown = resource("azure-native:cdn:Profile", "cdn")
    state = exported(ROOT, provider(), pending=(operation("creating", unknown),))
    pulumi.holds(state)
    answer = pulumi.recover()
    assert answer.exit_code == 1
    assert f"--id '{unknown['urn']}' ID" in answer.output
    assert pulumi.calls == ["stack export"]
    assert pulumi.recover("--id", unknown["urn"], "/subscriptions/x/cdn").exit_code == 0


def test_what_a_kill_left_half_written_beside_a_state_in_files_is_removed(
    pulumi: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    pulumi.holds(QUIET)
    stacks = pulumi.folder / ".pulumi/stacks/backbone"
    stacks.mkdir(parents=True)
    for name in ("prod", "other"):
        (stacks / f"{name}.json.attrs").touch()
    (pulumi.folder / "broken").touch()
    monkeypatch.setenv("PULUMI_BACKEND_URL", pulumi.folder.as_uri())
    assert pulumi.recover().exit_code == 1, "the file of another stack is not touched"
    (stacks / "other.json.attrs").unlink()
    answer = pulumi.recover()
    assert (answer.exit_code, answer.output) == (0, "stack prod: nothing to recover\n")


def test_a_failure_of_the_cli_is_shown(pulumi: StandIn) -> None:
    answer = pulumi.recover()
    assert answer.exit_code == 1
    assert "pulumi stack export failed:" in answer.output


def test_a_missing_cli_is_said(pulumi: StandIn) -> None:
    (pulumi.folder / "pulumi").unlink()
    answer = pulumi.recover()
    assert answer.exit_code == 1
    assert "the Pulumi CLI is not on PATH" in answer.output
