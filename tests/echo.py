"""A pytest plugin that replaces the simulated Azure by one that returns what it was given: `pytest -p tests.echo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.world import Answer, AzureError, World

if TYPE_CHECKING:
    from collections.abc import Mapping

_bodies: dict[tuple[int, str], dict[str, Any]] = {}


def _echo(
    world: World, method: str, id: str, _api_version: str, body: Mapping[str, Any] | None = None, **_: object
) -> Answer:
    key = (hash(world), id)
    if method == "DELETE":
        _bodies.pop(key, None)
        return Answer(status=200, body=None)
    if body is not None:
        _bodies[key] = {"id": id, "name": id.rsplit("/", 1)[-1], "type": "echo", **body}
    if key not in _bodies:
        raise AzureError(status=404, code="ResourceNotFound", message="There is no echo yet.", rule="echo")
    return Answer(status=200, body=_bodies[key])


World.call = _echo  # type: ignore[method-assign, assignment]
