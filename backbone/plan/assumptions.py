"""What is reckoned with besides the settings: only what the expected load makes use of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone import limits
from backbone.plan.capacity import UNSTATED_SIZE
from backbone.plan.prices import OPERATION_IN_KILOBYTES
from backbone.settings import Sku

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backbone.plan.plan import NamespacePlan

STANDARD = (
    (
        "A message costs one credit to send, one for each rule that its topic evaluates, one for each forward, and one "
        "to receive each copy; a subscription without rules costs none to match."
    ),
    f"Each {OPERATION_IN_KILOBYTES} KB of a message or part of it is billed as an operation.",
)
"""What holds where a Standard namespace has a load."""

PREMIUM = (
    "Premium throughput is Microsoft's benchmark of "
    f"{limits.MEGABYTES_PER_SECOND_AND_MESSAGING_UNIT} MB/s for each messaging unit."
)
"""What holds where a Premium namespace has a load."""

ALWAYS = (
    (
        "A topic whose load names no copies delivers one to each subscription without rules, and one to those with "
        "rules together."
    ),
    "Dead letters and retries are not counted.",
    f"A message of unstated size has {UNSTATED_SIZE} KB.",
    "The load lasts all month.",
)
"""What holds where any namespace has a load."""


def assumptions(namespaces: Iterable[NamespacePlan]) -> Iterator[str]:
    """The sentences that hold for the loads of a stack; none where there are no loads."""
    tiers = {each.settings.sku for each in namespaces if each.loads}
    if Sku.STANDARD in tiers:
        yield from STANDARD
    if Sku.PREMIUM in tiers:
        yield PREMIUM
    if tiers:
        yield from ALWAYS
