"""Lists of resources that also exist by themselves: what a program leaves out, the provider leaves as it is."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import pytest
from pulumi._types import _py_properties

from sandbox.provider import sdk
from sandbox.provider.schema import resource_type
from sandbox.provider.tables import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.world import World
    from tests.sandbox.provider.door import Door, Resource

VERSION = "2024-11-01"
STANDALONE = re.compile(r":param [^\n]*? (\w+): [^\n]*\n\s+These are also available as standalone resources")


def _standalone(shape: type) -> Iterator[str]:
    """The inputs of an SDK class that its documentation calls available as resources of their own."""
    names = {python_name: name for python_name, name, _ in _py_properties(shape)}
    found = STANDALONE.findall(inspect.getdoc(vars(shape)["__init__"]) or "")
    yield from (names[each] for each in found)


@pytest.mark.parametrize("token", TYPES)
def test_the_table_names_the_lists_that_the_sdk_calls_standalone(token: str) -> None:
    nested = {
        f"{name}.{each}"
        for name, field in resource_type(token).inputs.items()
        for shape in field.property.type.shapes
        for each in _standalone(shape)
    }

    assert {*TYPES[token].maintained} == nested | {*_standalone(sdk.resource(token).inputs)}


@pytest.fixture
def vault(door: Door, world: World, group: Resource) -> Resource:
    properties = {"tenantId": world.deployer.tenant_id, "sku": {"family": "A", "name": "standard"}}
    return door.create(
        "keyvault:Vault",
        "vault",
        resourceGroupName=group.outputs["name"],
        vaultName="backbone-vault",
        properties=properties,
    )


def _grant(world: World, vault: Resource) -> list[dict[str, Any]]:
    """Let somebody else add an access policy."""
    answer = world.call("GET", vault.id, VERSION).body or {}
    permissions = {"secrets": ["get"]}
    policy = {"tenantId": world.deployer.tenant_id, "objectId": world.deployer.object_id, "permissions": permissions}
    properties = {**answer["properties"], "accessPolicies": [policy]}
    written = {name: properties[name] for name in ("tenantId", "sku", "accessPolicies")}
    world.call("PUT", vault.id, VERSION, {"location": answer["location"], "properties": written})
    return [policy]


def test_a_vault_whose_program_names_no_access_policies_starts_with_none(vault: Resource) -> None:
    assert vault.outputs["properties"]["accessPolicies"] == []
    assert "accessPolicies" not in vault.inputs["properties"]


def test_somebody_else_s_access_policies_are_no_drift_and_survive_an_update(
    door: Door, vault: Resource, world: World
) -> None:
    policies = _grant(world, vault)

    assert door.refresh(vault).inputs == vault.inputs
    updated = door.update(vault, {**vault.inputs, "tags": {"a": "1"}})
    assert updated["properties"]["accessPolicies"] == policies
