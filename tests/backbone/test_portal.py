"""The roles of the portal: where they are defined and given, and that their names are the same each time."""

from __future__ import annotations

from backbone import portal
from tests.backbone.stack import GROUP, PRINCIPAL, SUBSCRIPTION, parse

VAULT = f"{GROUP}/Microsoft.KeyVault/vaults/backbone-x7k2"


def test_each_resource_group_has_a_role_of_its_own_whatever_its_letter_case() -> None:
    settings = parse(
        {
            "backbone:access": {"portal": PRINCIPAL},
            "backbone:existing": {"resourceGroup": "rg", "suffix": "x7k2"},
            "backbone:scaleUnits": {
                "a": {"resourceGroup": "rg-units"},
                "b": {"resourceGroup": "RG-Units"},
                "c": {"resourceGroup": "RG"},
                "d": {},
            },
        }
    )
    assert set(portal.groups(portal.grants(settings))) == {None, "rg-units"}
    assert portal.scope(VAULT, None) == f"{SUBSCRIPTION}/resourceGroups/rg"
    assert portal.scope(VAULT, "rg-units") == f"{SUBSCRIPTION}/resourceGroups/rg-units"


def test_without_a_portal_nothing_is_given() -> None:
    assert portal.grants(parse({"backbone:scaleUnits": {"a": {}}})) == ()


def test_a_role_s_id_is_computed_from_its_vault_and_group_whatever_the_letter_case() -> None:
    assert portal.role_id(VAULT, None) == portal.role_id(VAULT.upper(), None)
    assert portal.role_id(VAULT, "rg") == portal.role_id(VAULT, "RG")
    assert len({portal.role_id(VAULT, None), portal.role_id(f"{VAULT}2", None), portal.role_id(VAULT, "rg")}) == 3


def test_a_role_s_name_says_whose_it_is_and_where() -> None:
    assert portal.role_name(VAULT, None) == "Backbone portal of backbone-x7k2"
    assert portal.role_name(VAULT, "rg-units") == "Backbone portal of backbone-x7k2 in rg-units"
