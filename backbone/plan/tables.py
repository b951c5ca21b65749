"""A plan as tables of words, which a terminal and a pull request show alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from backbone.plan.capacity import Usage
from backbone.plan.figures import NOTHING, figure, money
from backbone.plan.spreading import COMFORTABLE
from backbone.settings import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backbone.plan.plan import NamespacePlan, Plan
    from backbone.plan.remedies import Remedy

MOST_ROWS = 25
"""Rows of a table that people are shown; `--format json` has all."""


MEGABYTES = 1024
"""Of a gigabyte."""


class Mood(Enum):
    """What a figure means."""

    PLAIN = auto()
    TIGHT = auto()
    OVER = auto()


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A figure or a word, and what it means; `str()` is the text."""

    text: str
    mood: Mood = Mood.PLAIN

    def __str__(self) -> str:
        return self.text


Row: TypeAlias = "Sequence[Cell | str]"


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        title: What it is about.
        columns: What stands in each column.
        rows: The rows that are shown.
        figures: The columns that hold figures, by position.
        prose: The columns that hold sentences and chains, which may be folded before anything else.
        note: What is to be known of the figures.
        left_out: How many rows are not shown.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    figures: frozenset[int] = frozenset()
    prose: frozenset[int] = frozenset()
    note: str = ""
    left_out: int = 0


def tables(plan: Plan) -> Iterator[Table]:
    """The tables of a plan, those that would be empty left out."""
    for table_of in (_namespaces, _throughput, _loads, _chains, _costs, _alternatives, _remedies):
        table = table_of(plan)
        if table.rows:
            yield table


def _cut(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Row],
    *,
    words: int = 1,
    prose: int | None = None,
    note: str = "",
    further: int = 0,
) -> Table:
    """A table whose first columns are words and the others figures, with as many rows as people read."""
    return Table(
        title=title,
        columns=columns,
        rows=rows[:MOST_ROWS],
        figures=frozenset(range(words, len(columns))),
        prose=frozenset(() if prose is None else (prose,)),
        note=note,
        left_out=max(0, len(rows) - MOST_ROWS) + further,
    )


def _ordered(plan: Plan) -> Sequence[NamespacePlan]:
    """The namespaces, those first that are over a limit, then those with a load."""
    return sorted(plan.namespaces, key=lambda each: (not each.capacity.is_over, not each.per_message))


def _namespaces(plan: Plan) -> Table:
    rows = [
        (
            each.settings.alias,
            _tier(each),
            _usage(each.capacity.entities),
            _usage(each.capacity.connections),
            _usage(_gigabytes(each.capacity.storage)),
        )
        for each in _ordered(plan)
    ]
    return _cut("Namespaces", ("namespace", "tier", "entities", "connections", "storage, GB"), rows, words=2)


def _throughput(plan: Plan) -> Table:
    columns = ("namespace", "credits/s", "MB/s", f"{_currency(plan)}/month")
    return _cut("Throughput and cost", columns, [_speed(each, plan) for each in _ordered(plan)])


def _speed(each: NamespacePlan, plan: Plan) -> Row:
    """Credits are Standard's measure, and megabytes Premium's."""
    capacity, alias = each.capacity, each.settings.alias
    fastest = max(capacity.ingress, capacity.egress, key=lambda usage: usage.used)
    measures = (capacity.credits, fastest)
    return (alias, *map(_of_limited, measures), money(plan.costs.namespaces[alias]))


def _tier(each: NamespacePlan) -> str:
    settings = each.settings
    return f"{settings.sku.value}, {settings.messaging_units} MU" if settings.sku is Sku.PREMIUM else settings.sku.value


def _gigabytes(storage: Usage) -> Usage:
    return Usage(used=storage.used / MEGABYTES, limit=None if storage.limit is None else storage.limit / MEGABYTES)


def _loads(plan: Plan) -> Table:
    """Each address with a load: operations for a message, and what is done each second by what it is."""
    rows: list[Row] = []
    for each in plan.namespaces:
        for address, steps in each.per_message.items():
            rate = each.loads[address].messages_per_second
            parts = (steps.send, steps.filters, steps.forward, steps.receive)
            counted = figure(steps.credits * rate) if each.capacity.credits.limit else NOTHING
            done = (figure(part * rate) for part in parts)
            rows.append((str(address), figure(rate), figure(steps.send + steps.forward), *done, counted))
    columns = ("sent to", "msg/s", "ops/msg", "send", "filter", "forward", "receive", "credits/s")
    return _cut("Load, and what is done for it each second", columns, rows)


def _chains(plan: Plan) -> Table:
    rows = [(" -> ".join(chain.path), figure(chain.hops)) for chain in plan.chains]
    return _cut("Chains", ("from -> to", "hops"), rows, prose=0, further=plan.chains_left_out)


def _costs(plan: Plan) -> Table:
    rows: list[Row] = [(PARTS[part], money(cost)) for part, cost in plan.costs.parts.items() if cost]
    rows.append(("Service Bus, together", money(plan.costs.per_month)))
    note = f"Not included: {', '.join(plan.not_included)}." + (f" {ROUNDING}" if len(rows) > SUM else "")
    return _cut("Cost", ("for", f"{_currency(plan)}/month"), rows, prose=0, note=note)


ROUNDING = "Each amount is rounded to the cent by itself."
"""Said where amounts are added up."""
SUM = 2
"""Rows of a part and the sum that is the same."""


PARTS = {
    "standardBase": "Standard, base charge of the subscription",
    "standardOperations": "Standard, operations above the included 13 million",
    "standardConnections": "Standard, connections above the included 1,000",
    "premiumUnits": "Premium, messaging units",
}
"""What the parts of a cost are for."""


def _alternatives(plan: Plan) -> Table:
    rows: list[Row] = []
    for each in plan.alternatives:
        units = 0 if each.short else sum(each.messaging_units.values())
        cost = Cell(text="over a limit", mood=Mood.OVER) if each.per_month is None else money(each.per_month)
        rows.append((each.sku.value, figure(units or None), cost))
    return _cut("All namespaces in one tier", ("tier", "messaging units", f"{_currency(plan)}/month"), rows)


def _remedies(plan: Plan) -> Table:
    rows = [(remedy.alias, remedy.text, _credits(remedy)) for each in plan.namespaces for remedy in each.remedies]
    return _cut("Ways out", ("namespace", "instead", "credits/s"), rows, words=2, prose=1)


def _credits(remedy: Remedy) -> str:
    """Credits of each namespace afterwards, where they count them."""
    return NOTHING if remedy.sku is Sku.PREMIUM else figure(remedy.credits)


def _of_limited(usage: Usage) -> Cell | str:
    return NOTHING if usage.limit is None else _usage(usage)


def _usage(usage: Usage) -> Cell:
    return Cell(text=f"{figure(usage.used)} / {figure(usage.limit)}", mood=_mood(usage))


def _mood(usage: Usage) -> Mood:
    if usage.is_over:
        return Mood.OVER
    return Mood.TIGHT if usage.limit and usage.used > usage.limit * COMFORTABLE else Mood.PLAIN


def _currency(plan: Plan) -> str:
    return plan.prices.currency
