"""Resources that Azure accepted but could not finish: the engine learns their ids, so that it records them.

Source: pulumi-azure-native provider/pkg/provider/crud/crud.go. The wording is ours: there it is the poller's.
"""

from collections.abc import Mapping
from typing import Any

from grpc import StatusCode
from pulumi.runtime.proto import provider_pb2 as messages
from pulumi.runtime.proto import status_pb2

from sandbox.provider.errors import ProviderError
from sandbox.provider.wire import to_struct

DETAILS = "grpc-status-details-bin"
"""The trailing metadata in which gRPC carries what an error says beyond its text."""
_UNFINISHED = frozenset({"Failed", "Canceled"})


class PartialError(ProviderError):
    """A write that was accepted and then failed; `details` tell the engine what there is of the resource now."""

    def __init__(self, text: str, *, id: str, inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> None:
        super().__init__(text)
        found = messages.ErrorResourceInitFailed(
            id=id, properties=to_struct(outputs), inputs=to_struct(inputs), reasons=[text]
        )
        status = status_pb2.Status(code=StatusCode.UNKNOWN.value[0], message=text)
        status.details.add().Pack(found)
        self.details = status.SerializeToString()


def require_finished(
    id: str, answer: Mapping[str, Any], *, inputs: Mapping[str, Any], outputs: Mapping[str, Any]
) -> None:
    """Raise PartialError if the answer of a write says that what it began has failed."""
    properties = answer.get("properties")
    state = properties.get("provisioningState") if isinstance(properties, Mapping) else None
    if state in _UNFINISHED:
        text = f"the write of '{id}' was accepted, but its provisioning state is {state}"
        raise PartialError(text, id=id, inputs=inputs, outputs=outputs)
