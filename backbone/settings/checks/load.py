"""Rules about the expected load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits
from backbone.entities import EntityKind
from backbone.settings.checks.rule import Check, Conflict, placed_at
from backbone.settings.keys import PREFIX
from backbone.settings.sku import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.directory import Target
    from backbone.settings.path import Path
    from backbone.settings.tree import Settings

_SIZE = "maxMessageSizeInKilobytes"


def a_load_s_messages_fit_their_entity(settings: Settings) -> Iterator[Conflict]:
    """Azure refuses a message that is larger than its queue or topic takes; on Premium each says how much that is."""
    for address, load in settings.load.items():
        size, target = load.message_size_in_kilobytes, settings.directory.find(address)
        if size is not None and target is not None and target.kind is not EntityKind.SUBSCRIPTION:
            yield from _too_large(settings, target, (PREFIX + "load", str(address), "messageSizeInKilobytes"), size)


def _too_large(settings: Settings, target: Target, path: Path, size: float) -> Iterator[Conflict]:
    placed = placed_at(settings, target.address.alias)
    if placed is None:
        return
    is_queue = target.kind is EntityKind.QUEUE
    group, held = ("queues", placed.settings.queues) if is_queue else ("topics", placed.settings.topics)
    entity = (*placed.path, group, target.address.entity)
    own = held[target.address.entity].max_message_size_in_kilobytes
    is_premium = placed.settings.sku is Sku.PREMIUM
    if is_premium:
        most, tier, remedy = own or limits.MESSAGE_SIZE_IN_KILOBYTES[0], "", f"Set {_SIZE} of {target.address} to more."
    else:
        most, tier = limits.STANDARD_MESSAGE_SIZE_IN_KILOBYTES, " in a Standard namespace"
        remedy = "Set sku to Premium, or send less at a time."
    if size > most:
        yield Conflict(
            path=path,
            expected=f"at most {most}, the largest message that {target.address} takes{tier}",
            found=f"{size:g}",
            message=remedy,
            given=((*placed.path, "sku"), *([(*entity, _SIZE)] if is_premium else [])),
        )


CHECKS: tuple[Check, ...] = (a_load_s_messages_fit_their_entity,)
