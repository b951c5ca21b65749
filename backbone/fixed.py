"""What Azure decides when an entity is made and never changes, as it holds where the stack file says nothing.

All of it is said to Azure. What is left open would be Azure's default, but an entity that is imported has said it all:
the engine takes what is no longer said for a change, and replaces what cannot be changed, with its messages.

Source of the defaults: learn.microsoft.com/azure/templates/microsoft.servicebus, the page of each type.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from backbone.forwarding.reading import is_partitioned
from backbone.settings import QueueSettings, SubscriptionSettings, TopicSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import NamespaceSettings

EntityT = TypeVar("EntityT", QueueSettings, TopicSettings, SubscriptionSettings)

DEFAULTS: Mapping[type, Mapping[str, bool]] = {
    QueueSettings: {"requires_session": False, "requires_duplicate_detection": False},
    TopicSettings: {"requires_duplicate_detection": False},
    SubscriptionSettings: {"requires_session": False, "is_client_affine": False},
}
"""Azure's defaults, by the record of settings and its field; whether an entity is partitioned depends on more."""


def completed(entity: EntityT, namespace: NamespaceSettings) -> EntityT:
    """The settings of an entity with all said that cannot be changed later."""
    values: dict[str, Any] = dict(DEFAULTS[type(entity)])
    if not isinstance(entity, SubscriptionSettings):
        values["enable_partitioning"] = is_partitioned(namespace, entity)
    unsaid = {name: value for name, value in values.items() if getattr(entity, name) is None}
    return dataclasses.replace(entity, **unsaid)
