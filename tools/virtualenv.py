"""The virtual environment `.venv`: the locked requirements, and the project itself in editable form."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

from tools.steps import SetupError, run, say

if TYPE_CHECKING:
    from pathlib import Path

    from tools.steps import Steps

STAMP = ".set-up"


def ensure(root: Path, steps: Steps) -> None:
    """Bring `.venv` to the state that requirements.txt and pyproject.toml describe; quick when it is there already."""
    folder = root / ".venv"
    wanted = _fingerprint(root)
    if _is_usable(folder) and _stamp(folder) == wanted:
        steps.found(f"Python {sys.version.split()[0]} with the locked requirements is in {folder.name}")
        return
    if not _is_usable(folder):
        _create(folder)
    _install(root, folder)
    (folder / STAMP).write_text(wanted, encoding="utf-8")


def python(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _create(folder: Path) -> None:
    say(f"creating {folder.name} with Python {sys.version.split()[0]}")
    if folder.exists():
        shutil.rmtree(folder)
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(
            f"Python could not create a virtual environment ({error}); on Debian and Ubuntu install python3-venv"
        ) from error


def _install(root: Path, folder: Path) -> None:
    requirements = root / "requirements.txt"
    count = sum(1 for line in requirements.read_text(encoding="utf-8").splitlines() if "==" in line)
    say(f"installing {count} locked packages (once, about a minute)")
    pip: list[str | Path] = [python(folder), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    run([*pip, "--require-hashes", "--requirement", requirements], doing="installing the locked packages", cwd=root)
    run(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", root],
        doing="installing the project in editable form",
        cwd=root,
    )


def _fingerprint(root: Path) -> str:
    digest = hashlib.sha256(f"{sys.version}\n{root}\n".encode())
    for name in ("requirements.txt", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def _stamp(folder: Path) -> str:
    stamp = folder / STAMP
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def _is_usable(folder: Path) -> bool:
    """Whether the environment's interpreter starts: a moved or upgraded base Python leaves dangling links."""
    interpreter = python(folder)
    if not interpreter.is_file():
        return False
    return subprocess.run([interpreter, "-c", ""], check=False, capture_output=True).returncode == 0
