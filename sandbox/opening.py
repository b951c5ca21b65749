"""The simulated Azure of a stack, opened where it lies."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sandbox.errors import SandboxError
from sandbox.world import (
    AzureError,
    DriftError,
    FaultError,
    NotAGroupError,
    NotAMemberError,
    StoreFormatError,
    TakenNameError,
    UnknownAttributeError,
    UnknownPrincipalError,
    UnknownProviderError,
    UnknownRoleError,
    World,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.workspace import Workspace

_MISTAKES = (
    AzureError,
    DriftError,
    FaultError,
    NotAGroupError,
    NotAMemberError,
    TakenNameError,
    UnknownAttributeError,
    UnknownPrincipalError,
    UnknownProviderError,
    UnknownRoleError,
)


@contextmanager
def opened_world(workspace: Workspace) -> Iterator[World]:
    """Open the world of a stack and close it again.

    Raises:
        SandboxError: Another version of the sandbox wrote it.
    """
    try:
        world = World(workspace.home)
    except StoreFormatError as error:
        raise SandboxError(
            f"another version of the sandbox made .sandbox/{workspace.stack}; delete that folder, then deploy again"
        ) from error
    try:
        yield world
    finally:
        world.close()


@contextmanager
def asked_world(workspace: Workspace) -> Iterator[World]:
    """Open the world of a stack for what a user asks of it; what he got wrong becomes a sentence."""
    with opened_world(workspace) as world:
        try:
            yield world
        except _MISTAKES as error:
            raise SandboxError(str(error)) from error
