"""Which Pulumi CLI is taken: PATH's when recent, else one built from the pinned modules, else a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import pulumi_cli
from tools.steps import SetupError, Steps

if TYPE_CHECKING:
    from pathlib import Path

PINNED = "3.259.0"


def _program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def _checkout(root: Path) -> Path:
    (root / "tools/pulumi").mkdir(parents=True)
    (root / "tools/language-host").mkdir()
    module = f"require github.com/pulumi/pulumi/pkg/v3 v{PINNED}\n"
    (root / "tools/pulumi/go.mod").write_text(module, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("printed", "taken"),
    [("v3.255.0", "3.255.0"), ("v3.300.1", "3.300.1"), ("v4.0.0", "4.0.0"), ("v3.254.9", None), ("nonsense", None)],
)
def test_the_cli_on_path_is_taken_from_3_255_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: str, taken: str | None
) -> None:
    _program(tmp_path, "pulumi", f"echo {printed}")
    _program(tmp_path, "pulumi-language-python", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pulumi_cli.on_path() == taken


def test_a_cli_that_cannot_start_python_programs_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "pulumi", "echo v3.259.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pulumi_cli.on_path() is None


def test_without_pulumi_and_without_go_one_sentence_says_where_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(SetupError) as caught:
        pulumi_cli.ensure(_checkout(tmp_path), Steps())
    assert "https://www.pulumi.com/docs/install/" in str(caught.value)
    assert "\n" not in str(caught.value)


GO = f"""
case "$1" in
  list) echo "$SDK" ;;
  build) while [ $# -gt 0 ]; do if [ "$1" = -o ]; then out="$2"; fi; last="$1"; shift; done
         name="$out/${{last##*/}}"
         echo '#!/bin/sh' > "$name"; echo 'echo v{PINNED}' >> "$name"; /bin/chmod +x "$name" ;;
esac
"""


def test_go_builds_the_pinned_programs_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _checkout(tmp_path / "checkout")
    _program(tmp_path / "bin", "go", GO)
    _program(tmp_path / "sdk/python/cmd", "pulumi-language-python-exec", "")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("SDK", str(tmp_path / "sdk"))
    pulumi_cli.ensure(root, Steps())
    assert {path.name for path in (root / pulumi_cli.BUILT).iterdir()} == set(pulumi_cli.PROGRAMS)
    assert "about 5 minutes" in capsys.readouterr().out
    _program(tmp_path / "bin", "go", "exit 1")
    pulumi_cli.ensure(root, Steps(quiet=True))
    assert capsys.readouterr().out == ""


def test_a_failed_build_shows_what_go_said_and_leaves_nothing_that_looks_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _checkout(tmp_path / "checkout")
    _program(tmp_path / "bin", "go", "echo undefined: everything; exit 2")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(SetupError, match="undefined: everything"):
        pulumi_cli.ensure(root, Steps())
    assert not (root / pulumi_cli.BUILT).exists()
