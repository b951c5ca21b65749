import importlib

import pytest

from sandbox.provider.arm import AutoName
from sandbox.provider.schema import fields, function_type, resource_type
from sandbox.provider.sdk import UnknownTypeError, properties
from sandbox.provider.tables import ACTIONS, FLATTENED, NESTED_RENAMES, PARAMETER_LIMITS, TYPES


@pytest.mark.parametrize("token", sorted(TYPES))
def test_every_row_of_the_table_is_a_type_of_the_sdk(token: str) -> None:
    found = resource_type(token)

    forced = found.arm.force_new - set(found.inputs)
    assert found.api_version
    # replacement.go names Topic.requiresSession, a property that topics do not have.
    assert forced <= {"requiresSession"}
    assert set(found.arm.renames) <= set(found.inputs) | set(found.outputs)


@pytest.mark.parametrize("token", sorted(TYPES))
def test_every_path_parameter_is_bounded(token: str) -> None:
    assert set(resource_type(token).parameters) <= set(PARAMETER_LIMITS)


@pytest.mark.parametrize("token", sorted(TYPES))
def test_every_type_that_has_a_get_request_can_be_looked_up(token: str) -> None:
    prefix, _, name = token.rpartition(":")
    if name in {"DefaultRule", "WebAppAuthSettingsV2"}:
        with pytest.raises(UnknownTypeError):
            function_type(f"{prefix}:get{name}")
    else:
        assert function_type(f"{prefix}:get{name}").resource is resource_type(token)


@pytest.mark.parametrize("token", sorted(ACTIONS))
def test_every_action_returns_properties_at_the_top_of_its_answer(token: str) -> None:
    outputs = function_type(token).outputs

    assert {name: each.place for name, each in outputs.items()} == {name: (name,) for name in outputs}
    assert outputs


@pytest.mark.parametrize(
    ("token", "parameters"),
    [
        ("azure-native:resources:ResourceGroup", ("resourceGroupName",)),
        ("azure-native:servicebus:Namespace", ("resourceGroupName", "namespaceName")),
        (
            "azure-native:servicebus:Rule",
            ("resourceGroupName", "namespaceName", "topicName", "subscriptionName", "ruleName"),
        ),
    ],
)
def test_path_parameters_come_from_the_path(token: str, parameters: tuple[str, ...]) -> None:
    found = resource_type(token)

    assert found.parameters == parameters
    assert not set(parameters) & set(found.inputs)
    assert set(parameters) <= found.force_new


@pytest.mark.parametrize(
    ("token", "parameter", "auto_name"),
    [
        ("azure-native:resources:ResourceGroup", "resourceGroupName", AutoName.RANDOM),
        ("azure-native:servicebus:Namespace", "namespaceName", AutoName.RANDOM),
        ("azure-native:servicebus:Queue", "queueName", AutoName.COPY),
        ("azure-native:servicebus:Rule", "ruleName", AutoName.COPY),
        ("azure-native:servicebus:NamespaceNetworkRuleSet", None, AutoName.RANDOM),
    ],
)
def test_names_are_random_directly_under_a_provider_and_copies_below(
    token: str,
    parameter: str | None,
    auto_name: AutoName,
) -> None:
    found = resource_type(token)

    assert [found.name_parameter, found.auto_name] == [parameter, auto_name]


@pytest.mark.parametrize(
    ("token", "name", "place"),
    [
        ("azure-native:servicebus:Namespace", "sku", ("sku",)),
        ("azure-native:servicebus:Namespace", "zoneRedundant", ("properties", "zoneRedundant")),
        ("azure-native:servicebus:Queue", "lockDuration", ("properties", "lockDuration")),
        ("azure-native:resources:ResourceGroup", "managedBy", ("managedBy",)),
    ],
)
def test_envelope_properties_stand_at_the_top_and_all_others_under_properties(
    token: str,
    name: str,
    place: tuple[str, ...],
) -> None:
    assert resource_type(token).inputs[name].place == place


@pytest.mark.parametrize("key", sorted({*NESTED_RENAMES, *FLATTENED}))
def test_every_nested_class_of_the_tables_is_one_of_the_sdk(key: str) -> None:
    module, _, name = key.partition(":")
    known = vars(importlib.import_module(f"pulumi_azure_native.{module}.outputs"))
    inputs = vars(importlib.import_module(f"pulumi_azure_native.{module}._inputs"))

    classes = [each for each in (known.get(f"{name}Response"), known.get(name), inputs.get(f"{name}Args")) if each]

    assert classes
    described = {member for each in classes for member in properties(each)}
    assert set(NESTED_RENAMES.get(key, {})) <= described


def test_nested_classes_can_be_flattened_by_the_sdk() -> None:
    shapes = resource_type("azure-native:servicebus:Namespace").inputs["privateEndpointConnections"].property.type.items
    assert shapes is not None

    found = fields(shapes.shapes[0])

    assert found["privateEndpoint"].place == ("properties", "privateEndpoint")
    assert set(NESTED_RENAMES["servicebus:PrivateEndpointConnection"]) == set(found)


@pytest.mark.parametrize(
    "token",
    ["azure-native:network:LoadBalancer", "azure-native:servicebus:MigrationConfig", "nonsense"],
)
def test_a_type_that_is_not_served_is_refused(token: str) -> None:
    with pytest.raises(UnknownTypeError, match=f"Resource type {token} not found"):
        resource_type(token)


@pytest.mark.parametrize(
    "token",
    ["azure-native:network:getLoadBalancer", "azure-native:servicebus:listNothing", "azure-native:web:listSites"],
)
def test_a_function_that_is_not_served_is_refused(token: str) -> None:
    with pytest.raises(UnknownTypeError, match=f"Invoke type {token} not found"):
        function_type(token)
