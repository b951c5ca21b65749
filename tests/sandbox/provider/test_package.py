from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import grpc
import pytest
from pulumi.runtime.proto import provider_pb2 as messages

if TYPE_CHECKING:
    from tests.sandbox.provider.door import Door


def test_no_other_tool_s_names_are_mapped(door: Door) -> None:
    assert door.stub.GetMapping(messages.GetMappingRequest(key="terraform")) == messages.GetMappingResponse()


@pytest.mark.parametrize(
    ("method", "request_", "text"),
    [
        ("Construct", messages.ConstructRequest(), "Construct is not yet implemented"),
        ("Call", messages.CallRequest(), "Call is not yet implemented"),
        ("Parameterize", messages.ParameterizeRequest(), "serves the default API versions of azure-native only"),
    ],
)
def test_what_the_provider_does_not_do_is_unimplemented(door: Door, method: str, request_: Any, text: str) -> None:
    with pytest.raises(grpc.RpcError, match=re.escape(text)) as refused:
        getattr(door.stub, method)(request_)

    assert refused.value.code() is grpc.StatusCode.UNIMPLEMENTED


def test_only_one_version_of_the_schema_format_is_served(door: Door) -> None:
    with pytest.raises(grpc.RpcError, match="unsupported schema version 1"):
        door.stub.GetSchema(messages.GetSchemaRequest(version=1))
