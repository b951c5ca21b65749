"""What a user reads who removes a scale unit: a namespace takes its messages with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from backbone.settings import Settings


def removed_units(settings: Settings, mapped: Iterable[str], namespaces: Collection[str]) -> list[str]:
    """The aliases of the scale units that are deployed and that the settings do not have any more.

    A scale unit is a namespace whose alias is a QueueMappingId as well; the default namespace's is none.

    Args:
        settings: What the stack file says.
        mapped: The QueueMappingIds that are deployed, in lower case.
        namespaces: The aliases of the namespaces that are deployed.
    """
    declared = {settings.namespace.alias, *settings.scale_units}
    return sorted(alias for alias in mapped if alias in namespaces and alias not in declared)


def refusal(alias: str) -> str:
    """Why a scale unit is not removed from a protected stack, and how to remove it on purpose."""
    return (
        f"The scale unit {alias} is deployed and protected, so it cannot be removed from backbone:scaleUnits. To "
        "remove it on purpose: set status to `SendDisabled` on its queues and run `pulumi up`; let its receivers empty "
        f"them, dead letters too; then remove it, set backbone:mappings.{alias} to `disabled`, run the `pulumi state "
        "unprotect` that `pulumi preview` prints, and run `pulumi up`."
    )


def notice(alias: str, protected: Iterable[str]) -> str:
    """What becomes of a scale unit that is removed.

    Args:
        alias: The unit's.
        protected: The URNs of what may still be protected in it. The engine names them one at a time, and does not
            tell a program which of them are.
    """
    said = (
        f"The scale unit {alias} is no longer declared: its namespace is deleted, with every message that is still in "
        "it."
    )
    urns = " ".join(f"'{urn}'" for urn in protected)
    return (
        f"{said} If the preview says that it is protected, run first: pulumi state unprotect {urns}" if urns else said
    )
