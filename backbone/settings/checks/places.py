"""Rules about secondaries and about what somebody else made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.settings.checks.rule import NAMESPACE, Check, Conflict, namespaces
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown
from backbone.settings.namespace import ScaleUnitSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.path import Path
    from backbone.settings.tree import Settings

PAIRING: Path = (PREFIX + "pairedNamespace",)
EXISTING: Path = (PREFIX + "existing",)


def a_pairing_to_copy_exists(settings: Settings) -> Iterator[Conflict]:
    """A scale unit can be paired as the default namespace is only if that one is paired."""
    for placed in namespaces(settings):
        unit = placed.settings
        if isinstance(unit, ScaleUnitSettings) and unit.paired_namespace is True and settings.paired_namespace is None:
            yield Conflict(
                path=(*placed.path, "pairedNamespace"),
                expected="a mapping with the secondary's location, because backbone:pairedNamespace is not set",
                found="true",
                given=(PAIRING,),
            )


def a_secondary_is_in_another_region(settings: Settings) -> Iterator[Conflict]:
    """A secondary in its primary's region would fail with it."""
    for placed in namespaces(settings):
        pairing = settings.pairing_of(placed.settings.alias)
        if pairing is None or pairing.location != placed.settings.location:
            continue
        path = (*PAIRING, "location") if placed.path == NAMESPACE else (*placed.path, "pairedNamespace")
        copied = not isinstance(placed.settings, ScaleUnitSettings) or placed.settings.paired_namespace is True
        path = path if copied else (*path, "location")
        yield Conflict(
            path=path,
            expected=f"another region than {placed.settings.location}, the primary's",
            found=shown(pairing.location),
            given=((*placed.path, "location"), *([(*PAIRING, "location")] if copied else [])),
        )


def an_existing_group_comes_with_a_suffix(settings: Settings) -> Iterator[Conflict]:
    """The name of an existing resource group has no random end that could end other names."""
    if settings.existing.resource_group is not None and settings.existing.suffix is None:
        yield Conflict(
            path=(*EXISTING, "suffix"),
            expected="4 to 8 lower-case letters and digits with resourceGroup (for example x7k2)",
            found="nothing",
        )


def a_vault_is_recovered_by_its_fixed_name(settings: Settings) -> Iterator[Conflict]:
    """Only a vault whose name has a fixed end can be found again."""
    if settings.existing.recover_vault and settings.existing.suffix is None:
        yield Conflict(
            path=(*EXISTING, "recoverVault"),
            expected="false without backbone:existing.suffix, which fixes the vault's name",
            found="true",
            given=((*EXISTING, "suffix"),),
        )


CHECKS: tuple[Check, ...] = (
    a_pairing_to_copy_exists,
    a_secondary_is_in_another_region,
    an_existing_group_comes_with_a_suffix,
    a_vault_is_recovered_by_its_fixed_name,
)
