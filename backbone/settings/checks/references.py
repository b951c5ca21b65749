"""Rules about addresses: each leads to something of the right kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from backbone.entities import EntityKind
from backbone.settings.checks.rule import NAMESPACE, UNITS, Check, Conflict, Reasons, placed_at
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.addresses import Address
    from backbone.settings.directory import Target
    from backbone.settings.path import Path
    from backbone.settings.queue import QueueSettings
    from backbone.settings.tree import Settings

QUEUE = (EntityKind.QUEUE,)
TOPIC = (EntityKind.TOPIC,)
ENTITY = (EntityKind.QUEUE, EntityKind.TOPIC)
ANY = (EntityKind.QUEUE, EntityKind.TOPIC, EntityKind.SUBSCRIPTION)


SUGGESTIONS = 50
"""Wrong addresses for which the nearest right ones are looked for: where all of a large stack's are wrong, comparing
each with each takes long, and one mistake is behind most of them."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A place where an address stands, and what it may lead to; `is_key` where it is a key there."""

    path: Path
    address: Address
    kinds: tuple[EntityKind, ...]
    is_key: bool = False


def an_address_leads_somewhere(settings: Settings) -> Iterator[Conflict]:
    """Every address in the settings leads to an entity of this stack, of a kind that makes sense there."""
    for number, (reference, target) in enumerate(astray(settings)):
        near = settings.directory.nearest(reference.address, reference.kinds) if number < SUGGESTIONS else ()
        *others, last = (kind.value for kind in reference.kinds)
        kinds = f"{', '.join(others)} or {last}" if others else last
        found = shown(str(reference.address))
        yield Conflict(
            path=reference.path,
            expected=f"the address of a {kinds} of this stack" + (f" (nearest: {', '.join(near)})" if near else ""),
            found=f"{found}, a {target.kind.value}" if target is not None else found,
            whatever=reference.is_key,
            **(_missing(settings, reference.address) if target is None else _other(settings, target)),
        )


def a_mapped_queue_does_not_forward(settings: Settings) -> Iterator[Conflict]:
    """A queue that forwards keeps nothing for the receivers that a mapping leads to."""
    for mapped in _mapped(settings):
        if mapped.queue.forward_to is not None:
            yield Conflict(
                path=mapped.path,
                expected="a queue that does not forward its messages",
                found=shown(mapped.written),
                message=f"Map the queue that {mapped.name} forwards to, if it has sessions, or another one.",
                keys=(mapped.declared,),
            )


def a_mapped_queue_has_sessions(settings: Settings) -> Iterator[Conflict]:
    """A queue without sessions is no valid mapping, because order within a session is what a mapping promises."""
    for mapped in _mapped(settings):
        if not mapped.queue.requires_session:
            yield Conflict(
                path=mapped.path,
                expected="a session-enabled queue",
                found=shown(mapped.written),
                message=f"Set requiresSession to true on the queue {mapped.name}, or map another one.",
                given=((*mapped.declared, "requiresSession"),),
                keys=(mapped.declared,),
                follows=(mapped.path, (*mapped.declared, "requiresSession")),
            )


@dataclass(frozen=True, kw_only=True)
class _Mapped:
    """A mapping to a queue of this stack: where it stands, and the queue as it is declared."""

    path: Path
    written: str
    name: str
    queue: QueueSettings
    declared: Path


def _mapped(settings: Settings) -> Iterator[_Mapped]:
    directory = settings.directory
    for name, mapping in settings.mappings.items():
        target = None if mapping.address is None else directory.find(mapping.address)
        if target is None or target.kind is not EntityKind.QUEUE:
            continue
        placed, queue = placed_at(settings, target.address.alias), target.address.entity
        if placed is not None:
            yield _Mapped(
                path=(PREFIX + "mappings", name),
                written=str(mapping),
                name=queue,
                queue=placed.settings.queues[queue],
                declared=(*placed.path, "queues", queue),
            )


def a_subscription_is_declared_once(settings: Settings) -> Iterator[Conflict]:
    """A subscription for another unit does not have the name of one that its topic declares itself."""
    declared = {
        (topic.casefold(), alias, name.casefold())
        for alias, namespace in ((settings.namespace.alias, settings.namespace), *settings.scale_units.items())
        for topic, its in namespace.topics.items()
        for name in its.subscriptions
    }
    for name, remote in settings.subscriptions.items():
        if (remote.to.entity.casefold(), remote.to.alias.casefold(), name.casefold()) in declared:
            yield Conflict(
                path=(PREFIX + "subscriptions", name),
                expected=f"a name that the topic {remote.to} does not give to a subscription of its own",
                found=shown(name),
                given=((PREFIX + "subscriptions", name, "to"),),
                whatever=True,
            )


def astray(settings: Settings) -> Iterator[tuple[Reference, Target | None]]:
    """The addresses that lead nowhere, or to something of a wrong kind."""
    for reference in references(settings):
        found = settings.directory.find(reference.address)
        if found is None or found.kind not in reference.kinds:
            yield reference, found


def references(settings: Settings) -> Iterator[Reference]:
    """Every address in the settings."""
    for name, mapping in settings.mappings.items():
        if mapping.address is not None:
            yield Reference(path=(PREFIX + "mappings", name), address=mapping.address, kinds=QUEUE)
    for message_type, address in settings.routes.items():
        yield Reference(path=(PREFIX + "routes", message_type), address=address, kinds=ENTITY)
    for name, remote in settings.subscriptions.items():
        yield Reference(path=(PREFIX + "subscriptions", name, "to"), address=remote.to, kinds=TOPIC)
    for address in settings.access.receivers:
        yield Reference(path=(PREFIX + "access", "receivers", str(address)), address=address, kinds=ANY, is_key=True)
    for address in settings.access.senders:
        yield Reference(path=(PREFIX + "access", "senders", str(address)), address=address, kinds=ENTITY, is_key=True)
    for address in settings.load:
        yield Reference(path=(PREFIX + "load", str(address)), address=address, kinds=ENTITY, is_key=True)


def _missing(settings: Settings, address: Address) -> Reasons:
    """The settings that may be meant to declare what an address leads to, and do not."""
    alias = address.alias.casefold()
    placed = placed_at(settings, alias)
    if placed is None:
        return {"given": ((*NAMESPACE, "alias"),), "names": ((*UNITS, alias),)}
    names: list[Path] = [(*placed.path, kind, address.entity) for kind in ("queues", "topics")]
    given: list[Path] = [(*placed.path, "queue")]
    name = (address.subscription or "").casefold()
    if name:
        names += [(*placed.path, "topics", address.entity, "subscriptions", name), (PREFIX + "subscriptions", name)]
        given += [(PREFIX + "subscriptions", key, "to") for key in settings.subscriptions if key.casefold() == name]
    follows = _namesake(settings, address, tuple(EntityKind))
    return {"given": tuple(given), "names": tuple(names), "follows": follows}


def _other(settings: Settings, target: Target) -> Reasons:
    """The settings that declare what an address leads to, where it should be of another kind."""
    placed = placed_at(settings, target.address.alias)
    group = "queues" if target.kind is EntityKind.QUEUE else "topics"
    entity = (*(placed.path if placed is not None else NAMESPACE), group, target.address.entity)
    others = (EntityKind.TOPIC,) if target.kind is EntityKind.QUEUE else (EntityKind.QUEUE,)
    return {"keys": (entity,), "follows": (entity, *_namesake(settings, target.address, others))}


def _namesake(settings: Settings, address: Address, kinds: tuple[EntityKind, ...]) -> tuple[Path, ...]:
    """The scale unit that has the default namespace's alias, if it declares such an entity under an address."""
    alias, name = address.alias.casefold(), address.entity.casefold()
    unit = settings.scale_units.get(alias)
    if unit is None:
        return ()
    held = {EntityKind.QUEUE: unit.queues, EntityKind.TOPIC: unit.topics}
    names = {each.casefold() for kind in kinds for each in held.get(kind, {})}
    return ((*UNITS, alias),) if name in names else ()


CHECKS: tuple[Check, ...] = (
    an_address_leads_somewhere,
    a_mapped_queue_does_not_forward,
    a_mapped_queue_has_sessions,
    a_subscription_is_declared_once,
)
