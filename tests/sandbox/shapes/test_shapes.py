from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.azure.catalogue import TYPES as SIMULATED
from sandbox.azure.catalogue import described
from sandbox.azure.resource_id import ResourceId
from tests.sandbox.shapes.comparison import Difference, Shape, inputs, outputs
from tests.sandbox.shapes.differences import DECLARED
from tests.sandbox.shapes.sdk_class import args_class, resource_class
from tests.sandbox.shapes.sdk_types import TYPES

if TYPE_CHECKING:
    from sandbox.azure.resource_type import ResourceType
    from tests.sandbox.shapes.sdk_types import SdkType

WITHOUT_SDK_TYPE = {
    "Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs/authorizationRules": "the namespace's, only read",
    "Microsoft.KeyVault/locations/deletedVaults": "only read and purged",
    "Microsoft.KeyVault/deletedVaults": "only listed",
    "Microsoft.Storage/storageAccounts/blobServices": "comes with its account",
    "Microsoft.Web/sites/config": "a site's configuration is written with the site, authsettingsV2 excepted",
}
"""Simulated types that the provider door has no type for."""


def _table(sdk_type: SdkType) -> ResourceType:
    found = described(ResourceId.parse(sdk_type.example))
    assert found is not None, sdk_type.name
    return found


def _differences(sdk_type: SdkType) -> set[Difference]:
    body = _table(sdk_type).body
    asked = inputs(Shape(table=body, classes=(args_class(sdk_type),)), sdk_type.parameter_names)
    answered = outputs(Shape(table=body, classes=(resource_class(sdk_type),)))
    return {*asked, *answered}


@pytest.mark.parametrize("sdk_type", TYPES, ids=lambda each: each.name)
def test_a_table_differs_from_the_sdk_only_where_that_is_declared(sdk_type: SdkType) -> None:
    undeclared = {
        difference
        for difference in _differences(sdk_type)
        if not any(each.covers(sdk_type.name, difference) for each in DECLARED)
    }
    assert sorted(undeclared) == []


def test_every_declared_difference_is_one() -> None:
    found = [(sdk_type.name, difference) for sdk_type in TYPES for difference in _differences(sdk_type)]
    assert [each for each in DECLARED if not any(each.covers(*one) for one in found)] == []


def test_every_simulated_type_has_an_sdk_type_or_a_reason() -> None:
    served = {_table(sdk_type).name for sdk_type in TYPES}
    configurations = {each.name for each in SIMULATED} - served
    assert configurations == WITHOUT_SDK_TYPE.keys() - served
    assert WITHOUT_SDK_TYPE.keys() & served == {"Microsoft.Web/sites/config"}
