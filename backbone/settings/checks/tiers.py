"""Rules about what a namespace's tier allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from backbone import limits
from backbone.settings.checks.rule import Check, Conflict, Placed, namespaces
from backbone.settings.sku import Sku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.path import Path
    from backbone.settings.queue import QueueSettings
    from backbone.settings.topic import TopicSettings
    from backbone.settings.tree import Settings

    Entity: TypeAlias = QueueSettings | TopicSettings

PREMIUM_OR_NONE = "nothing in a Standard namespace"


def capacity_is_premium(settings: Settings) -> Iterator[Conflict]:
    """Messaging units and partitions are for Premium namespaces only."""
    for placed in namespaces(settings):
        given = {"messagingUnits": placed.settings.messaging_units, "partitions": placed.settings.partitions}
        for key, value in given.items():
            if value is not None and placed.settings.sku is not Sku.PREMIUM:
                yield Conflict(
                    path=(*placed.path, key),
                    expected=PREMIUM_OR_NONE,
                    found=str(value),
                    message=f"Set sku to Premium or leave {key} out.",
                    given=((*placed.path, "sku"),),
                )


def messaging_units_fit_the_partitions(settings: Settings) -> Iterator[Conflict]:
    """With several partitions the messaging units are 1, 2, 4, 8 or 16 for each of them."""
    for placed in namespaces(settings):
        units, partitions = placed.settings.messaging_units, placed.settings.partitions
        if placed.settings.sku is not Sku.PREMIUM or units is None or partitions is None:
            continue
        possible = [count * partitions for count in limits.MESSAGING_UNITS]
        if units not in possible:
            path = (*placed.path, "messagingUnits")
            yield Conflict(
                path=path,
                expected=f"one of {', '.join(map(str, possible))} with partitions {partitions} "
                f"(for example {possible[0]})",
                found=str(units),
                given=((*placed.path, "partitions"), (*placed.path, "sku")),
                follows=(path,),
            )


def sizes_fit_the_tier(settings: Settings) -> Iterator[Conflict]:
    """A Standard queue or topic has at most 5120 MB."""
    for placed, path, entity in _entities(settings):
        size = entity.max_size_in_megabytes
        if size and placed.settings.sku is Sku.STANDARD and size not in limits.STANDARD_SIZES_IN_MEGABYTES:
            sizes = ", ".join(map(str, limits.STANDARD_SIZES_IN_MEGABYTES))
            yield _entity_conflict(
                placed, (*path, "maxSizeInMegabytes"), f"one of {sizes} in a Standard namespace", size
            )


def message_sizes_are_premium(settings: Settings) -> Iterator[Conflict]:
    """Only Premium lets a queue or topic say how large its messages may be."""
    for placed, path, entity in _entities(settings):
        size = entity.max_message_size_in_kilobytes
        if size is not None and placed.settings.sku is Sku.STANDARD:
            key = "maxMessageSizeInKilobytes"
            advice = f"Set sku to Premium or leave {key} out."
            yield _entity_conflict(placed, (*path, key), PREMIUM_OR_NONE, size, message=advice)


def express_is_standard(settings: Settings) -> Iterator[Conflict]:
    """Premium has no express queues or topics."""
    for placed, path, entity in _entities(settings):
        if entity.enable_express and placed.settings.sku is Sku.PREMIUM:
            yield _entity_conflict(placed, (*path, "enableExpress"), "false in a Premium namespace", value=True)


def partitioning_is_the_namespaces_on_premium(settings: Settings) -> Iterator[Conflict]:
    """In a Premium namespace all queues and topics are partitioned, or none, as the namespace is."""
    for placed, path, entity in _entities(settings):
        said, partitions = entity.enable_partitioning, placed.settings.partitions
        if placed.settings.sku is not Sku.PREMIUM or said is None or partitions is None:
            continue
        if said != (partitions > 1):
            expected = f"{str(not said).lower()} in a Premium namespace with partitions {partitions}"
            given = (*placed.path, "partitions")
            yield _entity_conflict(placed, (*path, "enablePartitioning"), expected, said, given)


def client_affinity_is_premium(settings: Settings) -> Iterator[Conflict]:
    """Subscriptions that belong to one client, as Java Message Service 2.0 has them, exist on Premium only."""
    for placed in namespaces(settings):
        for topic, its in placed.settings.topics.items():
            for name, subscription in its.subscriptions.items():
                if subscription.is_client_affine and placed.settings.sku is Sku.STANDARD:
                    path = (*placed.path, "topics", topic, "subscriptions", name, "isClientAffine")
                    yield _entity_conflict(placed, path, "false in a Standard namespace", value=True)


def _entity_conflict(
    placed: Placed, path: Path, expected: str, value: float, *given: Path, message: str = ""
) -> Conflict:
    """A conflict of an entity's property with its namespace's tier."""
    found = str(value).lower()
    return Conflict(path=path, expected=expected, found=found, message=message, given=((*placed.path, "sku"), *given))


def _entities(settings: Settings) -> Iterator[tuple[Placed, Path, Entity]]:
    for placed in namespaces(settings):
        for name, queue in placed.settings.queues.items():
            yield placed, (*placed.path, "queues", name), queue
        for name, topic in placed.settings.topics.items():
            yield placed, (*placed.path, "topics", name), topic


CHECKS: tuple[Check, ...] = (
    capacity_is_premium,
    messaging_units_fit_the_partitions,
    sizes_fit_the_tier,
    message_sizes_are_premium,
    express_is_standard,
    partitioning_is_the_namespaces_on_premium,
    client_affinity_is_premium,
)
