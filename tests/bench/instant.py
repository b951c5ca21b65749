"""A provider that answers at once: it keeps nothing and checks nothing."""

# ruff: noqa: ARG002, N802, D102 - the names of the methods and their parameters are the protocol's.

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import grpc
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import plugin_pb2, provider_pb2_grpc
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider.package import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS = 96


class InstantServicer(provider_pb2_grpc.ResourceProviderServicer):
    """Says yes to everything; the only output it makes up is the name."""

    def Handshake(
        self, request: messages.ProviderHandshakeRequest, context: grpc.ServicerContext
    ) -> messages.ProviderHandshakeResponse:
        return messages.ProviderHandshakeResponse()

    def Attach(self, request: plugin_pb2.PluginAttach, context: grpc.ServicerContext) -> Empty:
        return Empty()

    def Cancel(self, request: Empty, context: grpc.ServicerContext) -> Empty:
        return Empty()

    def GetPluginInfo(self, request: Empty, context: grpc.ServicerContext) -> plugin_pb2.PluginInfo:
        return plugin_pb2.PluginInfo(version=VERSION)

    def CheckConfig(self, request: messages.CheckRequest, context: grpc.ServicerContext) -> messages.CheckResponse:
        return messages.CheckResponse(inputs=request.news)

    def Configure(
        self, request: messages.ConfigureRequest, context: grpc.ServicerContext
    ) -> messages.ConfigureResponse:
        return messages.ConfigureResponse(supportsPreview=True)

    def Check(self, request: messages.CheckRequest, context: grpc.ServicerContext) -> messages.CheckResponse:
        return messages.CheckResponse(inputs=request.news)

    def Create(self, request: messages.CreateRequest, context: grpc.ServicerContext) -> messages.CreateResponse:
        outputs = request.properties
        outputs["name"] = request.urn.rpartition("::")[2]
        return messages.CreateResponse(id=f"/{request.urn}", properties=outputs)


@contextmanager
def serve() -> Iterator[int]:
    """Open the provider on a free port of the loopback address and yield the port."""
    server = grpc.server(ThreadPoolExecutor(THREADS))
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(InstantServicer(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield port
    finally:
        server.stop(None).wait()
