"""What is true of every world, stated again without the simulated Azure's own rules."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.sandbox.sequences.durations import FOREVER, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.sandbox.sequences.held import Held

_SIZES = {1024, 2048, 3072, 4096, 5120}
_PREMIUM_SIZES = _SIZES | {10240, 20480, 40960, 81920}
_PARTITIONS_OF_AN_ENTITY = 16
_ENTITY = re.compile(r"[A-Za-z0-9](?:[\w.~-]*[A-Za-z0-9])?", re.ASCII)
_CHILD = re.compile(r"[A-Za-z0-9](?:[\w.-]{0,48}[A-Za-z0-9])?", re.ASCII)
_DEFAULT = "$default"


def violations(world: Mapping[str, Held], forgotten: set[str]) -> list[str]:
    """What is wrong in a world; to the entities that are `forgotten` (their ids) others may still forward."""
    found = [f"{each.id}: {wrong}" for each in world.values() for wrong in _wrong(each, forgotten)]
    hosts = Counter(each.name.lower() for each in world.values() if each.type in _GLOBAL)
    return found + [f"{name} is there {number} times" for name, number in hosts.items() if number > 1]


_GLOBAL = {"microsoft.servicebus/namespaces", "microsoft.keyvault/vaults"}


def _wrong(each: Held, forgotten: set[str]) -> Iterator[str]:
    group = "/".join(each.id.split("/")[:5]).lower()
    if group not in each.world:
        yield "its group is not there"
    if each.id.count("/") > _OUTERMOST and not each.above(1) and not each.type.endswith(_EXTENSIONS):
        yield "its parent is not there"
    check = _CHECKS.get(each.type.rpartition("/")[2])
    yield from check(each, forgotten) if check else ()


_EXTENSIONS = ("/roleassignments", "/locks")
_OUTERMOST = "/subscriptions/s/resourceGroups/g/providers/p/types/name".count("/")


def _namespace(each: Held, _: set[str]) -> Iterator[str]:
    sku, partitions = each.body["sku"], each.properties["premiumMessagingPartitions"]
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]", each.name) or each.name.endswith(("-sb", "-mgmt")):
        yield "name"
    if sku["tier"] != sku["name"]:
        yield "tier"
    premium = sku["name"] == "Premium"
    if premium != ("capacity" in sku) or partitions not in ({1, 2, 4} if premium else {0}):
        yield "units or partitions of another tier"
    if premium and sku["capacity"] not in {units * partitions for units in (1, 2, 4, 8, 16)}:
        yield "capacity"
    if sku["name"] == "Basic" and each.children("topics"):
        yield "topics on Basic"
    names = Counter(entity.name.lower() for kind in ("queues", "topics") for entity in each.children(kind))
    yield from (f"{name} names two entities" for name, number in names.items() if number > 1)


def _tier(each: Held, levels: int) -> str:
    namespace = each.above(levels)
    assert namespace
    name: str = namespace.body["sku"]["name"]
    return name


def _storing(each: Held, _: set[str]) -> Iterator[str]:
    """Queues and topics."""
    given, tier, namespace = each.properties, _tier(each, 1), each.above(1)
    assert namespace
    if not _ENTITY.fullmatch(each.name) or "~~" in each.name:
        yield "name"
    spread = given["enablePartitioning"]
    factor = _PARTITIONS_OF_AN_ENTITY if spread and tier != "Premium" else 1
    sizes = _PREMIUM_SIZES if tier == "Premium" else {size * factor for size in _SIZES}
    if given["maxSizeInMegabytes"] not in sizes:
        yield "size"
    if tier == "Premium" and (
        given["enableExpress"] or spread != (namespace.properties["premiumMessagingPartitions"] > 1)
    ):
        yield "express or partitioning on Premium"
    if given["enableExpress"] and given["requiresDuplicateDetection"]:
        yield "express with duplicate detection"
    if not 20 <= seconds(given["duplicateDetectionHistoryTimeWindow"]) <= 7 * 86_400:
        yield "duplicate detection"
    yield from _living(each)


def _living(each: Held) -> Iterator[str]:
    given = each.properties
    if seconds(given["defaultMessageTimeToLive"]) < 1:
        yield "time to live"
    if seconds(given["autoDeleteOnIdle"]) < 300:
        yield "idle time"
    if given["status"] not in {"Active", "Disabled", "SendDisabled", "ReceiveDisabled"}:
        yield "status"
    if len(given.get("userMetadata", "")) > 1024:
        yield "metadata"


def _queue(each: Held, forgotten: set[str]) -> Iterator[str]:
    yield from _storing(each, forgotten)
    yield from _receiving(each, 1, forgotten)
    given = each.properties
    if _tier(each, 1) == "Basic":
        if given["requiresSession"] or given["requiresDuplicateDetection"] or given["enableExpress"]:
            yield "a feature that Basic does not have"
        if "forwardTo" in given or seconds(given["defaultMessageTimeToLive"]) > 14 * 86_400:
            yield "a property that Basic does not have"


def _receiving(each: Held, levels: int, forgotten: set[str]) -> Iterator[str]:
    """Queues and subscriptions."""
    given, namespace = each.properties, each.above(levels)
    assert namespace
    if not 5 <= seconds(given["lockDuration"]) <= 300:
        yield "lock"
    if not 1 <= given["maxDeliveryCount"] <= 2**31 - 1:
        yield "deliveries"
    if given["requiresSession"] and "forwardTo" in given:
        yield "a session source forwards"
    for source in ("forwardTo", "forwardDeadLetteredMessagesTo"):
        destination = given.get(source)
        if destination is None:
            continue
        ids = {f"{namespace.id}/{kind}/{destination.replace('/', '~')}".lower() for kind in ("queues", "topics")}
        if each.id.lower() in ids:
            yield "it forwards to itself"
        if not ids & (each.world.keys() | forgotten):
            yield f"{source} leads nowhere"
        if seconds(given["autoDeleteOnIdle"]) != seconds(FOREVER):
            yield "a source is deleted when idle"


def _subscription(each: Held, forgotten: set[str]) -> Iterator[str]:
    if not _CHILD.fullmatch(each.name):
        yield "name"
    yield from _living(each)
    yield from _receiving(each, 2, forgotten)


def _rule(each: Held, _: set[str]) -> Iterator[str]:
    given = each.properties
    if not _CHILD.fullmatch(each.name) and each.name.lower() != _DEFAULT:
        yield "name"
    filters = {"sqlFilter", "correlationFilter"} & given.keys()
    if filters != {given["filterType"][:1].lower() + given["filterType"][1:]}:
        yield "a filter of another type"
    expression = given.get("sqlFilter", {"sqlExpression": "x"})["sqlExpression"]
    if not expression.strip() or len(expression) > 1024 or len(given["action"].get("sqlExpression", "")) > 1024:
        yield "expression"
    if "correlationFilter" in given and not any(given["correlationFilter"].values()):
        yield "an empty correlation filter"


def _authorization(each: Held, _: set[str]) -> Iterator[str]:
    rights, parent = set(each.properties["rights"]), each.above(1)
    if not rights or rights - {"Manage", "Send", "Listen"} or ("Manage" in rights and len(rights) < 3):
        yield "rights"
    assert parent
    if len(parent.children("authorizationRules")) > 12:
        yield "more than 12 siblings"


def _vault(each: Held, _: set[str]) -> Iterator[str]:
    given = each.properties
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]", each.name) or "--" in each.name:
        yield "name"
    if not 7 <= given["softDeleteRetentionInDays"] <= 90 or given["enableSoftDelete"] is not True:
        yield "soft delete"
    if given.get("enablePurgeProtection") is False:
        yield "purge protection"


def _secret(each: Held, _: set[str]) -> Iterator[str]:
    if not re.fullmatch(r"[0-9A-Za-z-]{1,127}", each.name):
        yield "name"
    if "value" in each.properties:
        yield "its value is shown"
    if len(each.body.get("tags", {})) > 15:
        yield "tags"


def _assignment(each: Held, _: set[str]) -> Iterator[str]:
    same = [
        other
        for other in each.world.values()
        if other.type == each.type
        and all(
            other.properties[part].lower() == each.properties[part].lower()
            for part in ("scope", "principalId", "roleDefinitionId")
        )
    ]
    if len(same) > 1:
        yield "the same role twice"
    if each.properties["scope"].lower() not in each.world:
        yield "its scope is not there"


_CHECKS: Mapping[str, Callable[[Held, set[str]], Iterator[str]]] = {
    "namespaces": _namespace,
    "queues": _queue,
    "topics": _storing,
    "subscriptions": _subscription,
    "rules": _rule,
    "authorizationrules": _authorization,
    "vaults": _vault,
    "secrets": _secret,
    "roleassignments": _assignment,
}
