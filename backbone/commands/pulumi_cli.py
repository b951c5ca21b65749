"""The Pulumi CLI, asked about one stack. Nothing else is needed to reach a state, wherever it is kept."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from backbone.commands.state_files import StateFiles
from backbone.recovery import lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from backbone.recovery.document import Document


class LockedError(click.ClickException):
    """Another command holds the stack.

    Attributes:
        holders: Who; empty where the backend does not say.
    """

    def __init__(self, stack: str, refusal: str) -> None:
        self.holders = lock.locks(refusal)
        named = f": {', '.join(map(str, self.holders))}" if self.holders else ""
        super().__init__(f"another command is working on stack {stack}{named}; wait until it has ended")


@dataclass(frozen=True, kw_only=True)
class PulumiCli:
    """The `pulumi` on PATH, for one stack.

    Attributes:
        stack: The stack's name.
        folder: The folder of the Pulumi project.
    """

    stack: str
    folder: Path

    def export(self) -> Document:
        """The stack's state as it is kept, secrets encrypted."""
        try:
            text = self.call("stack", "export")
        except click.ClickException:
            files = StateFiles.of()
            if files is None or not files.mend(self._name):
                raise
            text = self.call("stack", "export")
        document: Document = json.loads(text)
        return document

    def replace(self, document: Mapping[str, object]) -> None:
        """Write the state as a whole; `LockedError` where another command holds the stack."""
        self.call("stack", "import", given=json.dumps(document))

    def refresh(self, urns: Iterable[str]) -> None:
        """Ask Azure about some resources; `LockedError` where another command holds the stack."""
        targets = [part for urn in urns for part in ("--target", urn)]
        self.call("refresh", "--yes", "--skip-preview", *targets)

    def preview(self) -> list[dict[str, Any]]:
        """What an `up` would do, step by step, without what stays the same."""
        steps: list[dict[str, Any]] = json.loads(self.call("preview", "--json"))["steps"]
        return steps

    def cancel(self) -> None:
        """Take the locks away."""
        self.call("cancel", "--yes")

    def may_be_locked(self) -> bool:
        """Whether it is worth a command to find out: not where the state lies in files and no lock lies there."""
        files = StateFiles.of()
        return files is None or files.hold_lock(self._name)

    @property
    def _name(self) -> str:
        """The stack's name without its organization and project."""
        return self.stack.rpartition("/")[2]

    def call(self, *arguments: str, given: str = "") -> str:
        """Run a command that must succeed, with `given` as its input; return what it prints."""
        program = shutil.which("pulumi")
        if program is None:
            raise click.ClickException("the Pulumi CLI is not on PATH; https://www.pulumi.com/docs/install says how")
        answer = subprocess.run(
            [program, *arguments, "--stack", self.stack, "--non-interactive", "--color", "never"],
            cwd=self.folder,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        if answer.returncode == 0:
            return answer.stdout
        said = f"{answer.stdout}\n{answer.stderr}".strip()
        if lock.is_refusal(said):
            raise LockedError(self.stack, said)
        raise click.ClickException(f"pulumi {' '.join(arguments[:2])} failed:\n{said}")
