"""`python -m sandbox principal`: who there is, and who holds which role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sandbox import access as permissions
from sandbox.commands.stack import a_stack

if TYPE_CHECKING:
    from sandbox.workspace import Workspace


@click.group("principal")
def principals() -> None:
    """Principals of the simulated tenant, and their roles."""


@principals.command("add")
@click.argument("name")
@click.argument("object_id", metavar="OBJECT-ID")
@click.argument("type", type=click.Choice(permissions.PRINCIPAL_TYPES, case_sensitive=False))
@a_stack
def add_principal(workspace: Workspace, *, name: str, object_id: str, type: str) -> None:
    """Make a principal known by a name."""
    permissions.add_principal(workspace, name=name, object_id=object_id, type=type)


@principals.command("join")
@click.argument("group")
@click.argument("member")
@a_stack
def join(workspace: Workspace, *, group: str, member: str) -> None:
    """Put a principal into a group: the group's roles hold for it."""
    permissions.join(workspace, group=group, member=member)


@principals.command("leave")
@click.argument("group")
@click.argument("member")
@a_stack
def leave(workspace: Workspace, *, group: str, member: str) -> None:
    """Take a principal out of a group."""
    permissions.leave(workspace, group=group, member=member)


@principals.command("grant")
@click.argument("principal")
@click.argument("role")
@click.argument("scope")
@click.option("--condition", metavar="TEXT", help="Under which the role holds, in Azure's language for conditions.")
@a_stack
def grant(workspace: Workspace, *, principal: str, role: str, scope: str, condition: str | None) -> None:
    """Give a principal a role at a scope, as the subscription's owner, and print the assignment's id."""
    click.echo(permissions.grant(workspace, principal=principal, role=role, scope=scope, condition=condition))


@principals.command("revoke")
@click.argument("principal")
@click.argument("role")
@click.argument("scope")
@a_stack
def revoke(workspace: Workspace, *, principal: str, role: str, scope: str) -> None:
    """Take a role away from a principal where it was given."""
    permissions.revoke(workspace, principal=principal, role=role, scope=scope)
