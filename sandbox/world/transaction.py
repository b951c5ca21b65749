"""What one call sees and changes of the world: a `sandbox.azure.view.View` on the store's file."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sandbox.azure.principal import PrincipalType, SecurityPrincipal
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.view import Resource
from sandbox.world import membership

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

SCHEMA = f"""
CREATE TABLE resources (
    key TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    api_version TEXT NOT NULL,
    body TEXT NOT NULL,
    private TEXT NOT NULL,
    claim TEXT UNIQUE,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    expires_at REAL
) WITHOUT ROWID;
CREATE INDEX resources_by_type ON resources (type, key);
CREATE INDEX resources_by_expiry ON resources (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE principals (
    object_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    client_id TEXT NOT NULL,
    resource TEXT,
    resource_key TEXT
) WITHOUT ROWID;
CREATE INDEX principals_by_name ON principals (name);
CREATE INDEX principals_by_resource ON principals (resource_key);
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
{membership.SCHEMA}"""
_COLUMNS = "id, type, api_version, body, private, claim, created_at, updated_at, expires_at"
_PRINCIPAL = "object_id, name, type, client_id, resource"

_PUT = (
    f"INSERT INTO resources (key, {_COLUMNS}) "  # noqa: S608
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET api_version = excluded.api_version, "
    "body = excluded.body, private = excluded.private, claim = excluded.claim, updated_at = excluded.updated_at, "
    "expires_at = excluded.expires_at"
)
_ENROL = f"INSERT OR REPLACE INTO principals ({_PRINCIPAL}, resource_key) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
_SET = "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)"


def registration_of(subscription: str) -> str:
    """The setting that holds what a subscription is not registered for."""
    return f"unregistered|{subscription.lower()}"


class Transaction:
    """The resources, principals and settings inside one transaction."""

    def __init__(self, connection: sqlite3.Connection, *, tenant: str, now: datetime) -> None:
        self._connection = connection
        self._found: dict[str, Resource | None] = {}
        self.tenant = tenant
        self.now = now

    def unregistered(self, subscription: str) -> set[str]:
        """The providers that a subscription is not registered for, in lower case."""
        return set(self.setting(registration_of(subscription)) or ())

    def find(self, id: ResourceId) -> Resource | None:
        """The resource of that id, letter case ignored."""
        if id.key not in self._found:
            self._found[id.key] = self._one("key = ?", id.key)
        return self._found[id.key]

    def holder(self, claim: str) -> Resource | None:
        """The resource that holds a claim."""
        return self._one("claim = ?", claim)

    def under(self, id: ResourceId, type: str) -> Iterator[Resource]:
        """The resources of a type anywhere under an id, in order of their ids."""
        statement = f"SELECT {_COLUMNS} FROM resources WHERE type = ? AND key > ? AND key < ? ORDER BY key"  # noqa: S608
        yield from map(_resource, self._connection.execute(statement, (type, *_below(id))).fetchall())

    def count(self, id: ResourceId, type: str, equal: Mapping[str, str | bool]) -> int:
        """How many resources of a type under an id have the given values, by path in their bodies."""
        wanted = "".join(" AND json_extract(body, ?) = ?" for _ in equal)
        values = [part for path, value in equal.items() for part in (f"$.{path}", value)]
        statement = f"SELECT COUNT(*) FROM resources WHERE type = ? AND key > ? AND key < ?{wanted}"  # noqa: S608
        number: int = self._connection.execute(statement, (type, *_below(id), *values)).fetchone()[0]
        return number

    def put(self, resource: Resource) -> None:
        """Keep a resource, replacing the one of the same id."""
        self._connection.execute(
            _PUT,
            (
                resource.id.key,
                json.dumps(resource.id.segments),
                resource.type,
                resource.api_version,
                json.dumps(resource.body),
                json.dumps(resource.private),
                resource.claim,
                resource.created_at.isoformat(),
                resource.updated_at.isoformat(),
                resource.expires_at.timestamp() if resource.expires_at else None,
            ),
        )
        self._found[resource.id.key] = resource

    def remove(self, id: ResourceId) -> None:
        """Forget a resource, everything under it, and the managed identities of both."""
        bounds = (id.key, *_below(id))
        self._connection.execute("DELETE FROM resources WHERE key = ? OR (key > ? AND key < ?)", bounds)
        self._connection.execute(
            "DELETE FROM principals WHERE resource_key = ? OR (resource_key > ? AND resource_key < ?)", bounds
        )
        self._found.clear()

    def everything(self) -> list[Resource]:
        """All resources in order of their ids."""
        statement = f"SELECT {_COLUMNS} FROM resources ORDER BY key"  # noqa: S608
        return [_resource(row) for row in self._connection.execute(statement).fetchall()]

    def principal(self, object_id: str) -> SecurityPrincipal | None:
        """The principal of that object id, letter case ignored."""
        found = self._principals("object_id = ?", object_id.lower())
        return found[0] if found else None

    def principals_named(self, name: str) -> list[SecurityPrincipal]:
        """The principals of that name, in order of their object ids."""
        return self._principals("name = ?", name)

    def enrol(self, principal: SecurityPrincipal) -> None:
        """Make a principal known, replacing the one of the same object id."""
        resource = principal.resource
        self._connection.execute(
            _ENROL,
            (
                principal.object_id.lower(),
                principal.name,
                principal.type,
                principal.client_id,
                resource.text if resource else None,
                resource.key if resource else None,
            ),
        )

    def withdraw(self, object_id: str) -> None:
        """Forget a principal."""
        self._connection.execute("DELETE FROM principals WHERE object_id = ?", (object_id.lower(),))

    def groups_of(self, object_id: str) -> set[str]:
        """The groups that a principal is in, directly or by other groups."""
        return membership.groups_of(object_id, self._connection)

    def join(self, member: str, group: str) -> None:
        """Put a principal into a group."""
        membership.join(member, group, self._connection)

    def leave(self, member: str, group: str) -> bool:
        """Take a principal out of a group; False if it was not in it."""
        return membership.leave(member, group, self._connection)

    def setting(self, name: str) -> Any:
        """A setting of the world; None where it was never set."""
        row = self._connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def set(self, name: str, value: Any) -> None:
        """Keep a setting of the world."""
        self._connection.execute(_SET, (name, json.dumps(value)))

    def _one(self, condition: str, value: str) -> Resource | None:
        statement = f"SELECT {_COLUMNS} FROM resources WHERE {condition}"  # noqa: S608
        row = self._connection.execute(statement, (value,)).fetchone()
        return _resource(row) if row else None

    def _principals(self, condition: str, value: str) -> list[SecurityPrincipal]:
        statement = f"SELECT {_PRINCIPAL} FROM principals WHERE {condition} ORDER BY object_id"  # noqa: S608
        return [_principal(row) for row in self._connection.execute(statement, (value,)).fetchall()]


def _below(id: ResourceId) -> tuple[str, str]:
    """Bounds of the keys under an id: `0` is the character after `/`."""
    return f"{id.key}/", f"{id.key}0"


def _resource(row: tuple[Any, ...]) -> Resource:
    segments, type_name, api_version, body, private, claim, created_at, updated_at, expires_at = row
    return Resource(
        id=ResourceId(tuple(json.loads(segments))),
        type=type_name,
        api_version=api_version,
        body=json.loads(body),
        private=json.loads(private),
        claim=claim,
        created_at=datetime.fromisoformat(created_at),
        updated_at=datetime.fromisoformat(updated_at),
        expires_at=None if expires_at is None else datetime.fromtimestamp(expires_at, UTC),
    )


def _principal(row: tuple[Any, ...]) -> SecurityPrincipal:
    object_id, name, kind, client_id, resource = row
    return SecurityPrincipal(
        object_id=object_id,
        name=name,
        type=PrincipalType(kind),
        client_id=client_id,
        resource=ResourceId.parse(resource) if resource else None,
    )
