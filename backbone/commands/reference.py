"""`backbone reference`: generated tables of the documentation."""

from __future__ import annotations

import click

from backbone.settings import reference as settings_reference


@click.group()
def reference() -> None:
    """Print reference tables in markdown."""


@reference.command()
def settings() -> None:
    """Print the table of all settings."""
    click.echo(settings_reference.markdown())
