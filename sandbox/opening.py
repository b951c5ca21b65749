"""The simulated Azure of a stack, opened where it lies."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sandbox.errors import SandboxError
from sandbox.world import StoreFormatError, World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.workspace import Workspace


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
