"""What is wrong with a stack file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from backbone.settings.doubts import Doubts
from backbone.settings.path import Path, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backbone.settings.tree import Settings


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One error of a stack file; `str()` is the sentence that the user reads.

    Attributes:
        path: The setting, as `pulumi config set --path` takes it.
        expected: What may stand there, with an example.
        found: What stands there; `[secret]` where it might be one.
        message: What to do, where that is not plain from the rest.
    """

    path: str
    expected: str
    found: str
    message: str = ""

    def __str__(self) -> str:
        sentence = f"{self.path}: expected {self.expected}, found {self.found}"
        return f"{sentence}. {self.message}" if self.message else sentence


class SettingsError(ValueError):
    """A stack file is wrong; the text is the report of all findings.

    Attributes:
        findings: Every error of the file, in the order of the settings.
        settings: What could be read, with defaults in place of what is wrong: to show what is meant, not to deploy it.
    """

    def __init__(self, findings: Iterable[Finding], settings: Settings | None = None) -> None:
        self.findings = tuple(findings)
        self.settings = settings
        count = len(self.findings)
        title = "1 setting is wrong:" if count == 1 else f"{count:,} settings are wrong:"
        super().__init__("\n".join((title, *(f"  {finding}" for finding in self.findings))))

    def of_stack(self, stack: str) -> Self:
        """The same, with the stack in every command that a finding names."""
        command = "pulumi config set "
        named = f"{command}--stack {stack} "
        findings = (replace(each, message=each.message.replace(command, named)) for each in self.findings)
        return type(self)(findings, self.settings)


class Findings:
    """The findings collected so far, and what is not known because of them.

    Attributes:
        doubts: What the settings hold and the file does not say like that.
    """

    def __init__(self) -> None:
        self._found: dict[Path, list[Finding]] = {}
        self.doubts = Doubts()

    def add(self, path: Path, *, expected: str, found: str, message: str = "") -> None:
        """Note an error at a path."""
        finding = Finding(path=written(path), expected=expected, found=found, message=message)
        known = self._found.setdefault(path, [])
        if finding not in known:
            known.append(finding)

    def at(self, path: Path) -> bool:
        """Whether an error is noted at this very path."""
        return path in self._found

    def __bool__(self) -> bool:
        return bool(self._found)

    def ordered(self, keys: Iterable[str]) -> Iterator[Finding]:
        """The findings in the order of the top-level keys given, others last."""
        order = {key: position for position, key in enumerate(keys)}
        for path in sorted(self._found, key=lambda path: order.get(str(path[0]), len(order))):
            yield from self._found[path]
