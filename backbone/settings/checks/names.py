"""Rules about names that must differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import naming
from backbone.settings.checks.rule import NAMESPACE, UNITS, Check, Conflict, namespaces
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.tree import Settings


def a_scale_unit_has_an_alias_of_its_own(settings: Settings) -> Iterator[Conflict]:
    """A scale unit's alias is not the default namespace's."""
    alias = settings.namespace.alias
    if alias in settings.scale_units:
        yield Conflict(
            path=(*UNITS, alias),
            expected=f"an alias other than {alias}, which is the default namespace's",
            found=shown(alias),
            message="Choose another alias here or in backbone:namespace.alias.",
            given=((*NAMESPACE, "alias"),),
            whatever=True,
        )


def namespaces_have_names_of_their_own(settings: Settings) -> Iterator[Conflict]:
    """No two namespaces and secondaries have the same physical name."""
    suffix = settings.existing.suffix or "00000000"
    secondaries = {
        naming.secondary_namespace_name(settings.workload, alias, suffix): alias
        for alias in (settings.namespace.alias, *settings.scale_units)
        if settings.pairing_of(alias)
    }
    taken: dict[str, str] = {}
    for placed in namespaces(settings):
        alias = placed.settings.alias
        path = (*NAMESPACE, "alias") if placed.path == NAMESPACE else placed.path
        name = naming.namespace_name(settings.workload, alias, suffix)
        other = taken.setdefault(name, alias)
        primary = secondaries.get(name)
        if primary is not None or other != alias:
            owner = f"the secondary of {primary}" if primary is not None else f"the namespace of {other}"
            yield Conflict(
                path=path,
                expected=f"an alias that does not give the name of {owner}",
                found=shown(alias),
                message="Choose another alias.",
                whatever=placed.path != NAMESPACE,
            )


def a_queue_and_a_topic_differ_in_name(settings: Settings) -> Iterator[Conflict]:
    """Queues and topics of a namespace share one space of names, in which letter case means nothing."""
    for placed in namespaces(settings):
        queues = {name.casefold(): name for name in placed.settings.queues}
        for topic in placed.settings.topics:
            queue = queues.get(topic.casefold())
            if queue is not None:
                yield Conflict(
                    path=(*placed.path, "topics", topic),
                    expected=f"a name other than {shown(queue)}, which is a queue of the same namespace",
                    found=shown(topic),
                    keys=((*placed.path, "queues", queue),),
                    whatever=True,
                )


def a_mapping_has_an_id_of_its_own(settings: Settings) -> Iterator[Conflict]:
    """A namespace's alias is the QueueMappingId of its session queue, so no other mapping takes it."""
    aliases = {settings.namespace.alias, *settings.scale_units}
    for mapping in settings.mappings:
        if mapping.casefold() in aliases:
            yield Conflict(
                path=(PREFIX + "mappings", mapping),
                expected="a QueueMappingId that is no alias, because an alias leads to its namespace's session queue",
                found=shown(mapping),
                given=((*NAMESPACE, "alias"),) if mapping.casefold() == settings.namespace.alias else (),
                whatever=True,
            )


CHECKS: tuple[Check, ...] = (
    a_scale_unit_has_an_alias_of_its_own,
    namespaces_have_names_of_their_own,
    a_queue_and_a_topic_differ_in_name,
    a_mapping_has_an_id_of_its_own,
)
