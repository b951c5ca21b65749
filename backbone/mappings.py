"""Queue mappings: which there are, what the vault's secrets say, and what stands beside them in plain sight."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.addresses import Address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import NamespaceSettings, Settings

VERSION = 1
"""Of the value's format."""

DEFAULT_ID = "default"
"""The QueueMappingId of the default queue."""

CONTENT_TYPE = "application/json"
KIND = "queue-mapping"
TARGET = "target"
"""The tag that holds the queue's resource id."""

_IN_VAULT = "queue-mapping-"
_IN_STATE = "mapping-"


@dataclass(frozen=True, kw_only=True)
class QueueMapping:
    """A QueueMappingId as the settings have it.

    Attributes:
        id: As written.
        queue: The queue of this stack that it leads to, spelt as it is declared.
        existing: Resource id of the existing queue that it leads to, as written.
    """

    id: str
    queue: Address | None = None
    existing: str | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether it leads nowhere any more."""
        return self.queue is None and self.existing is None


def declared(settings: Settings) -> tuple[QueueMapping, ...]:
    """The mappings of an installation by id: the default queue's, each scale unit's, and those of the stack file."""
    directory = settings.directory
    found = [
        QueueMapping(id=DEFAULT_ID, queue=_session_queue(settings.namespace)),
        *(QueueMapping(id=alias, queue=_session_queue(unit)) for alias, unit in settings.scale_units.items()),
        *(
            QueueMapping(
                id=name,
                queue=None if target.address is None else directory.target(target.address).address,
                existing=target.queue_id,
            )
            for name, target in settings.mappings.items()
        ),
    ]
    return tuple(sorted(found, key=lambda mapping: mapping.id.casefold()))


def ids(settings: Settings) -> list[str]:
    """The QueueMappingIds of an installation, in alphabetical order."""
    return [mapping.id for mapping in declared(settings)]


def secret_name(mapping_id: str) -> str:
    """The secret that holds a mapping; letter case means nothing in a QueueMappingId."""
    return f"{_IN_VAULT}{mapping_id.lower()}"


def resource_name(mapping_id: str) -> str:
    """The logical name of a mapping's secret."""
    return f"{_IN_STATE}{mapping_id.lower()}"


def id_of(resource_name: str) -> str | None:
    """The QueueMappingId behind a secret's logical name, in lower case; None for another secret."""
    return resource_name.removeprefix(_IN_STATE) if resource_name.startswith(_IN_STATE) else None


def id_in_vault(secret_name: str) -> str | None:
    """The QueueMappingId behind a secret's name, in lower case; None for another secret."""
    name = secret_name.lower()
    return name.removeprefix(_IN_VAULT) if name.startswith(_IN_VAULT) else None


def value(host: str, queue: str) -> str:
    """Where a message goes: an address, and no credential, as the sender shows its own identity.

    Args:
        host: Host name of the queue's namespace.
        queue: The queue's name on the wire.
    """
    return json.dumps({"version": VERSION, "namespace": host, "queue": queue, "auth": "identity"})


def disabled_value() -> str:
    """The value of a mapping that has been withdrawn; its secret is disabled as well."""
    return json.dumps({"version": VERSION, "auth": "none"})


def tags(target: str | None) -> Mapping[str, str]:
    """The tags of a mapping's secret; as values cannot be read back, the target is what a deployment compares.

    Args:
        target: Resource id of the queue; None for a withdrawn mapping that never led anywhere.
    """
    known = {"kind": KIND, "version": str(VERSION)}
    return known if target is None else {**known, TARGET: target}


def _session_queue(namespace: NamespaceSettings) -> Address:
    return Address(entity=namespace.queue, alias=namespace.alias)
