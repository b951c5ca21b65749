"""What one message costs on its way through a namespace, and what the expected load costs each second.

Credits (learn.microsoft.com/azure/service-bus-messaging/service-bus-throttling): a send, a receive and the evaluation
of a rule cost one each. A forward counts as one more: the broker receives at one end and sends at the other. The rule
that comes with a subscription without rules of its own matches without an evaluation.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backbone.addresses import Address
    from backbone.settings.load import LoadSettings
    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.queue import QueueSettings
    from backbone.settings.remote_subscription import RemoteSubscriptionSettings
    from backbone.settings.topic import SubscriptionSettings

    Listener: TypeAlias = SubscriptionSettings | RemoteSubscriptionSettings


@dataclass(frozen=True, kw_only=True)
class Steps:
    """What is done for messages, each step one credit.

    Attributes:
        send: Messages that clients send.
        filters: Rules that are evaluated.
        receive: Copies that clients receive.
        forward: Copies that move on to another entity.
    """

    send: float = 0
    filters: float = 0
    receive: float = 0
    forward: float = 0

    @property
    def credits(self) -> float:
        """All steps together."""
        return self.send + self.filters + self.receive + self.forward

    @property
    def transfers(self) -> float:
        """The steps that move a message and are billed as operations: a filter moves none."""
        return self.send + self.receive + self.forward

    def __add__(self, other: Steps) -> Steps:
        return Steps(
            send=self.send + other.send,
            filters=self.filters + other.filters,
            receive=self.receive + other.receive,
            forward=self.forward + other.forward,
        )

    def times(self, factor: float, *, by: int = 1) -> Steps:
        """These steps for so many messages, divided; one after the other, so that 56 times 1/56 is 1."""
        return Steps(
            send=self.send * factor / by,
            filters=self.filters * factor / by,
            receive=self.receive * factor / by,
            forward=self.forward * factor / by,
        )


NOTHING = Steps()
SENT = Steps(send=1)
RECEIVED = Steps(receive=1)
FORWARDED = Steps(forward=1)


class Traffic:
    """The ways through one namespace; its forwards have been checked, so that none leads back to itself."""

    def __init__(
        self,
        namespace: NamespaceSettings,
        *,
        remote: Iterable[RemoteSubscriptionSettings],
        load: Mapping[Address, LoadSettings],
    ) -> None:
        self._queues = {name.casefold(): queue for name, queue in namespace.queues.items()}
        self._topics = {name.casefold(): topic for name, topic in namespace.topics.items()}
        self._listeners: dict[str, list[Listener]] = {
            name: list(topic.subscriptions.values()) for name, topic in self._topics.items()
        }
        for each in remote:
            self._listeners[each.to.entity.casefold()].append(each)
        self.load = {address.entity.casefold(): each for address, each in load.items()}
        self._after: dict[str, Steps] = {}

    def per_message(self, entity: str) -> Steps:
        """What is done for one message that a client sends to a queue or topic, to its last receipt."""
        return SENT + self.after_arrival(entity)

    def per_second(self) -> Steps:
        """What the expected load makes the namespace do each second."""
        return sum(
            (self.per_message(name).times(each.messages_per_second) for name, each in self.load.items()), NOTHING
        )

    def with_one_subscription(self) -> Traffic:
        """The same traffic if each topic that filters had one subscription without rules, from which is received."""
        changed = copy(self)
        changed._after = dict.fromkeys(filter(self.rules, self._topics), RECEIVED)  # noqa: SLF001 - a copy of our own
        return changed

    def after_arrival(self, entity: str) -> Steps:
        """What follows when a message has arrived at a queue or topic."""
        name = entity.casefold()
        if name not in self._after:
            queue = self._queues.get(name)
            self._after[name] = self._on_from(queue) if queue is not None else self._spread(name)
        return self._after[name]

    def rules(self, topic: str) -> int:
        """The explicit rules of a topic's subscriptions."""
        return sum(len(each.rules) for each in self._listeners.get(topic.casefold(), ()))

    def copies(self, topic: str) -> float:
        """Subscriptions that get a copy of a message: as the load says, else as the rules let us guess."""
        name = topic.casefold()
        said = self.load[name].copies if name in self.load else None
        unfiltered, filtered = self._kinds(name)
        return len(unfiltered) + min(1, len(filtered)) if said is None else said

    def copies_possible(self, topic: str) -> tuple[int, int]:
        """The least and the most copies that a message to a topic can have."""
        unfiltered, filtered = self._kinds(topic.casefold())
        return len(unfiltered), len(unfiltered) + len(filtered)

    def _spread(self, topic: str) -> Steps:
        """A topic: rules are evaluated; unfiltered subscriptions get a copy each, the others share what is left."""
        unfiltered, filtered = self._kinds(topic)
        steps = Steps(filters=self.rules(topic))
        for each in unfiltered:
            steps += self._on_from(each)
        if filtered:
            left = max(0, self.copies(topic) - len(unfiltered))
            steps += sum(map(self._on_from, filtered), NOTHING).times(left, by=len(filtered))
        return steps

    def _on_from(self, source: QueueSettings | Listener) -> Steps:
        """A queue or subscription: its messages move on, or are received."""
        destination = getattr(source, "forward_to", None)
        return RECEIVED if destination is None else FORWARDED + self.after_arrival(destination)

    def _kinds(self, topic: str) -> tuple[list[Listener], list[Listener]]:
        """A topic's subscriptions without rules, and with."""
        listeners = self._listeners.get(topic, [])
        return [each for each in listeners if not each.rules], [each for each in listeners if each.rules]
