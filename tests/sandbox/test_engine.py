"""The engine's surroundings: nothing of the user's own Pulumi or Azure set-up reaches a simulated run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine import Engine
from sandbox.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def _engine(root: Path) -> Engine:
    return Engine(workspace=Workspace(root=root, stack="dev"), port=4711)


def test_the_users_own_credentials_and_backend_stay_outside(tmp_path: Path) -> None:
    surroundings = {
        "PULUMI_ACCESS_TOKEN": "token",
        "PULUMI_BACKEND_URL": "azblob://state",
        "ARM_CLIENT_SECRET": "secret",
        "AZURE_CLIENT_SECRET": "secret",
        "HOME": "/home/me",
    }
    environment = _engine(tmp_path).environment(surroundings)
    assert environment["HOME"] == "/home/me"
    assert environment["PULUMI_BACKEND_URL"] == f"{(tmp_path / '.sandbox/dev/state').as_uri()}?metadata=skip"
    assert {"PULUMI_ACCESS_TOKEN", "ARM_CLIENT_SECRET", "AZURE_CLIENT_SECRET"}.isdisjoint(environment)


def test_the_variables_name_the_simulated_provider(tmp_path: Path) -> None:
    assert _engine(tmp_path).variables()["PULUMI_DEBUG_PROVIDERS"] == "azure-native:4711"


def test_the_projects_own_interpreter_comes_first(tmp_path: Path) -> None:
    path = _engine(tmp_path).environment({"PATH": "/usr/bin"})["PATH"].split(":")
    assert path[-1] == "/usr/bin"
    assert len(path) == 3
