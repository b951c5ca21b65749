"""What a stack file asks Azure for, whatever our checks would say to it: nothing here reads it as settings."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from sandbox.world import DEFAULT_SUBSCRIPTION, AzureError, World

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GROUP = f"/subscriptions/{DEFAULT_SUBSCRIPTION}/resourceGroups/rg"
VERSION = "2026-01-01"
FORWARDS = ("forwardTo", "forwardDeadLetteredMessagesTo")
NUMBERS = count(10)


def refusals(world: World, config: Mapping[str, Any]) -> set[str]:
    """The rules of Azure by which it refuses something of a stack file, in namespaces of their own."""
    found: set[str] = set()
    missing: list[str] = []
    for namespace in _namespaces(config):
        name = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/twice-{next(NUMBERS)}"
        for id_, body in _requests(namespace, name):
            if id_.startswith(tuple(missing)):
                continue  # Nothing can be put into what is not there.
            try:
                _put(world, id_, body)
            except AzureError as error:
                found.add(error.rule.removeprefix("servicebus/"))
                missing.append(f"{id_}/")
    return found


def _namespaces(config: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The namespaces, with the tier that they take over and the subscriptions that are declared for other units."""
    default = config.get("backbone:namespace", {})
    named = {default.get("alias", "main"): default} | config.get("backbone:scaleUnits", {})
    for alias, said in named.items():
        namespace = {"sku": default.get("sku", "Standard"), **said}
        topics = dict(namespace.get("topics", {}))
        for name, remote in config.get("backbone:subscriptions", {}).items():
            topic, _, owner = remote["to"].casefold().partition("@")
            if owner == alias:
                declared = topics[topic].get("subscriptions", {})
                own = {key: item for key, item in remote.items() if key not in {"to", "receiver"}}
                topics[topic] = topics[topic] | {"subscriptions": declared | {name: own}}
        yield namespace | {"topics": topics}


def _put(world: World, id_: str, body: Mapping[str, Any]) -> None:
    """Ask once more where a namespace has no credits left this second, as every client does."""
    try:
        world.call("PUT", id_, VERSION, body)
    except AzureError as error:
        if error.rule != "servicebus/throttled":
            raise
        world.advance(timedelta(seconds=2))
        world.call("PUT", id_, VERSION, body)


def _requests(namespace: Mapping[str, Any], id_: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """All entities, and only then their forwards, so that the order of creation is no reason to refuse anything."""
    sku: dict[str, Any] = {"name": namespace["sku"]}
    partitions = namespace.get("partitions")
    capacity = namespace.get("messagingUnits") or (partitions or 1 if sku["name"] == "Premium" else None)
    sku |= {} if capacity is None else {"capacity": capacity}
    settings = {} if partitions is None else {"premiumMessagingPartitions": partitions}
    yield id_, {"location": "westeurope", "sku": sku, "properties": settings}
    entities = list(_entities(namespace, id_))
    for entity, properties in entities:
        yield entity, {"properties": {key: item for key, item in properties.items() if key not in FORWARDS}}
    for entity, properties in entities:
        if any(key in properties for key in FORWARDS):
            yield entity, {"properties": properties}


def _entities(namespace: Mapping[str, Any], id_: str) -> Iterator[tuple[str, dict[str, Any]]]:
    partitioned = {"enablePartitioning": True} if (namespace.get("partitions") or 1) > 1 else {}
    declared = namespace.get("queues", {})
    session_queue = namespace.get("queue", "tracking").casefold()
    missing: dict[str, Any] = {} if session_queue in {name.casefold() for name in declared} else {session_queue: {}}
    for name, keys in (declared | missing).items():
        sessions = {"requiresSession": True} if name.casefold() == session_queue else {}
        yield f"{id_}/queues/{name.replace('/', '~')}", partitioned | sessions | keys
    for name, keys in namespace.get("topics", {}).items():
        topic = f"{id_}/topics/{name.replace('/', '~')}"
        yield topic, partitioned | {key: item for key, item in keys.items() if key != "subscriptions"}
        for other, its in keys.get("subscriptions", {}).items():
            client = its.get("clientAffineProperties", {}).get("clientId")
            below = f"{topic}/subscriptions/{other}" + (f"${client}$D" if its.get("isClientAffine") else "")
            yield below, {key: item for key, item in its.items() if key != "rules"}
            yield from ((f"{below}/rules/{rule}", _rule(content)) for rule, content in its.get("rules", {}).items())


def _rule(content: Mapping[str, Any]) -> dict[str, Any]:
    """A rule as Resource Manager wants it; of two filters, or none, the type is the SQL one's."""
    kind = "CorrelationFilter" if "correlationFilter" in content and "sqlFilter" not in content else "SqlFilter"
    spelt = {key: {"sqlExpression": item} if isinstance(item, str) else item for key, item in content.items()}
    return {"filterType": kind, **spelt}
