"""An engine of our own: drives the provider door over a real gRPC channel."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import grpc
from pulumi.runtime.proto import provider_pb2 as messages
from pulumi.runtime.proto import provider_pb2_grpc

from sandbox.provider.wire import from_struct, to_struct


def urn(type_: str, name: str) -> str:
    """The URN of a resource whose type is given as `module:Name`."""
    return f"urn:pulumi:dev::project::azure-native:{type_}::{name}"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The answer of Check."""

    inputs: dict[str, Any]
    failures: list[str]


@dataclass(frozen=True, kw_only=True)
class Resource:
    """A created resource, as the engine records it."""

    type: str
    name: str
    id: str
    inputs: dict[str, Any]
    outputs: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Found:
    """The answer of Read."""

    id: str
    inputs: dict[str, Any]
    outputs: dict[str, Any]


class Door:
    """One provider instance of an engine."""

    def __init__(self, channel: grpc.Channel) -> None:
        self.stub = provider_pb2_grpc.ResourceProviderStub(channel)

    def configure(self, **config: str) -> None:
        """Configure the instance as the engine does, with string values."""
        self.stub.Configure(messages.ConfigureRequest(args=to_struct(config)))

    def check(
        self,
        type_: str,
        name: str,
        inputs: Mapping[str, Any],
        *,
        old: Mapping[str, Any] | None = None,
        autonaming: messages.CheckRequest.AutonamingOptions | None = None,
    ) -> Checked:
        """Check inputs."""
        request = messages.CheckRequest(
            urn=urn(type_, name),
            news=to_struct(inputs),
            olds=to_struct(old or {}),
            randomSeed=b"seed",
            autonaming=autonaming,
        )
        answer = self.stub.Check(request)
        return Checked(inputs=from_struct(answer.inputs), failures=[each.reason for each in answer.failures])

    def preview(self, type_: str, name: str, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """The outputs that a creation is foretold to have."""
        request = messages.CreateRequest(urn=urn(type_, name), properties=to_struct(inputs), preview=True)
        answer = self.stub.Create(request)
        assert not answer.id
        return from_struct(answer.properties)

    def create(self, type_: str, name: str, /, **inputs: Any) -> Resource:
        """Check inputs, which must be right, and create the resource."""
        checked = self.check(type_, name, inputs)
        assert checked.failures == []
        answer = self.stub.Create(messages.CreateRequest(urn=urn(type_, name), properties=to_struct(checked.inputs)))
        outputs = from_struct(answer.properties)
        return Resource(type=type_, name=name, id=answer.id, inputs=checked.inputs, outputs=outputs)

    def diff(
        self,
        resource: Resource,
        inputs: Mapping[str, Any],
        *,
        ignore: tuple[str, ...] = (),
    ) -> messages.DiffResponse:
        """Compare a resource with new inputs."""
        request = messages.DiffRequest(
            id=resource.id,
            urn=urn(resource.type, resource.name),
            olds=to_struct(resource.outputs),
            news=to_struct(inputs),
            old_inputs=to_struct(resource.inputs),
            ignoreChanges=ignore,
        )
        answer: messages.DiffResponse = self.stub.Diff(request)
        return answer

    def update(self, resource: Resource, inputs: Mapping[str, Any], *, preview: bool = False) -> dict[str, Any]:
        """Update a resource to new inputs; returns its outputs."""
        request = messages.UpdateRequest(
            id=resource.id,
            urn=urn(resource.type, resource.name),
            olds=to_struct(resource.outputs),
            news=to_struct(inputs),
            old_inputs=to_struct(resource.inputs),
            preview=preview,
        )
        return from_struct(self.stub.Update(request).properties)

    def refresh(self, resource: Resource) -> Found:
        """Read a resource that is in the state."""
        request = messages.ReadRequest(
            id=resource.id,
            urn=urn(resource.type, resource.name),
            properties=to_struct(resource.outputs),
            inputs=to_struct(resource.inputs),
        )
        return _found(self.stub.Read(request))

    def read(self, type_: str, id: str) -> Found:
        """Read a resource that is not in the state: import and `get`."""
        return _found(self.stub.Read(messages.ReadRequest(id=id, urn=urn(type_, "imported"))))

    def delete(self, resource: Resource) -> None:
        """Delete a resource."""
        self.stub.Delete(messages.DeleteRequest(id=resource.id, urn=urn(resource.type, resource.name)))

    def invoke(self, function: str, **arguments: Any) -> dict[str, Any]:
        """Call a function given as `module:name`."""
        answer = self.stub.Invoke(messages.InvokeRequest(tok=f"azure-native:{function}", args=to_struct(arguments)))
        return from_struct(getattr(answer, "return"))


def _found(answer: messages.ReadResponse) -> Found:
    return Found(id=answer.id, inputs=from_struct(answer.inputs), outputs=from_struct(answer.properties))


def error_of(call: grpc.RpcError) -> str:
    """What the engine prints of a refused call."""
    return str(call.details())


def requests(tmp_path: Path) -> list[dict[str, Any]]:
    """The control-plane calls that a world has logged in its folder."""
    return [json.loads(line) for line in (tmp_path / "requests.jsonl").read_text().splitlines()]
