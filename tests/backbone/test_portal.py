"""The role of the portal: where it can be given, and that its names are the same each time."""

from __future__ import annotations

from backbone import portal
from tests.backbone.stack import GROUP, SUBSCRIPTION

VAULT = f"{GROUP}/Microsoft.KeyVault/vaults/backbone-x7k2"


def test_the_role_can_be_given_in_the_groups_of_vault_and_namespaces_each_once() -> None:
    assert portal.assignable_scopes(VAULT, ["rg-units", "RG", "rg-units"]) == [
        f"{SUBSCRIPTION}/resourceGroups/rg",
        f"{SUBSCRIPTION}/resourceGroups/rg-units",
    ]


def test_the_role_s_id_is_computed_from_its_vault_whatever_the_letter_case() -> None:
    assert portal.role_id(VAULT) == portal.role_id(VAULT.upper())
    assert portal.role_id(VAULT) != portal.role_id(f"{VAULT}2")
