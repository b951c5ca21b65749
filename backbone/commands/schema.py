"""`backbone schema`: the JSON schema of stack files."""

from __future__ import annotations

import click

from backbone.settings import schema as stack_schema


@click.command()
def schema() -> None:
    """Print the JSON schema of stack files, for editors."""
    click.echo(stack_schema.text(), nl=False)
