"""The plan of a stack: what its settings mean, before anything is deployed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone import cautions
from backbone.plan.capacity import UNSTATED_SIZE, capacity
from backbone.plan.chains import left_out, ways
from backbone.plan.costs import Demand, alternatives, costs
from backbone.plan.notices import Subject, mixed_currencies, notices
from backbone.plan.prices import OPERATION_IN_KILOBYTES, PriceTable
from backbone.plan.remedies import remedies
from backbone.plan.traffic import Traffic
from backbone.settings.checks.rule import namespaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backbone.addresses import Address
    from backbone.forwarding import Caution, Graph
    from backbone.plan.capacity import Capacity
    from backbone.plan.chains import Way
    from backbone.plan.costs import Alternative, Costs
    from backbone.plan.remedies import Remedy
    from backbone.plan.traffic import Steps
    from backbone.settings import NamespaceSettings, Settings
    from backbone.settings.load import LoadSettings
    from backbone.settings.remote_subscription import RemoteSubscriptionSettings

ASSUMPTIONS = (
    (
        "A message costs one credit to send, one for each rule that its topic evaluates, one for each forward, and one "
        "to receive each copy; a subscription without rules costs none to match."
    ),
    (
        "A topic whose load names no copies delivers one to each subscription without rules, and one to those with "
        "rules together."
    ),
    "Dead letters and retries are not counted.",
    (
        f"A message of unstated size has {UNSTATED_SIZE} KB; each {OPERATION_IN_KILOBYTES} KB or part of it is billed "
        "as an operation."
    ),
    "The load lasts all month.",
    "Premium throughput is Microsoft's benchmark of 4 MB/s for each messaging unit.",
)
"""What is reckoned with besides the settings."""


@dataclass(frozen=True, kw_only=True)
class NamespacePlan:
    """One namespace: what is asked of it, and what it can do.

    Attributes:
        settings: What the stack file says about it.
        graph: Who forwards to whom in it.
        capacity: The load against the limits.
        remote: Subscriptions to its topics that the stack file declares for other units, by name.
        loads: The expected load by the address that messages are sent to.
        per_message: What is done for one message, by the same addresses.
        remedies: The ways out, where more is asked than it bears.
    """

    settings: NamespaceSettings
    graph: Graph
    capacity: Capacity
    remote: Mapping[str, RemoteSubscriptionSettings]
    loads: Mapping[Address, LoadSettings]
    per_message: Mapping[Address, Steps]
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a stack file means.

    Attributes:
        namespaces: The default namespace and the scale units.
        costs: What they cost.
        alternatives: What they would cost all on Standard, and all on Premium.
        prices: The price table.
        chains: The ways that messages take over forwards.
        chains_left_out: How many there are besides, where there are too many to list.
        cautions: What will work and may surprise.
    """

    namespaces: tuple[NamespacePlan, ...]
    costs: Costs
    alternatives: tuple[Alternative, ...]
    prices: PriceTable
    chains: tuple[Way, ...]
    chains_left_out: int
    cautions: tuple[Caution, ...]

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What is reckoned with besides the settings, in sentences."""
        return (*ASSUMPTIONS, self.prices.origin)

    @property
    def is_over(self) -> bool:
        """Whether any namespace is asked for more than it bears."""
        return any(each.capacity.is_over for each in self.namespaces)


def draw_up(settings: Settings, further: Iterable[Caution] = ()) -> Plan:
    """The plan of a stack whose settings are right, with further cautions about its file."""
    subjects = tuple(_subjects(settings))
    demands = [Demand(namespace=each.namespace, capacity=each.capacity) for each in subjects]
    prices = PriceTable.of(settings.prices)
    return Plan(
        namespaces=tuple(_namespace_plan(each) for each in subjects),
        costs=costs(demands, prices),
        alternatives=alternatives(demands, prices),
        prices=prices,
        chains=tuple(way for each in subjects for way in ways(each.graph)),
        chains_left_out=sum(left_out(each.graph) for each in subjects),
        cautions=(
            *further,
            *cautions.of(settings),
            *(notice for each in subjects for notice in notices(each)),
            *mixed_currencies(prices),
        ),
    )


def _subjects(settings: Settings) -> Iterator[Subject]:
    loads: defaultdict[str, dict[Address, LoadSettings]] = defaultdict(dict)
    for address, load in settings.load.items():
        loads[address.alias.casefold()][address] = load
    for placed, graph in zip(namespaces(settings), settings.graphs, strict=True):
        alias = placed.settings.alias.casefold()
        remote = settings.subscriptions_to(alias)
        traffic = Traffic(placed.settings, remote=remote.values(), load=loads[alias])
        yield Subject(
            path=placed.path,
            namespace=placed.settings,
            graph=graph,
            remote=remote,
            loads=loads[alias],
            traffic=traffic,
            capacity=capacity(placed.settings, traffic),
        )


def _namespace_plan(subject: Subject) -> NamespacePlan:
    traffic = subject.traffic
    return NamespacePlan(
        settings=subject.namespace,
        graph=subject.graph,
        capacity=subject.capacity,
        remote=subject.remote,
        loads=subject.loads,
        per_message={address: traffic.per_message(address.entity) for address in subject.loads},
        remedies=tuple(remedies(subject.namespace, traffic, subject.capacity)),
    )
