"""The engine works on copies: the user's files stay as they are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from sandbox.errors import SandboxError
from sandbox.workspace import SALT, Workspace

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = "name: mine\nruntime:\n  name: python\n  options:\n    virtualenv: .venv\n"
STACK_FILE = """\
# a comment
encryptionsalt: v1:the-user's-own
config:
  azure-native:clientSecret:
    secure: v1:ciphertext
  azure-native:location: westeurope # here
  azure-native:clientId: {secure: v1:ciphertext}
  mine:octal: 017
"""


def _workspace(root: Path, stack_file: str = STACK_FILE, project: str = PROJECT) -> Workspace:
    (root / "Pulumi.yaml").write_text(project, encoding="utf-8")
    (root / "Pulumi.dev.yaml").write_text(stack_file, encoding="utf-8")
    workspace = Workspace(root=root, stack="dev")
    workspace.prepare()
    return workspace


def test_the_users_files_are_never_written(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path)
    workspace.take_files()
    assert (tmp_path / "Pulumi.yaml").read_text(encoding="utf-8") == PROJECT
    assert (tmp_path / "Pulumi.dev.yaml").read_text(encoding="utf-8") == STACK_FILE


def test_the_copied_project_runs_the_users_program_in_our_environment(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path)
    workspace.take_files()
    copy = YAML(typ="safe").load((workspace.project / "Pulumi.yaml").read_text(encoding="utf-8"))
    assert copy["main"] == str(tmp_path)
    assert copy["runtime"]["options"]["virtualenv"] == sys.prefix


def test_a_program_in_a_folder_of_the_project_is_found(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, project="name: mine\nmain: infra\nruntime: python\n")
    workspace.take_files()
    copy = YAML(typ="safe").load((workspace.project / "Pulumi.yaml").read_text(encoding="utf-8"))
    assert copy["main"] == str(tmp_path / "infra")


def test_encrypted_credentials_are_left_out_and_every_other_line_keeps_its_number(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path)
    workspace.take_files()
    copied = (workspace.project / "Pulumi.dev.yaml").read_text(encoding="utf-8").splitlines()
    assert copied == [
        "# a comment",
        "",
        "config:",
        "",
        "",
        "  azure-native:location: westeurope # here",
        "",
        "  mine:octal: 017",
        f"encryptionsalt: {SALT}",
    ]


@pytest.mark.parametrize(
    ("stack_file", "expected"),
    [
        ("config:\n  mine:password: {secure: v1:x}\n", "Pulumi.dev.yaml: mine:password is encrypted"),
        ("config: {a: 1\n", "Pulumi.dev.yaml, line 2"),
        ("- a list\n", "Pulumi.dev.yaml must hold a YAML mapping"),
    ],
    ids=["another secret", "broken YAML", "no mapping"],
)
def test_a_stack_file_that_cannot_be_used_is_a_sentence(tmp_path: Path, stack_file: str, expected: str) -> None:
    with pytest.raises(SandboxError) as caught:
        _workspace(tmp_path, stack_file).take_files()
    assert expected in caught.value.message


@pytest.mark.parametrize("text", [b"config: {a: caf\xe9}\n", b"config: {a: " + b"1" * 5000 + b"}\n"])
def test_a_stack_file_with_what_no_one_reads_is_a_sentence(tmp_path: Path, text: bytes) -> None:
    workspace = _workspace(tmp_path)
    (tmp_path / "Pulumi.dev.yaml").write_bytes(text)
    with pytest.raises(SandboxError, match=r"^Pulumi\.dev\.yaml cannot be read: "):
        workspace.take_files()


def test_keys_that_only_python_takes_for_one_are_two_to_the_engine(tmp_path: Path) -> None:
    text = "config:\n  mine:queues: {1: {}, true: {}}\n"
    workspace = _workspace(tmp_path, text)
    workspace.take_files()
    assert (workspace.project / "Pulumi.dev.yaml").read_text(encoding="utf-8") == f"{text}encryptionsalt: {SALT}\n"


def test_a_missing_stack_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").write_text(PROJECT, encoding="utf-8")
    workspace = Workspace(root=tmp_path, stack="prod")
    workspace.prepare()
    with pytest.raises(SandboxError) as caught:
        workspace.take_files()
    assert caught.value.message.startswith("Pulumi.prod.yaml does not exist")


@pytest.mark.parametrize("name", ["", "../dev", "a b", "x" * 101])
def test_a_stack_name_that_the_engine_refuses_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SandboxError):
        Workspace(root=tmp_path, stack=name)
