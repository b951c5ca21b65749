"""The `backbone` command: a table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

COMMANDS = ("access", "check", "mappings", "plan", "recover", "reference", "schema")
"""The commands, each in a module of its name."""


class _Commands(Mapping[str, click.Command]):
    """Reads a command's module when it is asked for: the others' imports take a tenth of the time of a large plan."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in COMMANDS:
            raise KeyError(name)
        command: click.Command = getattr(import_module(f"backbone.commands.{name}"), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@click.group()
def main() -> None:
    """A messaging backbone on Azure Service Bus: what its stack files say, and its recovery."""


main.commands = _Commands()  # type: ignore[assignment]  # click changes it in Group.add_command only

if __name__ == "__main__":
    main()
