"""A recovery that is itself killed, and an interrupted replacement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backbone.commands.pulumi_cli import PulumiCli
from tests.deployment import ROOT
from tests.recovery.fragile import Patient, patient

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = ROOT / "tests/programs"
COMMANDS = 6
"""A recovery's calls of the Pulumi CLI once the lock is gone: export, import, refresh, export, import; one to spare."""


class _KilledError(Exception):
    """Stands for SIGKILL."""


def _die_after(commands: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let recovery end abruptly after some calls of the Pulumi CLI."""
    left = iter(range(commands))
    original = PulumiCli.call

    def call(cli: PulumiCli, *arguments: str, given: str = "") -> str:
        if next(left, None) is None:
            raise _KilledError
        return original(cli, *arguments, given=given)

    monkeypatch.setattr(PulumiCli, "call", call)


@pytest.mark.parametrize("keep", [True, False], ids=["made", "not made"])
def test_a_recovery_may_be_killed_after_each_of_its_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keep: bool
) -> None:
    with patient(tmp_path, {"queues:count": 2}, program=PROGRAMS / "queues") as killed:
        killed.kill_up(at=2, keep=keep)
        deaths = 0
        for commands in range(1, COMMANDS + 2):
            with monkeypatch.context() as patched:
                _die_after(commands, patched)
                try:
                    killed.recover()
                except _KilledError:
                    deaths += 1
        assert deaths >= COMMANDS - 1
        assert killed.recover() == "stack test: nothing to recover\n"
        killed.stack.up()
        assert killed.in_state() == killed.in_azure()
        assert killed.stack.steps() == []


@pytest.mark.parametrize("keep", [True, False], ids=["made", "not made"])
def test_a_replacement_killed_while_the_new_one_is_made_can_be_finished(tmp_path: Path, *, keep: bool) -> None:
    with patient(tmp_path, _in("westeurope"), program=PROGRAMS / "renamed") as killed:
        old = _kill_replacement(killed, keep=keep)
        assert old in killed.in_azure()
        killed.stack.up()
        assert old not in killed.in_azure()
        assert killed.in_state() == killed.in_azure()
        assert len(killed.in_azure()) == 2


def test_a_replacement_that_came_to_nothing_can_be_given_up_and_the_old_resource_stays(tmp_path: Path) -> None:
    with patient(tmp_path, _in("westeurope"), program=PROGRAMS / "renamed") as killed:
        old = _kill_replacement(killed, keep=False)
        killed.stack.up(_in("westeurope"))
        assert old in killed.in_azure()
        assert killed.in_state() == killed.in_azure()


def _in(location: str) -> dict[str, str]:
    return {"azure-native:location": "westeurope", "renamed:location": location}


def _kill_replacement(killed: Patient, *, keep: bool) -> str:
    """Install, ask for another region, kill the engine while it makes the new resource, recover; return the old id."""
    killed.stack.up()
    (old,) = (each for each in killed.in_azure() if "identities" in each)
    killed.stack.configure(_in("northeurope"))
    killed.kill_up(at=1, keep=keep)
    killed.recover()
    return old
