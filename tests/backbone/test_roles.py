"""Roles and the names of their assignments."""

from __future__ import annotations

import uuid

import pytest

from backbone.roles import Role, assignment_name, definition_id

SUBSCRIPTION = "11111111-1111-1111-1111-111111111111"
SCOPE = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v"
PRINCIPAL = "22222222-2222-2222-2222-222222222222"


def test_a_definition_lies_in_the_subscription_of_its_scope() -> None:
    assert definition_id(SCOPE, Role.KEY_VAULT_SECRETS_USER) == (
        f"/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/"
        "4633458b-17de-408a-b874-0445c86b69e6"
    )


@pytest.mark.parametrize("scope", ["", "/", "/providers/Microsoft.Management/managementGroups/root", "/subscriptions/"])
def test_a_scope_outside_every_subscription_is_refused(scope: str) -> None:
    with pytest.raises(ValueError, match="is no scope in a subscription"):
        definition_id(scope, Role.KEY_VAULT_SECRETS_USER)


def test_the_name_of_an_assignment_is_a_guid_that_letter_case_does_not_change() -> None:
    name = assignment_name(SCOPE, PRINCIPAL, Role.KEY_VAULT_SECRETS_USER)
    assert str(uuid.UUID(name)) == name
    assert assignment_name(SCOPE.upper(), PRINCIPAL, Role.KEY_VAULT_SECRETS_USER) == name


def test_what_an_assignment_says_decides_its_name() -> None:
    base = assignment_name(SCOPE, PRINCIPAL, Role.KEY_VAULT_SECRETS_USER)
    others = {
        assignment_name(f"{SCOPE}2", PRINCIPAL, Role.KEY_VAULT_SECRETS_USER),
        assignment_name(SCOPE, PRINCIPAL[::-1], Role.KEY_VAULT_SECRETS_USER),
        assignment_name(SCOPE, PRINCIPAL, Role.SERVICE_BUS_DATA_SENDER),
    }
    assert len(others | {base}) == 4
