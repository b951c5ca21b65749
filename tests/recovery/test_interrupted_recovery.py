"""A recovery that is itself killed, and an interrupted replacement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backbone.commands.pulumi_cli import PulumiCli
from tests.deployment import ROOT
from tests.recovery.fragile import QUEUES, Patient, patient

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = ROOT / "tests/programs"
DEATHS = (("cancel --yes", 1), ("refresh --yes", 1), ("stack export", 2), ("stack import", 1))
"""Before which of its calls each recovery ends: before the lock is gone, and then before each step but the first."""


class _KilledError(Exception):
    """Stands for SIGKILL."""


def _die_before(command: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let recovery end abruptly before it calls the Pulumi CLI with a command for the first, second ... time."""
    calls: list[str] = []
    original = PulumiCli.call

    def call(cli: PulumiCli, *arguments: str, given: str = "") -> str:
        calls.append(" ".join(arguments[:2]))
        if calls.count(command) == count:
            raise _KilledError
        return original(cli, *arguments, given=given)

    monkeypatch.setattr(PulumiCli, "call", call)


@pytest.mark.parametrize("keep", [True, False], ids=["made", "not made"])
def test_a_recovery_may_be_killed_between_any_two_of_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, keep: bool
) -> None:
    with patient(tmp_path, QUEUES, program=PROGRAMS / "queues") as killed:
        killed.kill_up(at=2, keep=keep)
        for command, count in DEATHS:
            with monkeypatch.context() as patched:
                _die_before(command, count, patched)
                with pytest.raises(_KilledError):
                    killed.recover()
        assert "Azure has it" in killed.recover() or not keep
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
