import re

import pytest

from sandbox.provider.errors import ProviderError
from sandbox.provider.identity import path_parameters, resource_id
from sandbox.provider.schema import resource_type

QUEUE = resource_type("azure-native:servicebus:Queue")
ID = "/subscriptions/sub/resourceGroups/group/providers/Microsoft.ServiceBus/namespaces/space/queues/orders"
PARAMETERS = {"resourceGroupName": "group", "namespaceName": "space", "queueName": "orders"}


def test_an_id_is_made_from_path_parameters() -> None:
    assert resource_id(QUEUE, {**PARAMETERS, "lockDuration": "PT1M"}, "sub") == ID


def test_an_id_is_read_back_into_path_parameters() -> None:
    assert path_parameters(QUEUE, ID) == PARAMETERS


def test_letter_case_of_fixed_segments_does_not_matter_and_that_of_names_is_kept() -> None:
    written = "/SUBSCRIPTIONS/sub/resourcegroups/Group/providers/microsoft.servicebus/Namespaces/space/Queues/orders"

    assert path_parameters(QUEUE, written) == {**PARAMETERS, "resourceGroupName": "Group"}


@pytest.mark.parametrize(
    ("name", "segment"),
    [
        ("a/b", "a%2Fb"),
        ("a~0", "a~0"),
        ("a b", "a%20b"),
        ("$Default", "$Default"),
        ("a%", "a%25"),
        ("a_(1).x", "a_%281%29.x"),
    ],
)
def test_names_are_escaped_as_path_segments(name: str, segment: str) -> None:
    id_ = resource_id(QUEUE, {**PARAMETERS, "queueName": name}, "sub")

    assert id_.rpartition("/queues/")[2] == segment
    assert path_parameters(QUEUE, id_)["queueName"] == name


def test_a_missing_path_parameter_is_named() -> None:
    with pytest.raises(ProviderError, match="missing required property 'queueName'"):
        resource_id(QUEUE, {"resourceGroupName": "group", "namespaceName": "space"}, "sub")


def test_a_path_parameter_that_is_no_string_is_refused() -> None:
    with pytest.raises(ProviderError, match="expected string value for path parameter 'queueName', got int"):
        resource_id(QUEUE, {**PARAMETERS, "queueName": 1}, "sub")


@pytest.mark.parametrize(
    "id_", ["", "/subscriptions/sub/resourceGroups/group", ID + "/more", ID.replace("queues", "topics")]
)
def test_an_id_of_another_type_is_refused(id_: str) -> None:
    with pytest.raises(ProviderError, match=re.escape(f"The id '{id_}' is not one of azure-native:servicebus:Queue")):
        path_parameters(QUEUE, id_)
