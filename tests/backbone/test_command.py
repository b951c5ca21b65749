"""The `backbone` command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from backbone.__main__ import main
from backbone.settings import reference, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]

WRONG = """\
config:
  backbone:workload: Tracking
  backbone:namespace: {sku: Gold}
"""
REPORT = """\
Pulumi.test.yaml: 3 settings are wrong:
  azure-native:location: expected an Azure region (for example westeurope), found nothing. \
Say where to deploy: pulumi config set --stack test azure-native:location westeurope
  backbone:workload: expected 2 to 20 lower-case letters, digits and hyphens that begin with a letter \
(for example tracking), found "Tracking"
  backbone:namespace.sku: expected one of Standard, Premium (for example Premium), found "Gold"
"""
FORWARDING = """\
config:
  azure-native:location: westeurope
  backbone:alerts: {emails: [operations@example.com]}
  backbone:namespace: {queues: {inbox: {forwardTo: tracking}}}
"""
WARNED = """\
Pulumi.test.yaml: the settings are right
  warning backbone:namespace.queues.tracking: tracking@main takes sessions only: without a session id a message stays \
in the dead-letter queue of inbox@main.
  remark backbone:access.senders: The stack lets nobody send to inbox@main, and keys are off: no mapping, route, \
sender or forward leads there.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(folder: Path, text: str) -> None:
    (folder / "Pulumi.test.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("stack", ["test", "organization/backbone/test"])
def test_a_right_stack_file_gives_one_line(folder: Path, stack: str) -> None:
    _write(folder, "config:\n  azure-native:location: westeurope\n  backbone:protect: false\n")
    answer = CliRunner().invoke(main, ["check", "--stack", stack])
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, "Pulumi.test.yaml: the settings are right\n", "")


def test_what_should_be_known_about_a_right_stack_file_is_a_warning(folder: Path) -> None:
    _write(folder, FORWARDING)
    answer = CliRunner().invoke(main, ["check", "--stack", "test"])
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, WARNED, "")


def test_a_wrong_stack_file_gives_every_finding_and_exit_status_2(folder: Path) -> None:
    _write(folder, WRONG)
    answer = CliRunner().invoke(main, ["check", "--stack", "test"])
    assert (answer.exit_code, answer.stdout, answer.stderr) == (2, "", REPORT)


def test_a_terminal_gets_colour(folder: Path) -> None:
    _write(folder, WRONG)
    answer = CliRunner().invoke(main, ["check", "--stack", "test"], color=True)
    assert "\x1b[1mbackbone:namespace.sku\x1b[0m: expected" in answer.stderr


def test_a_stack_file_elsewhere_is_found(tmp_path: Path) -> None:
    _write(tmp_path, WRONG)
    answer = CliRunner().invoke(main, ["check", "--stack", "test", "--cwd", str(tmp_path)])
    assert (answer.exit_code, answer.stderr) == (2, REPORT)


def test_a_stack_file_that_is_no_yaml_gives_one_sentence(folder: Path) -> None:
    _write(folder, "config: [\n")
    answer = CliRunner().invoke(main, ["check", "--stack", "test"])
    expected = "Pulumi.test.yaml, line 2, column 1: did not find expected node content.\n"
    assert (answer.exit_code, answer.stdout, answer.stderr) == (2, "", expected)


def test_a_stack_file_that_is_missing_gives_one_sentence(folder: Path) -> None:
    answer = CliRunner().invoke(main, ["check", "--stack", "none"])
    expected = (
        "Pulumi.none.yaml does not exist; create the stack with: pulumi stack init none. For the simulated Azure a "
        "file that says `config: {azure-native:location: westeurope}` is enough.\n"
    )
    assert folder.is_dir()
    assert (answer.exit_code, answer.stderr) == (2, expected)


def test_an_encrypted_setting_is_refused(folder: Path) -> None:
    text = 'config:\n  azure-native:location: westeurope\n  backbone:tags: {secure: "v1:abc:def"}\n'
    _write(folder, text)
    answer = CliRunner().invoke(main, ["check", "--stack", "test"])
    assert answer.exit_code == 2
    assert "backbone:tags: expected a plain value, because no setting is a secret, found [secret]" in answer.stderr


def test_the_schema_is_printed() -> None:
    answer = CliRunner().invoke(main, ["schema"])
    assert answer.exit_code == 0
    assert answer.stdout == schema.text()
    assert json.loads(answer.stdout)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_the_reference_is_printed() -> None:
    answer = CliRunner().invoke(main, ["reference", "settings"])
    assert (answer.exit_code, answer.stdout) == (0, reference.markdown() + "\n")


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_is_for_terminals_that_want_it(folder: Path, variable: dict[str, str]) -> None:
    _write(folder, WRONG)
    coloured, plain = (
        CliRunner().invoke(main, ["check", "--stack", "test"], color=True, env=env)
        for env in ({"NO_COLOR": "", "TERM": "xterm"}, {"NO_COLOR": "", "TERM": "xterm", **variable})
    )
    assert "\x1b[" in coloured.stderr
    assert plain.stderr == REPORT


def test_a_file_that_cannot_be_read_is_said_in_one_sentence(folder: Path) -> None:
    (folder / "Pulumi.test.yaml").mkdir()
    answer = CliRunner().invoke(main, ["plan", "--stack", "test"])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == "Pulumi.test.yaml cannot be read: Is a directory.\n"


def test_a_full_disk_is_said_in_one_sentence(folder: Path) -> None:
    _write(folder, FORWARDING)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "backbone", "plan", "--stack", "test"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert (answer.returncode, answer.stderr.splitlines()[0]) == (2, "the output: No space left on device")


def _groups(command: click.Command, name: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names of a command that has commands of its own, and of all such below it."""
    if isinstance(command, click.Group):
        yield name
        context = click.Context(command)
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            assert below is not None
            yield from _groups(below, (*name, each))


@pytest.mark.parametrize("name", tuple(_groups(main)), ids=" ".join)
def test_the_summary_of_each_command_fits_into_80_columns(name: tuple[str, ...]) -> None:
    answer = CliRunner().invoke(main, [*name, "--help"], terminal_width=80)

    assert answer.exit_code == 0
    _, commands = answer.stdout.split("Commands:")
    assert "..." not in commands
    assert max(map(len, answer.stdout.splitlines())) <= 80
