"""Rules about the queues that mappings lead to, whose resource ids stand in tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits, naming
from backbone.entities import arm_name
from backbone.settings.checks.rule import NAMESPACE, Check, Conflict, namespaces
from backbone.settings.directory import Directory
from backbone.settings.keys import PREFIX
from backbone.settings.mapping_target import QUEUE_TYPE
from backbone.settings.namespace import ScaleUnitSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings

_GUID = "0" * 36
_EXPECTED = f"a queue whose resource id has at most {limits.TAG_VALUE_LENGTH} characters, because it stands in a tag"


def a_session_queue_s_id_fits_a_tag(settings: Settings) -> Iterator[Conflict]:
    """Each session queue has a mapping, and the mapping's secret a tag that says where it leads."""
    for placed in namespaces(settings):
        inherited = () if placed.path == NAMESPACE else ((*NAMESPACE, "queue"),)
        length = _length(settings, placed.settings, placed.settings.queue)
        if length > limits.TAG_VALUE_LENGTH:
            yield _conflict((*placed.path, "queue"), length, inherited)


def a_mapped_queue_s_id_fits_a_tag(settings: Settings) -> Iterator[Conflict]:
    """The secret of a mapping has a tag that says where it leads; a deployment compares it, as values stay unread."""
    directory = Directory(settings)
    placed = {each.settings.alias: each for each in namespaces(settings)}
    for name, mapping in settings.mappings.items():
        given: tuple[Path, ...] = ()
        length = len(mapping.queue_id or "")
        target = None if mapping.address is None else directory.find(mapping.address)
        if target is not None:
            space = placed[target.address.alias]
            given = ((*space.path, "queue"), (*NAMESPACE, "queue"))
            length = _length(settings, space.settings, target.address.entity)
        if length > limits.TAG_VALUE_LENGTH:
            yield _conflict((PREFIX + "mappings", name), length, given)


def _length(settings: Settings, namespace: NamespaceSettings, queue: str) -> int:
    """Characters of the resource id that a queue will have; a random suffix is as long as this one."""
    suffix = settings.existing.suffix or "0" * naming.RANDOM_DIGITS
    group = settings.existing.resource_group or f"{naming.RESOURCE_GROUP}{'0' * naming.RANDOM_DIGITS}"
    if isinstance(namespace, ScaleUnitSettings) and namespace.resource_group is not None:
        group = namespace.resource_group
    space = naming.namespace_name(settings.workload, namespace.alias, suffix)
    provider, spaces, queues = QUEUE_TYPE.split("/")
    names = f"{provider}/{spaces}/{space}/{queues}/{arm_name(queue)}"
    return len(f"/subscriptions/{_GUID}/resourceGroups/{group}/providers/{names}")


def _conflict(path: Path, length: int, given: tuple[Path, ...]) -> Conflict:
    beyond = length - limits.TAG_VALUE_LENGTH
    return Conflict(
        path=path,
        expected=_EXPECTED,
        found=f"one of {length}",
        message=f"Shorten the name of the queue, of its resource group or of its namespace by {beyond}.",
        given=(*given, (PREFIX + "workload",), (PREFIX + "existing",)),
    )


CHECKS: tuple[Check, ...] = (a_session_queue_s_id_fits_a_tag, a_mapped_queue_s_id_fits_a_tag)
