"""`python -m sandbox drift`: what somebody else does to resources behind the back of whoever deploys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from sandbox.commands.stack import a_stack
from sandbox.errors import SandboxError
from sandbox.opening import asked_world

if TYPE_CHECKING:
    from sandbox.workspace import Workspace


@click.group("drift")
def drift() -> None:
    """Change, delete and lock resources as the subscription's owner, behind the engine's back."""


@drift.command("set")
@click.argument("id")
@click.argument("changes", metavar="PATH=VALUE...", nargs=-1, required=True)
@a_stack
def change(workspace: Workspace, *, id: str, changes: tuple[str, ...]) -> None:
    """Change a resource: properties.lockDuration=PT2M. A value is JSON or else a text; null takes it away."""
    with asked_world(workspace) as world:
        world.drift.set(id, dict(map(_change, changes)))


@drift.command("delete")
@click.argument("id")
@a_stack
def delete(workspace: Workspace, *, id: str) -> None:
    """Delete a resource."""
    with asked_world(workspace) as world:
        world.drift.delete(id)


@drift.command("lock")
@click.argument("id")
@click.option(
    "--level",
    type=click.Choice(("CanNotDelete", "ReadOnly"), case_sensitive=False),
    default="CanNotDelete",
    show_default=True,
    help="What is forbidden: deleting, or all writing.",
)
@a_stack
def lock(workspace: Workspace, *, id: str, level: str) -> None:
    """Lock a subscription, a group or a resource, and print the lock's id."""
    with asked_world(workspace) as world:
        click.echo(world.drift.lock(id, level))


@drift.command("unlock")
@click.argument("id")
@a_stack
def unlock(workspace: Workspace, *, id: str) -> None:
    """Take the locks of a subscription, a group or a resource away, and print their ids."""
    with asked_world(workspace) as world:
        for each in world.drift.unlock(id):
            click.echo(each)


def _change(text: str) -> tuple[str, Any]:
    path, separator, value = text.partition("=")
    if not path or not separator:
        raise SandboxError(f"a change is a path, = and a value, such as properties.lockDuration=PT2M; found {text!r}")
    try:
        return path, json.loads(value)
    except json.JSONDecodeError:
        return path, value
