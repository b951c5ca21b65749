import pytest

from sandbox.provider import sdk
from sandbox.provider.sdk import Kind, UnknownTypeError

QUEUE = sdk.resource("azure-native:servicebus:Queue")
NAMESPACE = sdk.resource("azure-native:servicebus:Namespace")


@pytest.mark.parametrize(
    ("token", "version"),
    [
        ("azure-native:resources:ResourceGroup", "2024-03-01"),
        ("azure-native:servicebus:Queue", "2026-01-01"),
        ("azure-native:servicebus:DefaultRule", None),
    ],
)
def test_the_api_version_is_the_sdk_s(token: str, version: str | None) -> None:
    assert sdk.resource(token).api_version == version


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("lockDuration", Kind.STRING),
        ("maxDeliveryCount", Kind.INTEGER),
        ("maxMessageSizeInKilobytes", Kind.NUMBER),
        ("requiresSession", Kind.BOOLEAN),
        ("status", Kind.STRING),
    ],
)
def test_a_property_has_the_kind_that_its_annotation_says(name: str, kind: Kind) -> None:
    assert sdk.properties(QUEUE.inputs)[name].type.kind is kind


def test_an_object_is_described_by_its_class_and_a_map_by_its_items() -> None:
    properties = sdk.properties(NAMESPACE.inputs)
    sku, tags = properties["sku"].type, properties["tags"].type

    assert [sku.kind, [shape.__name__ for shape in sku.shapes]] == [Kind.OBJECT, ["SBSkuArgs"]]
    assert tags.items is not None
    assert [tags.kind, tags.shapes, tags.items.kind] == [Kind.OBJECT, (), Kind.STRING]


def test_an_array_is_described_by_its_items() -> None:
    rights = sdk.properties(sdk.resource("azure-native:servicebus:NamespaceAuthorizationRule").inputs)["rights"]

    assert rights.required
    assert rights.type.items is not None
    assert [rights.type.kind, rights.type.items.kind] == [Kind.ARRAY, Kind.STRING]


def test_equal_class_names_of_two_modules_are_told_apart() -> None:
    of_bus = sdk.properties(NAMESPACE.inputs)["identity"].type.shapes
    of_storage = sdk.properties(sdk.resource("azure-native:storage:StorageAccount").inputs)["identity"].type.shapes

    assert [each.__module__ for each in of_bus] == ["pulumi_azure_native.servicebus._inputs"]
    assert [each.__module__ for each in of_storage] == ["pulumi_azure_native.storage._inputs"]


def test_defaults_of_the_sdk_are_known() -> None:
    assert sdk.properties(NAMESPACE.inputs)["publicNetworkAccess"].default == "Enabled"
    assert sdk.properties(NAMESPACE.inputs)["sku"].default is None


def test_a_discriminator_is_a_constant_and_no_default() -> None:
    monitor = sdk.resource("azure-native:monitor:MetricAlert")
    shapes = sdk.properties(monitor.inputs)["criteria"].type.shapes

    constants = [sdk.properties(shape)["odataType"].constant for shape in shapes]

    assert "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria" in constants
    assert all(constants)


@pytest.mark.parametrize(
    "token",
    [
        "azure-native:servicebus:Nothing",
        "azure-native:nothing:Queue",
        "azure-native:servicebus:QueueArgs",
        "aws:servicebus:Queue",
        "azure-native:servicebus/v20240101:Queue",
    ],
)
def test_a_type_that_the_sdk_does_not_have_is_refused(token: str) -> None:
    with pytest.raises(UnknownTypeError, match=f"Resource type {token} not found"):
        sdk.resource(token)


def test_a_function_that_the_sdk_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownTypeError, match="Invoke type azure-native:servicebus:getNothing not found"):
        sdk.result("azure-native:servicebus:getNothing")
