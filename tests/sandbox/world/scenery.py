"""A world with a namespace of each tier, and short ways to call it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sandbox.azure.catalogue import described
from sandbox.azure.resource_id import ResourceId
from sandbox.world import DEFAULT_SUBSCRIPTION, Answer, World
from tests.sandbox.world.case import ONLY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GROUPS_VERSION = "2024-03-01"
BUS_VERSION = "2026-01-01"
SUBSCRIPTION = f"/subscriptions/{DEFAULT_SUBSCRIPTION}"
GROUP = f"{SUBSCRIPTION}/resourceGroups/rg"
NAMESPACES = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces"
BASIC = f"{NAMESPACES}/basic-bus"
STANDARD = f"{NAMESPACES}/standard-bus"
PREMIUM = f"{NAMESPACES}/premium-bus"
PARTITIONED = f"{NAMESPACES}/partitioned-bus"
TOPIC = f"{STANDARD}/topics/orders"
LISTENER = f"{TOPIC}/subscriptions/billing"

SKUS: dict[str, dict[str, Any]] = {
    BASIC: {"sku": {"name": "Basic"}},
    STANDARD: {"sku": {"name": "Standard"}},
    PREMIUM: {"sku": {"name": "Premium", "capacity": 1}},
    PARTITIONED: {"sku": {"name": "Premium", "capacity": 2}, "properties": {"premiumMessagingPartitions": 2}},
}
"""The namespaces of the scenery, one of each tier and a partitioned one."""


VERSIONS = {
    "microsoft.authorization": "2022-04-01",
    "microsoft.keyvault": "2024-11-01",
    "microsoft.managedidentity": "2023-01-31",
    "microsoft.servicebus": BUS_VERSION,
}
"""The API version by which tests call each provider."""
NEWEST = frozenset(
    {
        "microsoft.insights",
        "microsoft.network",
        "microsoft.operationalinsights",
        "microsoft.storage",
        "microsoft.web",
    }
)
"""Providers whose types have versions of their own: tests call each by its newest."""


def version_of(id: str) -> str:
    """The API version for an id: that of its last provider, or Resource Manager's own."""
    resource = id.lower().rpartition("/providers/")[2]
    provider = resource.partition("/")[0]
    if provider in NEWEST or resource.startswith("microsoft.authorization/locks"):
        return _newest(id)
    return VERSIONS.get(provider, BUS_VERSION if "/providers/" in id else GROUPS_VERSION)


def _newest(id: str) -> str:
    """The newest version that the world knows of a type, or of the resource that an action belongs to."""
    found = described(ResourceId.parse(id)) or described(ResourceId.parse(id.rpartition("/")[0]))
    return found.api_versions[-1] if found else "2024-01-01"


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = datetime(2026, 8, 1, 12, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def pass_by(self, **interval: float) -> None:
        """Let time pass."""
        self.now += timedelta(**interval)


class Scenery:
    """A world, and calls with the API version that the path needs."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.clock = Clock()
        self.waited: list[float] = []
        """The delays that have passed; nobody sleeps."""
        self.world = World(home, clock=self.clock, wait=self.waited.append)

    def furnish(self) -> None:
        """Make the group, a namespace of each tier, a queue, a topic and a subscription."""
        self.put(GROUP, {"location": "westeurope"})
        for namespace, body in SKUS.items():
            self.put(namespace, {"location": "westeurope", **body})
        self.put(f"{STANDARD}/queues/inbox")
        self.put(TOPIC)
        self.put(LISTENER)

    def call(self, method: str, id: str, body: Mapping[str, Any] | None = None, version: str | None = None) -> Answer:
        """One call; the API version is the newest unless said otherwise."""
        return self.world.call(method, id, version_of(id) if version is None else version, body)

    def put(self, id: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The body that a PUT answers."""
        return self.call("PUT", id, body or {}).body or {}

    def get(self, id: str) -> dict[str, Any]:
        """The body that a GET answers."""
        return self.call("GET", id).body or {}

    def properties(self, id: str) -> dict[str, Any]:
        """The properties that a GET answers."""
        found: dict[str, Any] = self.get(id)["properties"]
        return found

    def only(self, text: str, id: str) -> str:
        """A text with the name of the only resource of a collection, where an id leaves that name to Azure."""
        collection, marker, _ = id.partition(f"/{ONLY}")
        return text.replace(ONLY, self.get(collection)["value"][0]["name"]) if marker else text

    def ids(self) -> list[str]:
        """The ids of everything that the world holds."""
        return [resource["id"] for resource in self.world.resources()]

    def log(self) -> list[dict[str, Any]]:
        """The lines of the request log."""
        return [json.loads(line) for line in (self.home / "requests.jsonl").read_text("utf-8").splitlines()]

    def state(self) -> tuple[Any, ...]:
        """What the world holds, reduced to numbers that any change changes."""
        with closing(sqlite3.connect(self.home / "world.sqlite3")) as file:
            statement = "SELECT COUNT(*), TOTAL(LENGTH(body) + LENGTH(private)), MAX(updated_at) FROM resources"
            found: tuple[Any, ...] = file.execute(statement).fetchone()
            return found

    def fill(self, template: str, number: int) -> None:
        """Copy a resource that many times, under other names and behind the world's back."""
        key = ResourceId.parse(template).key
        with closing(sqlite3.connect(self.home / "world.sqlite3")) as file, file:
            columns = [row[1] for row in file.execute("PRAGMA table_info(resources)")]
            replaced = {"key": "key || '-' || n", "claim": "NULL"}
            copied = ", ".join(replaced.get(column, column) for column in columns)
            file.execute(
                "WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ?) "  # noqa: S608
                f"INSERT INTO resources SELECT {copied} FROM resources, copies WHERE key = ?",
                (number, key),
            )


def properties(**given: object) -> dict[str, Any]:
    """A body with properties."""
    return {"properties": given}


def queue(name: str, namespace: str = STANDARD) -> str:
    """The id of a queue."""
    return f"{namespace}/queues/{name}"
