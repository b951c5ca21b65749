"""Where addresses lead in a stack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.addresses import Address, nearest
from backbone.entities import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.tree import Settings


@dataclass(frozen=True, kw_only=True)
class Target:
    """The entity that an address leads to.

    Attributes:
        kind: What it is.
        address: Its address, spelt as the entity is.
    """

    kind: EntityKind
    address: Address


class Directory:
    """Looks addresses up; letter case means nothing in them."""

    def __init__(self, settings: Settings) -> None:
        self._namespaces: dict[str, NamespaceSettings] = {
            settings.namespace.alias: settings.namespace,
            **{alias: unit for alias, unit in settings.scale_units.items() if alias != settings.namespace.alias},
        }
        self._targets = {str(target.address).casefold(): target for target in self._of_namespaces()}
        self._targets.update({str(target.address).casefold(): target for target in self._remote(settings)})
        self._in_namespace: dict[str, list[Target]] = {}
        self._of_name: dict[str, list[Target]] = {}
        for target in self._targets.values():
            self._in_namespace.setdefault(target.address.alias.casefold(), []).append(target)
            self._of_name.setdefault(target.address.entity.casefold(), []).append(target)

    @property
    def targets(self) -> Iterable[Target]:
        """Every queue, topic and subscription."""
        return self._targets.values()

    def find(self, address: Address) -> Target | None:
        """What the address leads to, or None."""
        return self._targets.get(str(address).casefold())

    def target(self, address: Address) -> Target:
        """What an address of checked settings leads to.

        Raises:
            KeyError: The address leads nowhere, which the settings' checks refuse.
        """
        return self._targets[str(address).casefold()]

    def nearest(self, address: Address, kinds: tuple[EntityKind, ...]) -> tuple[str, ...]:
        """The addresses most like this one that lead to one of these kinds.

        Where the alias or the name exists, only the addresses that share it are compared: a stack may have thousands.
        """
        alias, name = address.alias.casefold(), address.entity.casefold()
        akin = [*self._in_namespace.get(alias, ()), *self._of_name.get(name, ())]
        candidates = {str(target.address) for target in akin or self._targets.values() if target.kind in kinds}
        return nearest(str(address), sorted(candidates))

    def _of_namespaces(self) -> Iterator[Target]:
        for alias, namespace in self._namespaces.items():
            for queue in namespace.queues:
                yield Target(kind=EntityKind.QUEUE, address=Address(entity=queue, alias=alias))
            for topic, its in namespace.topics.items():
                yield Target(kind=EntityKind.TOPIC, address=Address(entity=topic, alias=alias))
                yield from _subscriptions(topic, alias, its.subscriptions)

    def _remote(self, settings: Settings) -> Iterator[Target]:
        """The subscriptions for other units, spelt as their topics are."""
        for name, remote in settings.subscriptions.items():
            topic = self.find(remote.to)
            if topic is not None and topic.kind is EntityKind.TOPIC:
                yield from _subscriptions(topic.address.entity, topic.address.alias, {name: remote})


def _subscriptions(topic: str, alias: str, names: Mapping[str, object]) -> Iterator[Target]:
    for name in names:
        address = Address(entity=topic, alias=alias, subscription=name)
        yield Target(kind=EntityKind.SUBSCRIPTION, address=address)
