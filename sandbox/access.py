"""Who may do what in a simulated Azure: questions, principals and roles, asked for by name on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from sandbox.errors import SandboxError
from sandbox.opening import asked_world
from sandbox.world import PrincipalType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.workspace import Workspace

PRINCIPAL_TYPES = tuple(str(each) for each in PrincipalType)
"""The types of principals that can be made known."""


def decision(
    workspace: Workspace, *, principal: str, action: str, scope: str, data: bool, request: Mapping[str, str]
) -> str:
    """Whether a principal may do an action at a scope, as JSON; `request` tells attributes of the request."""
    with asked_world(workspace) as world:
        _require_id(scope)
        found = world.may(principal, action, scope, data=True if data else None, request=request)
        if not world.knows(action):
            click.echo(
                f"warning: no resource type of the simulated Azure has the action {action}, and no role names it; is "
                "it spelt as in Azure?",
                err=True,
            )
    return json.dumps({"allowed": found.allowed, "assignment": found.assignment})


def add_principal(workspace: Workspace, *, name: str, object_id: str, type: str) -> None:
    """Make a principal known by a name."""
    with asked_world(workspace) as world:
        world.add_principal(name, object_id, PrincipalType(type))


def join(workspace: Workspace, *, group: str, member: str) -> None:
    """Put a principal into a group."""
    with asked_world(workspace) as world:
        world.add_member(group, member)


def leave(workspace: Workspace, *, group: str, member: str) -> None:
    """Take a principal out of a group."""
    with asked_world(workspace) as world:
        world.remove_member(group, member)


def grant(workspace: Workspace, *, principal: str, role: str, scope: str, condition: str | None) -> str:
    """Give a principal a role at a scope, as the subscription's owner; returns the assignment's id."""
    with asked_world(workspace) as world:
        _require_id(scope)
        return world.grant(principal, role, scope, condition=condition)


def revoke(workspace: Workspace, *, principal: str, role: str, scope: str) -> None:
    """Take a role away from a principal, as the subscription's owner."""
    with asked_world(workspace) as world:
        _require_id(scope)
        world.revoke(principal, role, scope)


def register(workspace: Workspace, namespace: str) -> None:
    """Register a resource provider."""
    with asked_world(workspace) as world:
        world.register(namespace)


def unregister(workspace: Workspace, namespace: str) -> None:
    """Take a resource provider's registration away."""
    with asked_world(workspace) as world:
        world.unregister(namespace)


def _require_id(scope: str) -> None:
    if not scope.lower().startswith("/subscriptions/"):
        raise SandboxError(f"a scope is the id of a subscription or of something in it; found {scope!r}")
