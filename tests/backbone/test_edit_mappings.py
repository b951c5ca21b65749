"""`backbone mappings add` and `withdraw`: one entry changes, and every other character of the file stays."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

import pytest
from click.testing import CliRunner

from backbone.__main__ import main
from backbone.commands.turn import turn

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

QUEUE = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.ServiceBus"
QUEUE += "/namespaces/their-bus/queues/a~b"
HEAD = "# ours\nconfig:\n  azure-native:location:   westeurope # here\n"


def _run(folder: Path, text: str, *arguments: str) -> tuple[Result, str]:
    path = folder / "Pulumi.test.yaml"
    path.write_bytes(text.encode())
    path.chmod(0o640)
    answer = CliRunner().invoke(main, ["mappings", *arguments, "--stack", "test", "--cwd", str(folder)])
    assert path.stat().st_mode & 0o777 == 0o640
    assert [*folder.iterdir()] == [path]
    return answer, path.read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(f"{HEAD}", f"{HEAD}  backbone:mappings:\n    new: tracking@main\n", id="no mappings yet"),
        pytest.param(
            f"{HEAD}  backbone:protect: false  # no\n# end\nencryptionsalt: v1\n",
            f"{HEAD}  backbone:protect: false  # no\n  backbone:mappings:\n    new: tracking@main\n# end\n"
            "encryptionsalt: v1\n",
            id="other keys and a comment behind",
        ),
        pytest.param(
            f"{HEAD}  backbone:mappings:\n      a: 'tracking@main'   # one\n\n      b: disabled\n  backbone:tags:\n",
            f"{HEAD}  backbone:mappings:\n      a: 'tracking@main'   # one\n\n      b: disabled\n"
            "      new: tracking@main\n  backbone:tags:\n",
            id="a block",
        ),
        pytest.param(
            f"{HEAD}  mappings: {{ a: disabled }}\n  backbone:protect: no way\n".replace("no way", "true"),
            f"{HEAD}  mappings: {{ a: disabled, new: tracking@main }}\n  backbone:protect: true\n",
            id="one line, without the project",
        ),
        pytest.param(f"{HEAD}  backbone:mappings: {{}}", f"{HEAD}  backbone:mappings: {{new: tracking@main}}", id="{}"),
        pytest.param(
            f"{HEAD}  backbone:mappings:\n  backbone:tags: {{}}\n",
            f"{HEAD}  backbone:mappings:\n    new: tracking@main\n  backbone:tags: {{}}\n",
            id="nothing",
        ),
        pytest.param(
            f"{HEAD}  backbone:mappings: null\n", f"{HEAD}  backbone:mappings: {{new: tracking@main}}\n", id="null"
        ),
        pytest.param(
            f"{HEAD}  backbone:mappings:\n    a: disabled",
            f"{HEAD}  backbone:mappings:\n    a: disabled\n    new: tracking@main",
            id="no line break at the end",
        ),
        pytest.param(
            f"{HEAD}  backbone:mappings:\n    a: disabled\n".replace("\n", "\r\n"),
            f"{HEAD}  backbone:mappings:\n    a: disabled\n    new: tracking@main\n".replace("\n", "\r\n"),
            id="line breaks of Windows",
        ),
        pytest.param(
            f"\ufeff{HEAD}  backbone:mappings: {{a: disabled,}}\n",
            f"\ufeff{HEAD}  backbone:mappings: {{a: disabled, new: tracking@main,}}\n",
            id="a byte order mark and a comma too many",
        ),
        pytest.param(
            "config: {azure-native:location: westeurope}\n",
            "config: {azure-native:location: westeurope, backbone:mappings: {new: tracking@main}}\n",
            id="everything in one line",
        ),
        pytest.param(
            f"{HEAD}  backbone:tags:\n    note: |\n      two\n      lines\n\n  # last\n",
            f"{HEAD}  backbone:tags:\n    note: |\n      two\n      lines\n\n  backbone:mappings:\n"
            "    new: tracking@main\n  # last\n",
            id="behind a block of text",
        ),
    ],
)
def test_a_mapping_is_added_and_everything_else_stays_byte_for_byte(tmp_path: Path, before: str, after: str) -> None:
    answer, found = _run(tmp_path, before, "add", "new", "tracking@main")
    assert (found, answer.exit_code, answer.stderr) == (after, 0, "")
    assert answer.stdout == "Pulumi.test.yaml: new leads to tracking@main from the next `pulumi up` on\n"


@pytest.mark.parametrize(("mapping", "key"), [("Shop-7", "Shop-7"), ("007", '"007"'), ("1e3", '"1e3"'), ("-", '"-"')])
def test_an_id_that_yaml_would_take_for_something_else_is_quoted(tmp_path: Path, mapping: str, key: str) -> None:
    path = tmp_path / "Pulumi.test.yaml"
    path.write_text(f"{HEAD}", encoding="utf-8")
    arguments = ["mappings", "add", "--stack", "test", "--cwd", str(tmp_path), "--", mapping, QUEUE]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert path.read_text(encoding="utf-8") == f"{HEAD}  backbone:mappings:\n    {key}: {QUEUE}\n"


def test_a_mapping_that_is_there_already_changes_nothing(tmp_path: Path) -> None:
    before = f"{HEAD}  backbone:mappings: {{Shop: tracking@main}}\n"
    answer, found = _run(tmp_path, before, "add", "shop", "tracking@main")
    assert (found, answer.exit_code) == (before, 0)
    assert answer.stdout == "Pulumi.test.yaml: shop leads to tracking@main already\n"


def test_a_mapping_is_withdrawn_where_it_stands(tmp_path: Path) -> None:
    before = f'{HEAD}  backbone:mappings:\n    Shop:   "tracking@main"  # keep\n    b: disabled\n'
    answer, found = _run(tmp_path, before, "withdraw", "shop")
    assert (found, answer.exit_code) == (before.replace('"tracking@main"', "disabled"), 0)
    assert answer.stdout == "Pulumi.test.yaml: shop is withdrawn from the next `pulumi up` on\n"
    answer, again = _run(tmp_path, found, "withdraw", "shop")
    assert (again, answer.stdout) == (found, "Pulumi.test.yaml: shop is withdrawn already\n")


def test_stack_and_folder_may_stand_before_the_command_as_well(tmp_path: Path) -> None:
    path = tmp_path / "Pulumi.test.yaml"
    path.write_text(HEAD, encoding="utf-8")
    stack = ("--stack", "test", "--cwd", str(tmp_path))
    assert CliRunner().invoke(main, ["mappings", *stack, "add", "new", "tracking@main"]).exit_code == 0
    assert path.read_text(encoding="utf-8") == f"{HEAD}  backbone:mappings:\n    new: tracking@main\n"
    assert CliRunner().invoke(main, ["mappings", *stack, "withdraw", "new"]).exit_code == 0
    assert path.read_text(encoding="utf-8") == f"{HEAD}  backbone:mappings:\n    new: disabled\n"
    answer = CliRunner().invoke(main, ["mappings", "withdraw", "new"])
    assert (answer.exit_code, "Missing option '--stack'" in answer.stderr) == (2, True)


@pytest.mark.parametrize(
    ("before", "arguments", "sentence"),
    [
        pytest.param(
            f"{HEAD}  backbone:mappings: {{Shop: disabled}}\n",
            ("add", "shop", "tracking@main"),
            "Pulumi.test.yaml: backbone:mappings.shop is withdrawn; choose another id.",
            id="an id that is withdrawn",
        ),
        pytest.param(
            f"{HEAD}  backbone:mappings: {{Shop: tracking@main}}\n",
            ("add", "shop", QUEUE),
            "Pulumi.test.yaml: backbone:mappings.shop leads to tracking@main; choose another id.",
            id="another target",
        ),
        pytest.param(
            HEAD,
            ("add", "new", "trackin@main"),
            "  backbone:mappings.new: expected the address of a queue of this stack (nearest: tracking@main), found "
            '"trackin@main"',
            id="an address that leads nowhere",
        ),
        pytest.param(
            HEAD,
            ("add", "main", "tracking@main"),
            "  backbone:mappings.main: expected a QueueMappingId that is no alias, because an alias leads to its "
            'namespace\'s session queue, found "main"',
            id="an id that a namespace has",
        ),
        pytest.param(
            f"{HEAD}  backbone:protect: 1\n",
            ("add", "new", "tracking@main"),
            '  backbone:protect: expected true or false, found "1"',
            id="a file that is wrong already",
        ),
        pytest.param(
            HEAD,
            ("withdraw", "shop"),
            "Pulumi.test.yaml has no mapping shop in backbone:mappings; only those that it has can be withdrawn.",
            id="nothing to withdraw",
        ),
        pytest.param(
            f"{HEAD}  backbone:tags: &t {{a: disabled}}\n  backbone:mappings: {{<<: *t}}\n",
            ("withdraw", "a"),
            "Pulumi.test.yaml has no mapping a in backbone:mappings; only those that it has can be withdrawn.",
            id="an entry that is merged in",
        ),
        pytest.param(
            f"{HEAD}  backbone:tags: &t {{a: tracking@main}}\n  backbone:mappings: *t\n",
            ("add", "new", "tracking@main"),
            "Pulumi.test.yaml is laid out in a way that this command cannot edit; set backbone:mappings.new to "
            "tracking@main by hand.",
            id="mappings that stand elsewhere",
        ),
        *(
            pytest.param(
                text,
                ("add", "new", "tracking@main"),
                "Pulumi.test.yaml is laid out in a way that this command cannot edit; set backbone:mappings.new to "
                "tracking@main by hand.",
                id=what,
            )
            for text, what in (
                (f"---\n{HEAD}---\nmore: 1\n", "several documents"),
                (f"{HEAD}  backbone:mappings:\t{{a: disabled}}\n", "a tab between key and value"),
            )
        ),
        *(
            pytest.param(
                HEAD,
                ("add", "new", target),
                f"  backbone:mappings.new: expected {expected}, found {json.dumps(target)}",
                id=target,
            )
            for target, expected in (
                ("a #b@main", "the address of a queue of this stack"),
                ("[a]@main", "the address of a queue of this stack"),
                ('"a: b"@main', "the address of a queue of this stack"),
                ("a\nb@main", "the address of a queue of this stack"),
                (
                    "'a",
                    "queue@alias, the resource id of an existing queue, or disabled (for example tracking@shipments)",
                ),
            )
        ),
        pytest.param("config: [\n", ("add", "new", "tracking@main"), None, id="no YAML"),
    ],
)
def test_what_cannot_be_written_is_said_and_the_file_stays(
    tmp_path: Path, before: str, arguments: tuple[str, ...], sentence: str | None
) -> None:
    answer, found = _run(tmp_path, before, *arguments)
    assert (found, answer.exit_code) == (before, 2)
    assert sentence is None or sentence in answer.stderr.splitlines()
    assert "Traceback" not in answer.stderr


def test_a_folder_that_cannot_be_written_is_said_and_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    answer, found = _run(tmp_path, HEAD, "add", "new", "tracking@main")
    assert (found, answer.exit_code, answer.stderr) == (HEAD, 2, f"{tmp_path}: Permission denied\n")


def test_two_commands_change_a_file_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "Pulumi.test.yaml"
    path.write_text(HEAD, encoding="utf-8")
    arguments = ["mappings", "add", "--stack", "test", "--cwd", str(tmp_path), "second", "tracking@main"]
    second = Thread(target=main, args=(arguments,), kwargs={"standalone_mode": False})
    with turn(tmp_path):
        second.start()
        second.join(0.2)
        assert second.is_alive()
        path.write_text(f"{HEAD}  backbone:mappings: {{first: disabled}}\n", encoding="utf-8")
    second.join()
    assert path.read_text(encoding="utf-8") == (
        f"{HEAD}  backbone:mappings: {{first: disabled, second: tracking@main}}\n"
    )
