"""Deploy, preview and destroy: the real engine's commands on a simulated stack."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sandbox import locks
from sandbox.engine import Engine
from sandbox.errors import SandboxError
from sandbox.opening import opened_world
from sandbox.provider.server import serve
from sandbox.rest import server as rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.workspace import Workspace
    from sandbox.world import World


@contextmanager
def opened(workspace: Workspace) -> Iterator[tuple[World, Engine]]:
    """Open the simulated Azure of a stack and its doors; yield it with an engine that deploys to it."""
    workspace.prepare()
    with opened_world(workspace) as world, serve(world) as server, rest.serve(world) as door:
        yield world, Engine(workspace=workspace, port=server.port, further=door.variables)


def up(engine: Engine) -> int:
    """Bring the stack to what its stack file describes; return the exit status."""
    locks.require_free(engine.workspace)
    initialise(engine)
    # What the stack puts out stands in the summary, once and for people.
    return engine.run("up", "--yes", "--suppress-permalink=true", "--suppress-outputs")


def preview(engine: Engine) -> int:
    """Show what `up` would do; return the exit status."""
    initialise(engine)
    return engine.run("preview", "--suppress-permalink=true")


def destroy(engine: Engine, *, unprotect: bool) -> int:
    """Delete what the stack holds, with `unprotect` also what is protected; return the exit status."""
    locks.require_free(engine.workspace)
    if unprotect and _resources(engine):
        _ask(engine, "state", "unprotect", "--all", "--yes")
    return engine.run("destroy", "--yes", "--suppress-permalink=true")


def outputs(engine: Engine) -> dict[str, Any]:
    """The stack's outputs."""
    found: dict[str, Any] = json.loads(_ask(engine, "stack", "output", "--json"))
    return found


def holds_protected(engine: Engine) -> bool:
    """Whether something of the stack is protected, so that the engine refuses to delete anything of it."""
    return any(resource.get("protect") for resource in _resources(engine))


def _resources(engine: Engine) -> list[dict[str, Any]]:
    """The resources in the stack's state."""
    state = json.loads(_ask(engine, "stack", "export"))
    found: list[dict[str, Any]] = state["deployment"].get("resources") or []
    return found


def initialise(engine: Engine) -> None:
    """Hand the engine the user's files as they are now, and create the stack where it is new."""
    engine.workspace.take_files()
    if engine.ask("stack", "output", "--json").returncode != 0:
        _ask(engine, "stack", "init", "--no-select")


def _ask(engine: Engine, *arguments: str) -> str:
    answer = engine.ask(*arguments)
    if answer.returncode != 0:
        raise SandboxError(f"pulumi {' '.join(arguments)} failed:\n{answer.stderr.strip()}")
    return answer.stdout
