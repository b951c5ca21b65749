"""Entity tags: they change with every write."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from sandbox.azure.property import Kind
from sandbox.azure.shorthand import reported

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View


def guid(resource: Resource, _view: View | None = None) -> str:
    """A tag in the form of a GUID."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{resource.id.key}@{resource.updated_at.isoformat()}"))


def weak(resource: Resource, _view: View | None = None) -> str:
    """The weak tag of network resources."""
    return f'W/"{guid(resource)}"'


PLAIN = reported(Kind.STRING, guid)
QUOTED = reported(Kind.STRING, lambda resource, _: f'"{guid(resource)}"')
WEAK = reported(Kind.STRING, weak)
