"""Cases of places: rules about secondaries and about what somebody else made."""

from __future__ import annotations

from tests.backbone.case import Case

CASES: dict[str, tuple[Case, ...]] = {
    "a_pairing_to_copy_exists": (
        Case(
            wrong={"backbone:scaleUnits": {"other": {"pairedNamespace": True}}},
            sentence="backbone:scaleUnits.other.pairedNamespace: expected a mapping with the secondary's location, "
            "because backbone:pairedNamespace is not set, found true",
            right=(
                {"backbone:scaleUnits": {"other": {"pairedNamespace": False}}},
                {"backbone:scaleUnits": {"other": {"pairedNamespace": {"location": "northeurope"}}}},
                {
                    "backbone:scaleUnits": {"other": {"pairedNamespace": True}},
                    "backbone:pairedNamespace": {"location": "northeurope"},
                },
            ),
        ),
    ),
    "a_secondary_is_in_another_region": (
        Case(
            wrong={"backbone:pairedNamespace": {"location": "West Europe"}},
            sentence="backbone:pairedNamespace.location: expected another region than westeurope, the primary's, "
            'found "westeurope"',
            right=({"backbone:pairedNamespace": {"location": "North Europe"}},),
        ),
        Case(
            wrong={
                "backbone:scaleUnits": {"other": {"location": "northeurope", "pairedNamespace": True}},
                "backbone:pairedNamespace": {"location": "northeurope"},
            },
            sentence="backbone:scaleUnits.other.pairedNamespace: expected another region than northeurope, the "
            'primary\'s, found "northeurope"',
            right=(),
        ),
        Case(
            wrong={"backbone:scaleUnits": {"other": {"pairedNamespace": {"location": "westeurope"}}}},
            sentence="backbone:scaleUnits.other.pairedNamespace.location: expected another region than westeurope, "
            'the primary\'s, found "westeurope"',
            right=(),
        ),
    ),
    "an_existing_group_comes_with_a_suffix": (
        Case(
            wrong={"backbone:existing": {"resourceGroup": "rg"}},
            sentence="backbone:existing.suffix: expected 4 to 8 lower-case letters and digits with resourceGroup "
            "(for example x7k2), found nothing",
            right=({"backbone:existing": {"resourceGroup": "rg", "suffix": "x7k2"}},),
        ),
    ),
    "a_vault_is_recovered_by_its_fixed_name": (
        Case(
            wrong={"backbone:existing": {"recoverVault": True}},
            sentence="backbone:existing.recoverVault: expected false without backbone:existing.suffix, which fixes "
            "the vault's name, found true",
            right=({"backbone:existing": {"recoverVault": True, "suffix": "x7k2"}},),
        ),
    ),
}
