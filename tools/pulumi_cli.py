"""The Pulumi CLI and its Python language host: the ones on PATH, or pinned ones built from their Go modules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from tools.steps import SetupError, run, say

if TYPE_CHECKING:
    from tools.steps import Steps

OLDEST_VERSION = (3, 255)
"""The first CLI that takes an executable as a policy pack; Pulumi.yaml requires the same."""

BUILT = Path(".tools/bin")
"""Where the built programs lie, in the checkout; git ignores it."""

CLI = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
LANGUAGE_HOST = "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python"
SDK = "github.com/pulumi/pulumi/sdk/v3"
PROGRAMS = ("pulumi", "pulumi-language-python", "pulumi-language-python-exec")


def ensure(root: Path, steps: Steps) -> None:
    """Make sure that a usable Pulumi CLI is on PATH or under .tools; build it when neither is the case.

    Raises:
        SetupError: There is none and no Go to build it with, or the build failed.
    """
    if (version := on_path()) is not None:
        steps.found(f"Pulumi v{version} is on PATH")
        return
    pinned = _pinned_version(root)
    if all((root / BUILT / name).is_file() for name in PROGRAMS) and _version(root / BUILT / "pulumi") == pinned:
        steps.found(f"Pulumi v{pinned} is in {BUILT.parent}")
        return
    go = shutil.which("go")
    if go is None:
        oldest = ".".join(map(str, OLDEST_VERSION))
        raise SetupError(
            f"no Pulumi {oldest} or later on PATH, and no Go to build it with: "
            "install Pulumi as https://www.pulumi.com/docs/install/ says, then run this again"
        )
    _build(root, go, pinned)


def on_path() -> str | None:
    """The version of the Pulumi CLI on PATH, if it is recent enough and can start Python programs."""
    program = shutil.which("pulumi")
    if program is None:
        return None
    beside = Path(program).resolve().parent / "pulumi-language-python"
    if shutil.which("pulumi-language-python") is None and not beside.exists():
        return None
    version = _version(Path(program))
    return version if version is not None and _numbers(version) >= OLDEST_VERSION else None


def _version(program: Path) -> str | None:
    environment = os.environ | {"PULUMI_SKIP_UPDATE_CHECK": "true"}
    try:
        answer = subprocess.run([program, "version"], capture_output=True, check=False, text=True, env=environment)
    except OSError:
        return None
    match = re.search(r"v?(\d+\.\d+\.\d+\S*)", answer.stdout)
    return match.group(1) if match else None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:2])


def _pinned_version(root: Path) -> str:
    text = (root / "tools/pulumi/go.mod").read_text(encoding="utf-8")
    match = re.search(r"github\.com/pulumi/pulumi/pkg/v3 v(\S+)", text)
    if match is None:
        raise SetupError("tools/pulumi/go.mod does not pin github.com/pulumi/pulumi/pkg/v3")
    return match.group(1)


def _build(root: Path, go: str, version: str) -> None:
    say(f"no recent Pulumi on PATH: building v{version} from its Go modules (once, about 5 minutes)")
    unfinished = root / ".tools/unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    stamp = f"-X {SDK}/go/common/version.Version=v{version}"
    _go_build(go, root / "tools/pulumi", CLI, unfinished, f"-s -w {stamp}", doing="building the Pulumi CLI")
    _go_build(go, root / "tools/language-host", LANGUAGE_HOST, unfinished, "-s -w", doing="building the language host")
    source = run([go, "list", "-m", "-f", "{{.Dir}}", SDK], doing="finding the SDK", cwd=root / "tools/pulumi").strip()
    launcher = unfinished / PROGRAMS[2]
    shutil.copyfile(Path(source) / "python/cmd" / PROGRAMS[2], launcher)
    launcher.chmod(0o755)
    shutil.rmtree(root / BUILT, ignore_errors=True)
    unfinished.rename(root / BUILT)
    say(f"Pulumi v{version} is in {BUILT.parent}")


def _go_build(go: str, module: Path, package: str, target: Path, flags: str, *, doing: str) -> None:
    options = ["-v", "-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags", flags]
    run(
        [go, "build", *options, "-o", f"{target}/", package],
        doing=doing,
        cwd=module,
        env=os.environ | {"CGO_ENABLED": "0"},
    )
