"""The `backbone` command: a table of contents."""

from __future__ import annotations

import click

from backbone.commands.program import Program


@click.group(cls=Program)
def main() -> None:
    """A messaging backbone on Azure Service Bus: what its stack files say, and its recovery."""


if __name__ == "__main__":
    main()
