"""What is right in a stack file and should be known all the same, for the plan and `backbone check`.

Warnings are about what may go wrong, remarks about what the stack leaves to others: rights can be given, and alerts be
looked at, without it. A remark makes no plan fail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import grants, regions
from backbone.entities import EntityKind
from backbone.forwarding import Caution, cautions
from backbone.private_link import ZONES, groups_of
from backbone.settings.domain import EndpointTarget
from backbone.settings.keys import PREFIX
from backbone.settings.sku import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backbone.settings import Settings

NAMED = 5
"""Names that a caution spells out."""


def of(settings: Settings) -> tuple[Caution, ...]:
    """Every warning about a stack: its regions, its forwards in the order of its namespaces, then the rest."""
    return (
        *regions.cautions(settings),
        *(caution for graph in settings.graphs for caution in cautions.of(graph)),
        *_unwatched(settings),
        *public(settings),
        *_unlinked(settings),
    )


def remarks(settings: Settings) -> tuple[Caution, ...]:
    """Every remark about a stack."""
    return (*_untold(settings), *_unsendable(settings))


def _unwatched(settings: Settings) -> Iterator[Caution]:
    if any(graph.forwards for graph in settings.graphs) and not settings.alerts.dead_letters:
        yield Caution(
            path=(PREFIX + "alerts", "deadLetters"),
            message="A forward that fails leaves its message in a dead-letter queue until somebody reads it, and "
            "nobody is told: set deadLetters to true.",
        )


def _untold(settings: Settings) -> Iterator[Caution]:
    """Only where messages are protected: nobody waits for mail from a stack that may be deleted at any time."""
    alerts = settings.alerts
    if settings.protect and not alerts.emails and (alerts.dead_letters or alerts.throttling or alerts.secret_reads):
        yield Caution(
            path=(PREFIX + "alerts", "emails"),
            message="Alerts are raised and nobody is told: name the e-mail addresses that they go to.",
        )


def public(settings: Settings) -> Iterator[Caution]:
    """The namespaces that private endpoints are wanted for and that can have none."""
    spaces = (settings.namespace, *settings.scale_units.values())
    public = [space.alias for space in spaces if space.sku is not Sku.PREMIUM]
    if public and EndpointTarget.SERVICE_BUS in settings.network.private_endpoints:
        verb = "stays" if len(public) == 1 else "stay"
        yield Caution(
            path=(PREFIX + "network", "privateEndpoints"),
            message=f"{_listed(public)} {verb} public: only Premium namespaces have private endpoints.",
        )


def _unlinked(settings: Settings) -> Iterator[Caution]:
    """A stack links its network to the zones that it makes, not to those of others, which may lie out of its reach."""
    existing = settings.existing
    groups = [group for target in settings.network.private_endpoints for group in groups_of(target)]
    zones = [ZONES[group] for group in groups if existing.private_dns_zone_ids.of_group(group) is not None]
    if zones and existing.integration_subnet_id is None:
        yield Caution(
            path=(PREFIX + "existing", "privateDnsZoneIds"),
            message=f"The function cannot look names up in {_listed(zones)} before somebody links the network that the "
            "stack makes there: link it after the first up, or name subnets of a network that is linked.",
        )


def _unsendable(settings: Settings) -> Iterator[Caution]:
    """One caution for all; a portal may map any queue, and lets the function send there."""
    kinds = {EntityKind.TOPIC} if settings.access.portal is not None else {EntityKind.QUEUE, EntityKind.TOPIC}
    reached = {str(target.address).casefold() for target in grants.of_function(settings)}
    reached |= {str(address).casefold() for address, principals in settings.access.senders.items() if principals}
    idle: list[str] = []
    for graph in settings.graphs:
        destinations = {forward.place for forward in graph.forwards}
        places = [entity for entity in graph.entities if entity.kind in kinds and entity.place not in destinations]
        idle += [str(entity.address) for entity in places if str(entity.address).casefold() not in reached]
    if idle:
        yield Caution(
            path=(PREFIX + "access", "senders"),
            message=f"The stack lets nobody send to {_listed(idle)}, and keys are off: no mapping, route, sender or "
            "forward leads there.",
        )


def _listed(names: Sequence[str]) -> str:
    """The names, as many as anybody reads."""
    rest = [f"{len(names) - NAMED:,} more"] if len(names) > NAMED else []
    return ", ".join((*names[:NAMED], *rest))
