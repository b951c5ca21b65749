from typing import Any

import pytest

from sandbox.provider import convert, sdk
from sandbox.provider.schema import resource_type
from sandbox.provider.wire import UNKNOWN

GROUP = resource_type("azure-native:resources:ResourceGroup")
NAMESPACE = resource_type("azure-native:servicebus:Namespace")
QUEUE = resource_type("azure-native:servicebus:Queue")
RULE = resource_type("azure-native:servicebus:Rule")
GROUP_ID = "/subscriptions/s/resourceGroups/group"
NAMESPACE_ID = f"{GROUP_ID}/providers/Microsoft.ServiceBus/namespaces/space1"
NAMES = {"resourceGroupName": "group", "namespaceName": "space1"}


@pytest.mark.parametrize(
    ("resource", "inputs", "body"),
    [
        (GROUP, {"resourceGroupName": "group", "location": "uksouth", "tags": {}}, {"location": "uksouth", "tags": {}}),
        (QUEUE, {**NAMES, "queueName": "q", "azureApiVersion": "2026-01-01", "__createBeforeDelete": True}, {}),
        (
            QUEUE,
            {**NAMES, "queueName": "q", "lockDuration": "PT1M", "requiresSession": False},
            {"properties": {"lockDuration": "PT1M", "requiresSession": False}},
        ),
        (
            NAMESPACE,
            {**NAMES, "location": "uksouth", "sku": {"name": "Premium", "capacity": 1}, "zoneRedundant": True},
            {"location": "uksouth", "sku": {"name": "Premium", "capacity": 1}, "properties": {"zoneRedundant": True}},
        ),
        (
            NAMESPACE,
            {**NAMES, "identity": {"type": "UserAssigned", "userAssignedIdentities": ["/a", "/b"]}},
            {"identity": {"type": "UserAssigned", "userAssignedIdentities": {"/a": {}, "/b": {}}}},
        ),
        (
            NAMESPACE,
            {**NAMES, "privateEndpointConnections": [{"provisioningState": "Succeeded"}]},
            {"properties": {"privateEndpointConnections": [{"properties": {"provisioningState": "Succeeded"}}]}},
        ),
        (
            RULE,
            {"filterType": "CorrelationFilter", "correlationFilter": {"label": "a", "properties": {"k": "v"}}},
            {
                "properties": {
                    "filterType": "CorrelationFilter",
                    "correlationFilter": {"label": "a", "properties": {"k": "v"}},
                },
            },
        ),
    ],
)
def test_inputs_become_a_body_in_resource_manager_s_shape(resource: Any, inputs: dict[str, Any], body: Any) -> None:
    assert convert.request_body(resource, inputs) == body


def test_an_answer_becomes_outputs_and_what_the_sdk_does_not_know_is_dropped() -> None:
    answer = {
        "id": f"{NAMESPACE_ID}/queues/q",
        "name": "q",
        "type": "Microsoft.ServiceBus/namespaces/queues",
        "location": "uksouth",
        "novelty": 1,
        "properties": {"lockDuration": "PT1M", "countDetails": {"activeMessageCount": 0, "new": 1}, "novelty": 1},
    }

    assert convert.state(QUEUE, answer) == {
        "id": f"{NAMESPACE_ID}/queues/q",
        "name": "q",
        "type": "Microsoft.ServiceBus/namespaces/queues",
        "location": "uksouth",
        "lockDuration": "PT1M",
        "countDetails": {"activeMessageCount": 0},
        "azureApiVersion": "2026-01-01",
    }


def test_a_resource_group_keeps_its_properties_as_one_output() -> None:
    answer = {"id": GROUP_ID, "name": "group", "properties": {"provisioningState": "Succeeded"}}

    assert convert.state(GROUP, answer)["properties"] == {"provisioningState": "Succeeded"}


def test_nested_outputs_are_flattened_and_identities_stay_a_map() -> None:
    connection = {"id": "/c", "properties": {"provisioningState": "Succeeded"}}
    identity = {"type": "UserAssigned", "userAssignedIdentities": {"/a": {"clientId": "c", "principalId": "p"}}}
    answer = {"identity": identity, "properties": {"privateEndpointConnections": [connection]}}

    found = convert.state(NAMESPACE, answer)

    assert found["privateEndpointConnections"] == [{"id": "/c", "provisioningState": "Succeeded"}]
    assert found["identity"] == identity


def test_outputs_are_projected_back_to_the_inputs_that_would_make_them() -> None:
    identity = {"type": "UserAssigned", "principalId": "p", "userAssignedIdentities": {"/a": {"clientId": "c"}}}
    outputs = {
        "name": "space1",
        "location": "uksouth",
        "identity": identity,
        "createdAt": "t",
        "sku": {"name": "Basic"},
    }

    assert convert.writable(NAMESPACE, outputs) == {
        "location": "uksouth",
        "identity": {"type": "UserAssigned", "userAssignedIdentities": ["/a"]},
        "sku": {"name": "Basic"},
    }


def test_an_import_takes_names_from_the_id_and_leaves_empty_collections_out() -> None:
    answer = {
        "id": NAMESPACE_ID,
        "location": "uksouth",
        "tags": {},
        "sku": {"name": "Standard", "tier": "Standard"},
        "properties": {"zoneRedundant": False, "privateEndpointConnections": [], "createdAt": "t"},
    }

    assert convert.imported_inputs(NAMESPACE, NAMESPACE_ID, answer) == {
        **NAMES,
        "location": "uksouth",
        "sku": {"name": "Standard", "tier": "Standard"},
        "zoneRedundant": False,
    }


def test_a_preview_repeats_inputs_and_leaves_the_rest_unknown() -> None:
    found = convert.preview(NAMESPACE, {**NAMES, "location": "uksouth", "sku": {"name": "Basic"}, "tags": {"a": "b"}})

    known = {name: value for name, value in found.items() if value != UNKNOWN}
    assert known == {
        "location": "uksouth",
        "sku": {"name": "Basic", "tier": UNKNOWN, "capacity": UNKNOWN},
        "tags": {"a": "b"},
        "azureApiVersion": "2026-01-01",
    }
    assert {"id", "name", "serviceBusEndpoint", "systemData"} <= set(found)


def test_a_preview_has_no_list_where_the_output_is_a_map() -> None:
    found = convert.preview(NAMESPACE, {"identity": {"type": "UserAssigned", "userAssignedIdentities": ["/a"]}})

    assert found["identity"]["userAssignedIdentities"] == UNKNOWN


@pytest.mark.parametrize("resource", [GROUP, NAMESPACE, QUEUE, RULE])
def test_a_preview_has_every_output_that_the_state_will_have(resource: Any) -> None:
    assert set(convert.preview(resource, {})) == {*resource.outputs, "azureApiVersion"}


def test_a_polymorphic_object_is_told_by_its_discriminator() -> None:
    alert = sdk.resource("azure-native:monitor:MetricAlert")
    shapes = sdk.properties(alert.inputs)["criteria"].type.shapes
    kind = "Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria"

    found = convert.shape_of(shapes, {"odataType": kind})

    assert found is not None
    assert "webTestId" in found
    assert convert.shape_of(shapes, {"odataType": "nonsense"}) is None
