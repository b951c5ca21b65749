"""How many namespaces and messaging units bear a load that is too much for one."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from backbone import limits

if TYPE_CHECKING:
    from backbone.plan.capacity import Capacity
    from backbone.settings.namespace import NamespaceSettings

COMFORTABLE = 0.8
"""How much of a limit a namespace is to use that was added because another one was full."""


def namespaces_needed(now: Capacity) -> int:
    """The fewest namespaces of its kind of which none uses more of a limit than is comfortable."""
    demands = (now.credits, now.connections, now.ingress, now.egress)
    return max(_number(demand.used, demand.limit) for demand in demands if demand.limit)


def units_needed(namespace: NamespaceSettings, now: Capacity) -> int | None:
    """The fewest messaging units that bear the load; None if no Premium namespace does."""
    return _units(namespace, now, number=1, share=1)


def premium_namespaces_needed(namespace: NamespaceSettings, now: Capacity) -> tuple[int, int]:
    """The fewest Premium namespaces of which none uses more than is comfortable, and the messaging units of each."""
    most = limits.MESSAGING_UNITS[-1] * (namespace.partitions or 1)
    number = max(
        _number(_megabytes(now), most * limits.MEGABYTES_PER_SECOND_AND_MESSAGING_UNIT),
        _number(now.connections.used, limits.CONNECTIONS_PER_NAMESPACE),
    )
    return number, _units(namespace, now, number=number, share=COMFORTABLE) or most


def _number(used: float, limit: float) -> int:
    return ceil(used / (limit * COMFORTABLE))


def _units(namespace: NamespaceSettings, now: Capacity, *, number: int, share: float) -> int | None:
    """The fewest messaging units of each of so many namespaces that use no more than a share of their throughput."""
    partitions = namespace.partitions or 1
    for count in limits.MESSAGING_UNITS:
        units = count * partitions
        fast = _megabytes(now) / number <= units * limits.MEGABYTES_PER_SECOND_AND_MESSAGING_UNIT * share
        if fast and now.entities.used / number <= units * limits.ENTITIES_PER_MESSAGING_UNIT:
            return units
    return None


def _megabytes(now: Capacity) -> float:
    return max(now.ingress.used, now.egress.used)
