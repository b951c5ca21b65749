"""The provider door's gRPC server."""

from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

import grpc
from pulumi.runtime.proto import provider_pb2_grpc

from sandbox.provider.servicer import AzureNativeServicer
from sandbox.world import World

# Creates run 8 at a time, but function calls are unlimited: 32 to 64 are in flight while a program runs.
THREADS = 96
# The limit that the Pulumi SDK sets on its own channels.
MAX_MESSAGE_BYTES = 400 * 1024 * 1024


class ProviderServer:
    """A running server; leaving its context stops it. Use it with PULUMI_DEBUG_PROVIDERS=azure-native:<port>."""

    def __init__(self, server: grpc.Server, port: int) -> None:
        self._server = server
        self.port = port

    def stop(self, grace: float | None = None) -> None:
        """Refuse new calls, give running ones `grace` seconds, and return when the port is free."""
        self._server.stop(grace).wait()

    def wait(self) -> None:
        """Block until the server is stopped."""
        self._server.wait_for_termination()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def serve(world: World, *, port: int = 0) -> ProviderServer:
    """Open the door on the loopback address, on a free port unless one is given; RuntimeError if it is taken."""
    options = [
        ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES),
        ("grpc.max_send_message_length", MAX_MESSAGE_BYTES),
        ("grpc.so_reuseport", 0),
    ]
    server = grpc.server(ThreadPoolExecutor(THREADS, thread_name_prefix="azure-native"), options=options)
    provider_pb2_grpc.add_ResourceProviderServicer_to_server(AzureNativeServicer(world), server)
    bound = server.add_insecure_port(f"127.0.0.1:{port}")
    server.start()
    return ProviderServer(server, bound)
