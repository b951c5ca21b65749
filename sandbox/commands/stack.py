"""The option that every command has: which stack it is about."""

from __future__ import annotations

from pathlib import Path

import click

from sandbox.workspace import Workspace


def _workspace(_context: click.Context, _parameter: click.Parameter, stack: str) -> Workspace:
    return Workspace(root=Path.cwd(), stack=stack)


a_stack = click.option(
    "--stack",
    "workspace",
    metavar="S",
    required=True,
    callback=_workspace,
    help="The stack: S reads Pulumi.S.yaml in this folder.",
)
"""Hands the stack's workspace to a command."""
