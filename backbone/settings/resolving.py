"""What follows from the settings of a namespace where the file says nothing."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from backbone.settings.queue import QueueSettings
from backbone.settings.sku import Sku

if TYPE_CHECKING:
    from backbone.settings.namespace import NamespaceSettings, ScaleUnitSettings
    from backbone.settings.tree import Settings

SettingsT = TypeVar("SettingsT", bound="Settings")
NamespaceT = TypeVar("NamespaceT", bound="NamespaceSettings")


def resolved(settings: SettingsT) -> SettingsT:
    """The settings with session queues, messaging units and partitions filled in."""
    default = _complete(settings.namespace)
    units = {alias: _complete(_inherit(unit, default)) for alias, unit in settings.scale_units.items()}
    return dataclasses.replace(settings, namespace=default, scale_units=MappingProxyType(units))


def _inherit(unit: ScaleUnitSettings, default: NamespaceSettings) -> ScaleUnitSettings:
    """Capacity is inherited within one tier, and messaging units only where they fit: with the same partitions."""
    if unit.sku is not default.sku or unit.sku is not Sku.PREMIUM:
        return unit
    partitions = unit.partitions or default.partitions
    inherited = default.messaging_units if partitions == default.partitions else None
    return dataclasses.replace(unit, partitions=partitions, messaging_units=unit.messaging_units or inherited)


def _complete(namespace: NamespaceT) -> NamespaceT:
    """Fill in the session queue, and on Premium the capacity."""
    name = next((name for name in namespace.queues if name.casefold() == namespace.queue.casefold()), namespace.queue)
    queue = namespace.queues.get(name, QueueSettings())
    if queue.requires_session is None:
        queue = dataclasses.replace(queue, requires_session=True)
    namespace = dataclasses.replace(namespace, queue=name, queues=MappingProxyType({**namespace.queues, name: queue}))
    if namespace.sku is not Sku.PREMIUM:
        return namespace
    partitions = namespace.partitions or 1
    units = namespace.messaging_units or partitions
    return dataclasses.replace(namespace, partitions=partitions, messaging_units=units)
