"""Subscriptions to topics of other scale units: declared where the topic is, as Service Bus knows no other place."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from backbone.settings import SubscriptionSettings

if TYPE_CHECKING:
    from backbone.settings import NamespaceSettings, Settings

NamespaceT = TypeVar("NamespaceT", bound="NamespaceSettings")


def joined(settings: Settings) -> Settings:
    """The settings with each entry of `subscriptions` among its topic's own subscriptions."""
    wanted: dict[str, dict[str, dict[str, SubscriptionSettings]]] = {}
    for name, remote in settings.subscriptions.items():
        topics = wanted.setdefault(remote.to.alias.casefold(), {})
        topics.setdefault(remote.to.entity.casefold(), {})[name] = SubscriptionSettings(rules=remote.rules)
    if not wanted:
        return settings
    units = {alias: _joined(unit, wanted.get(alias, {})) for alias, unit in settings.scale_units.items()}
    default = _joined(settings.namespace, wanted.get(settings.namespace.alias, {}))
    return dataclasses.replace(settings, namespace=default, scale_units=MappingProxyType(units))


def _joined(namespace: NamespaceT, wanted: dict[str, dict[str, SubscriptionSettings]]) -> NamespaceT:
    """A namespace whose topics have further subscriptions, by the topic's name in lower case."""
    topics = {
        name: dataclasses.replace(
            topic, subscriptions=MappingProxyType({**topic.subscriptions, **wanted.get(name.casefold(), {})})
        )
        for name, topic in namespace.topics.items()
    }
    return dataclasses.replace(namespace, topics=MappingProxyType(topics))
