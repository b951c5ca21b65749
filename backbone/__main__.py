"""The `backbone` command: a table of contents."""

from __future__ import annotations

import click

from backbone.commands.access import access
from backbone.commands.check import check
from backbone.commands.mappings import mappings
from backbone.commands.plan import plan
from backbone.commands.recover import recover
from backbone.commands.reference import reference
from backbone.commands.schema import schema


@click.group()
def main() -> None:
    """A messaging backbone on Azure Service Bus: what its stack files say, and its recovery."""


for command in (check, plan, mappings, access, recover, schema, reference):
    main.add_command(command)

if __name__ == "__main__":
    main()
