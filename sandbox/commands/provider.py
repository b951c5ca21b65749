"""`python -m sandbox provider`: which resource providers the subscription is registered for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sandbox import access as permissions
from sandbox.commands.stack import a_stack

if TYPE_CHECKING:
    from sandbox.workspace import Workspace


@click.group("provider")
def providers() -> None:
    """Resource providers that the subscription is registered for: all, unless one is taken away."""


@providers.command("register")
@click.argument("namespace")
@a_stack
def register(workspace: Workspace, *, namespace: str) -> None:
    """Register a resource provider, such as Microsoft.Web."""
    permissions.register(workspace, namespace)


@providers.command("unregister")
@click.argument("namespace")
@a_stack
def unregister(workspace: Workspace, *, namespace: str) -> None:
    """Take a resource provider's registration away."""
    permissions.unregister(workspace, namespace)
