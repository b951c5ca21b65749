"""Which identity gets which role: to send and to receive, each at the one entity that it is for, and all else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone import mappings, portal, routes
from backbone.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.addresses import Address
    from backbone.settings import PrincipalSettings, Settings
    from backbone.settings.directory import Target


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A principal's right on a queue, topic or subscription.

    Attributes:
        role: What it may do there.
        on: The entity, spelt as it is declared.
        to: The principal.
    """

    role: Role
    on: Target
    to: PrincipalSettings

    @property
    def name(self) -> str:
        """The logical name of the role's assignment, such as `tracking@main-receiver-<object id>`."""
        return f"{self.on.address}-{_WHO[self.role]}-{self.to.id}"


OF_HOST = {
    "reader": Role.KEY_VAULT_SECRETS_USER,
    "publisher": Role.MONITORING_METRICS_PUBLISHER,
    "blobs": Role.STORAGE_BLOB_DATA_OWNER,
    "queues": Role.STORAGE_QUEUE_DATA_CONTRIBUTOR,
    "tables": Role.STORAGE_TABLE_DATA_CONTRIBUTOR,
}
"""What the function's identity needs besides, by what the logical name of the assignment ends in: on the vault, on
Application Insights, and thrice on its host's storage account
(learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity)."""

_WHO = {Role.SERVICE_BUS_DATA_RECEIVER: "receiver", Role.SERVICE_BUS_DATA_SENDER: "sender"}


def of_function(settings: Settings) -> tuple[Target, ...]:
    """What the function may send to: each mapped queue and each route's target, once, by address."""
    directory = settings.directory
    mapped = (directory.target(mapping.queue) for mapping in mappings.declared(settings) if mapping.queue is not None)
    routed = (route.target for route in routes.declared(settings))
    found = {str(target.address): target for target in (*mapped, *routed)}
    return tuple(found[address] for address in sorted(found))


def of_principals(settings: Settings) -> tuple[Grant, ...]:
    """The rights of `access.receivers`, `access.senders` and the receivers of `subscriptions`, each once, by name."""
    directory = settings.directory
    found = {
        grant.name: grant
        for grant in (
            Grant(role=role, on=directory.target(address), to=principal)
            for role, address, principal in _wanted(settings)
        )
    }
    return tuple(found[name] for name in sorted(found))


def count(settings: Settings) -> int:
    """The role assignments that a stack declares in its own subscription.

    Those on existing queues are left out: which of them are in that subscription only a deployment knows.
    """
    return len((*OF_HOST, *of_function(settings), *of_principals(settings), *portal.grants(settings)))


def _wanted(settings: Settings) -> Iterator[tuple[Role, Address, PrincipalSettings]]:
    for address, principals in settings.access.receivers.items():
        for principal in principals:
            yield Role.SERVICE_BUS_DATA_RECEIVER, address, principal
    for address, principals in settings.access.senders.items():
        for principal in principals:
            yield Role.SERVICE_BUS_DATA_SENDER, address, principal
    for name, remote in settings.subscriptions.items():
        yield Role.SERVICE_BUS_DATA_RECEIVER, remote.to.of_subscription(name), remote.receiver
