"""The plan of a stack: what its settings mean, before anything is deployed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone import cautions
from backbone.plan.assumptions import assumptions
from backbone.plan.capacity import capacity
from backbone.plan.chains import left_out, ways
from backbone.plan.costs import Demand, alternatives, costs
from backbone.plan.not_included import not_included
from backbone.plan.notices import Subject, mixed_currencies, notices
from backbone.plan.prices import PriceTable
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
        not_included: What else is deployed, and is not in the costs.
        cautions: What will work and may surprise.
        remarks: What the stack leaves to others.
    """

    namespaces: tuple[NamespacePlan, ...]
    costs: Costs
    alternatives: tuple[Alternative, ...]
    prices: PriceTable
    chains: tuple[Way, ...]
    chains_left_out: int
    not_included: tuple[str, ...]
    cautions: tuple[Caution, ...]
    remarks: tuple[Caution, ...]

    @property
    def assumptions(self) -> tuple[str, ...]:
        """What is reckoned with besides the settings, in sentences: of a load, and of prices."""
        return (*assumptions(self.namespaces), self.prices.origin)

    @property
    def is_over(self) -> bool:
        """Whether any namespace is asked for more than it bears."""
        return any(each.capacity.is_over for each in self.namespaces)


def draw_up(settings: Settings, further: Iterable[Caution] = ()) -> Plan:
    """The plan of a stack whose settings are right, with further cautions about its file."""
    subjects = tuple(_subjects(settings))
    demands = [Demand(namespace=each.namespace, capacity=each.capacity) for each in subjects]
    prices = PriceTable.of(settings.prices)
    in_region = Counter(each.namespace.location for each in subjects)
    return Plan(
        namespaces=tuple(_namespace_plan(each, _neighbours(each, in_region)) for each in subjects),
        costs=costs(demands, prices),
        alternatives=alternatives(demands, prices),
        prices=prices,
        chains=tuple(way for each in subjects for way in ways(each.graph)),
        chains_left_out=sum(left_out(each.graph) for each in subjects),
        not_included=tuple(not_included(settings)),
        cautions=(
            *further,
            *cautions.of(settings),
            *(notice for each in subjects for notice in notices(each)),
            *mixed_currencies(prices),
        ),
        remarks=cautions.remarks(settings),
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


def _neighbours(subject: Subject, in_region: Mapping[str, int]) -> int:
    """How many other namespaces of the stack share its region."""
    return in_region[subject.namespace.location] - 1


def _namespace_plan(subject: Subject, others: int) -> NamespacePlan:
    traffic = subject.traffic
    return NamespacePlan(
        settings=subject.namespace,
        graph=subject.graph,
        capacity=subject.capacity,
        remote=subject.remote,
        loads=subject.loads,
        per_message={address: traffic.per_message(address.entity) for address in subject.loads},
        remedies=tuple(remedies(subject.namespace, traffic, subject.capacity, others)),
    )
