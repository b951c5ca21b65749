"""The request log: one JSON line for every control-plane call, without secrets."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sandbox.azure.property import Access, Kind, Property

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.azure.error import AzureError

SECRET = "[secret]"  # noqa: S105 - it stands where a secret was
"""What stands in the log instead of a write-only value."""


class RequestLog:
    """Appends to `requests.jsonl`; a line is written at once and whole, whatever other processes do."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(
        self, *, method: str, id: str, api_version: str, body: Any, status: int, error: AzureError | None = None
    ) -> None:
        """Append a call and how it ended."""
        line = {"method": method, "id": id, "apiVersion": api_version, "body": body, "status": status}
        if error:
            line["error"] = {"code": error.code, "message": error.message}
        os.write(self._file, f"{json.dumps(line)}\n".encode())

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)


def redact(body: Any, table: Mapping[str, Property] | None) -> Any:
    """A body without its write-only values; all of it is hidden where no table tells which those are."""
    if body is None:
        return None
    if table is None or not isinstance(body, Mapping):
        return SECRET
    return {name: _redact(value, table.get(name)) for name, value in body.items()}


def _redact(value: Any, property: Property | None) -> Any:
    if property is None or property.access is Access.WRITE_ONLY:
        return SECRET
    if property.kind is Kind.OBJECT:
        return redact(value, property.properties)
    if property.kind is Kind.ARRAY and isinstance(value, list):
        return [_redact(item, property.items) for item in value]
    if property.kind is Kind.MAP and isinstance(value, Mapping):
        return {name: _redact(item, property.items) for name, item in value.items()}
    return value
