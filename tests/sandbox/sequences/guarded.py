"""What is true of pairs of namespaces, private endpoint connections and locks, stated again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.sandbox.sequences.held import Held

_LOCKS = "/providers/microsoft.authorization/locks/"
_OF_A_MOMENT = frozenset({"createdAt", "updatedAt", "accessedAt"})
_OTHER_END = {"Primary": "Secondary", "Secondary": "Primary"}
_ENTITIES = ("queues", "topics")


def misfits(world: Mapping[str, Held]) -> list[str]:
    """What is wrong between the resources of a world."""
    found = []
    for each in world.values():
        check = _CHECKS.get(each.type.rpartition("/")[2])
        found += [f"{each.id}: {wrong}" for wrong in check(each)] if check else []
    return found


def forbids(world: Mapping[str, Held], method: str, id: str) -> list[str]:
    """The ids of the locks that forbid a call."""
    target = id.lower()
    if _LOCKS in target:
        return []
    found = []
    for lock in (each for each in world.values() if _LOCKS in each.id.lower()):
        scope = lock.id.lower().partition(_LOCKS)[0]
        above = f"{target}/".startswith(f"{scope}/")
        below = f"{scope}/".startswith(f"{target}/")
        if (above or below) if method == "DELETE" else (above and lock.properties["level"] == "ReadOnly"):
            found.append(lock.id)
    return found


def _alias(each: Held) -> Iterator[str]:
    role, namespace = each.properties["role"], each.above(1)
    assert namespace
    if namespace.body["sku"]["name"] != "Premium":
        yield "an alias of a namespace that is not Premium"
    if role not in _OTHER_END:
        if role != "PrimaryNotReplicating" or each.properties["partnerNamespace"]:
            yield "an alias that stands alone has another role or a partner"
        return
    partner = each.world.get(each.properties["partnerNamespace"].lower())
    paired = [one for one in namespace.children("disasterRecoveryConfigs") if one.properties["role"] in _OTHER_END]
    if len(paired) != 1:
        yield "its namespace is in two pairs"
    if partner is None:
        yield "its partner is not there"
        return
    ends = [one for one in partner.children("disasterRecoveryConfigs") if one.name.lower() == each.name.lower()]
    if [one.properties["role"] for one in ends] != [_OTHER_END[role]]:
        yield "it is not seen at the other end"
    if partner.body["location"] == namespace.body["location"]:
        yield "both are in one region"
    if role == "Primary" and _entities(partner) != _entities(namespace):
        yield "the secondary has other entities"


def _entities(namespace: Held) -> dict[str, Any]:
    """The entities of a namespace by what of their ids is its own, without times."""
    start = len(namespace.id) + 1
    return {
        one.id[start:].lower(): {name: value for name, value in one.properties.items() if name not in _OF_A_MOMENT}
        for one in (entity for kind in _ENTITIES for entity in namespace.children(kind))
    }


def _connection(each: Held) -> Iterator[str]:
    namespace = each.above(1)
    endpoint = each.world.get(each.properties["privateEndpoint"]["id"].lower())
    if endpoint is None or namespace is None:
        yield "an end of it is not there"
        return
    given = endpoint.properties
    links = [*given["privateLinkServiceConnections"], *given["manualPrivateLinkServiceConnections"]]
    told = [link["properties"] for link in links]
    if [link["privateLinkServiceId"].lower() for link in told] != [namespace.id.lower()]:
        yield "its endpoint leads elsewhere"
    status = each.properties["privateLinkServiceConnectionState"]["status"]
    if [link["privateLinkServiceConnectionState"]["status"] for link in told] != [status]:
        yield "its endpoint has another status"


def _lock(each: Held) -> Iterator[str]:
    if each.properties["level"] not in {"NotSpecified", "CanNotDelete", "ReadOnly"}:
        yield "level"
    if each.id.lower().partition(_LOCKS)[0] not in each.world:
        yield "its scope is not there"


_CHECKS = {"disasterrecoveryconfigs": _alias, "privateendpointconnections": _connection, "locks": _lock}
