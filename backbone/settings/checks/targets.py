"""Rules about the queues that mappings lead to, whose resource ids stand in tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits, naming
from backbone.entities import arm_name
from backbone.settings.checks.rule import NAMESPACE, Check, Conflict, Placed, Reasons, namespaces, placed_at
from backbone.settings.keys import PREFIX
from backbone.settings.mapping_target import QUEUE_TYPE
from backbone.settings.namespace import ScaleUnitSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.namespace import NamespaceSettings
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings

_ALIAS: Path = (*NAMESPACE, "alias")
_GUID = "0" * 36
_EXPECTED = f"a queue whose resource id has at most {limits.TAG_VALUE_LENGTH} characters, because it stands in a tag"


def a_session_queue_s_id_fits_a_tag(settings: Settings) -> Iterator[Conflict]:
    """Each session queue has a mapping, and the mapping's secret a tag that says where it leads."""
    for placed in namespaces(settings):
        length = _length(settings, placed.settings, placed.settings.queue)
        if length > limits.TAG_VALUE_LENGTH:
            yield _conflict((*placed.path, "queue"), length, _reasons(placed, placed.settings.queue))


def a_mapped_queue_s_id_fits_a_tag(settings: Settings) -> Iterator[Conflict]:
    """The secret of a mapping has a tag that says where it leads; a deployment compares it, as values stay unread."""
    directory = settings.directory
    for name, mapping in settings.mappings.items():
        reasons = Reasons()
        length = len(mapping.queue_id or "")
        target = None if mapping.address is None else directory.find(mapping.address)
        space = None if target is None else placed_at(settings, target.address.alias)
        if target is not None and space is not None:
            reasons = _reasons(space, target.address.entity)
            length = _length(settings, space.settings, target.address.entity)
        if length > limits.TAG_VALUE_LENGTH:
            yield _conflict((PREFIX + "mappings", name), length, reasons)


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


def _reasons(placed: Placed, queue: str) -> Reasons:
    """The settings that name a queue, its namespace and its resource group."""
    its = placed.settings
    own = isinstance(its, ScaleUnitSettings) and its.resource_group is not None
    group = (*placed.path, "resourceGroup") if own else (PREFIX + "existing", "resourceGroup")
    is_default = placed.path == NAMESPACE
    return {
        "given": ((PREFIX + "workload",), (PREFIX + "existing", "suffix"), group, *([_ALIAS] if is_default else [])),
        "keys": ((*placed.path, "queues", queue), *([] if is_default else [placed.path])),
        "follows": ((*placed.path, "queue"),) if queue == its.queue else (),
    }


def _conflict(path: Path, length: int, reasons: Reasons) -> Conflict:
    beyond = length - limits.TAG_VALUE_LENGTH
    return Conflict(
        path=path,
        expected=_EXPECTED,
        found=f"one of {length}",
        message=f"Shorten the name of the queue, of its resource group or of its namespace by {beyond}.",
        **reasons,
    )


CHECKS: tuple[Check, ...] = (a_session_queue_s_id_fits_a_tag, a_mapped_queue_s_id_fits_a_tag)
