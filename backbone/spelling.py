"""Names that are written with other capitals than those with which they are deployed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.settings.directory import Directory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backbone.settings import Settings


def refusals(settings: Settings, deployed: Iterable[str]) -> list[str]:
    """Why some entities cannot be spelt as they are now.

    To the engine a queue with other capitals is another queue, which it would make before it deletes the first; to
    Azure both are one, and there is a queue of that name already.

    Args:
        settings: What the stack file says.
        deployed: The addresses of the queues, topics and subscriptions that are deployed.
    """
    declared = {str(target.address) for target in Directory(settings).targets}
    known = {address.casefold(): address for address in declared}
    return [
        f"{known[address.casefold()]} is deployed as {address}, and letter case means nothing to Azure: write it as it "
        "is deployed."
        for address in sorted(deployed)
        if address not in declared and address.casefold() in known
    ]
