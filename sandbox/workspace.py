"""What the sandbox keeps of a stack, under `.sandbox/<stack>/` of the project.

The engine never works on the user's own files: it gets a copy of the project file and of the stack file, so that
nothing of ours rewrites, salts or deletes them.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError

from sandbox.errors import SandboxError, UnknownStackError

if TYPE_CHECKING:
    from pathlib import Path

STACK_NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")
"""What the engine accepts as a stack's name."""

SALT = "v1:MfemcwvSrbU=:v1:kxUjYMdKzy8Ca5R6:zqGlRIUooq4f3c3ArKtyF57jjxG+8Q=="
"""The encryption salt of every simulated stack, for the empty passphrase: no secret lies behind it."""

ENCRYPTION_KEYS = ("encryptionsalt", "encryptedkey", "secretsprovider")
PROVIDER = "azure-native:"
PROJECT_FILE = "Pulumi.yaml"
SMALLEST = f"config: {{{PROVIDER}location: westeurope}}"
"""A stack file with which a program of azure-native knows where to deploy."""


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """The folders and files of one simulated stack.

    Attributes:
        root: The folder with the user's Pulumi.yaml.
        stack: The stack's name.
    """

    root: Path
    stack: str

    def __post_init__(self) -> None:
        if not STACK_NAME.fullmatch(self.stack):
            raise SandboxError(
                f"a stack's name has 1 to 100 letters, digits, hyphens, underscores or periods; found {self.stack!r}"
            )

    @property
    def home(self) -> Path:
        """Where everything of the stack lies."""
        return self.root / ".sandbox" / self.stack

    @property
    def project(self) -> Path:
        """The folder that the engine takes for the project."""
        return self.home / "project"

    @property
    def state(self) -> Path:
        """The engine's state backend."""
        return self.home / "state"

    @property
    def pulumi_home(self) -> Path:
        """The engine's own settings, shared by all simulated stacks of the project."""
        return self.root / ".sandbox" / "pulumi"

    @property
    def stack_file(self) -> Path:
        """The user's stack file."""
        return self.root / f"Pulumi.{self.stack}.yaml"

    @property
    def is_initialised(self) -> bool:
        """Whether a deployment has been tried before."""
        return (self.project / self.stack_file.name).is_file()

    def require_known(self) -> None:
        """Raise `UnknownStackError` where nothing is known of the stack, not even a stack file."""
        if not self.stack_file.is_file() and not self.home.is_dir():
            raise UnknownStackError(_missing(self.stack_file))

    def prepare(self) -> None:
        """Create the folders that are missing."""
        for folder in (self.project, self.state, self.pulumi_home):
            folder.mkdir(parents=True, exist_ok=True)

    def take_files(self) -> None:
        """Copy the project file and the stack file as they are now.

        Raises:
            SandboxError: One of the files is missing or cannot be used.
        """
        with (self.project / PROJECT_FILE).open("w", encoding="utf-8") as stream:
            YAML().dump(self._project_document(), stream)
        (self.project / self.stack_file.name).write_text(self._stack_text(), encoding="utf-8")

    def _project_document(self) -> dict[str, Any]:
        document = _read(self.root / PROJECT_FILE)
        document["main"] = str((self.root / document.get("main", ".")).resolve())
        runtime = document.get("runtime")
        if isinstance(runtime, dict) and "virtualenv" in (runtime.get("options") or {}):
            runtime["options"]["virtualenv"] = sys.prefix
        return document

    def _stack_text(self) -> str:
        """The stack file less what is encrypted, line for line, so that the engine's line numbers are the user's."""
        config = _read(self.stack_file).get("config")
        lines = self.stack_file.read_text(encoding="utf-8").splitlines()
        if isinstance(config, CommentedMap):
            for key in [key for key, value in config.items() if isinstance(value, dict) and "secure" in value]:
                self._check_is_credential(str(key))
                _blank(lines, config.lc.key(key)[0])
        kept = ["" if line.split(":")[0] in ENCRYPTION_KEYS else line for line in lines]
        return "\n".join([*kept, f"encryptionsalt: {SALT}", ""])

    def _check_is_credential(self, key: str) -> None:
        """The simulated Azure asks for no credentials; anything else encrypted is out of our reach."""
        if not key.startswith(PROVIDER):
            raise SandboxError(
                f"{self.stack_file.name}: {key} is encrypted, and the sandbox has no key to decrypt it; "
                "give the simulated stack a stack file of its own with a plain value"
            )


def _blank(lines: list[str], start: int) -> None:
    """Empty the lines of one entry: its key, and what follows until a line that is not indented deeper."""
    indent = _indent(lines[start])
    following = (number for number in range(start + 1, len(lines)) if lines[number].strip())
    end = next((number for number in following if _indent(lines[number]) <= indent), len(lines))
    lines[start:end] = [""] * (end - start)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _missing(path: Path) -> str:
    hint = "" if path.name == PROJECT_FILE else f" A stack file that says `{SMALLEST}` is enough."
    return f"{path.name} does not exist in {path.parent}; create it, or name another stack.{hint}"


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise SandboxError(_missing(path))
    reader = YAML()
    reader.allow_duplicate_keys = True  # what is a duplicate the engine decides, to which 1 and true are different keys
    try:
        document = reader.load(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SandboxError(f"{path.name} cannot be read: {error}") from error
    except MarkedYAMLError as error:
        where = error.problem_mark
        line = f", line {where.line + 1}" if where is not None else ""
        raise SandboxError(f"{path.name}{line}: {error.problem}") from error
    if document is None:
        return {}
    if not isinstance(document, dict):
        raise SandboxError(f"{path.name} must hold a YAML mapping, found {type(document).__name__}")
    return document
