"""What the azure-native package answers whoever asks: the same for every provider instance."""

# ruff: noqa: ARG002, N802 - the names of the methods and their parameters are the protocol's.

import grpc
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import plugin_pb2, provider_pb2_grpc
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider.package_schema import package_schema

VERSION = "3.29.0"


class PackageServicer(provider_pb2_grpc.ResourceProviderServicer):
    """The part of the protocol that is about the package and not about a resource."""

    # Like the real provider this one does not accept secrets: the engine marks outputs that hold secret inputs.
    def Handshake(
        self,
        request: messages.ProviderHandshakeRequest,
        context: grpc.ServicerContext,
    ) -> messages.ProviderHandshakeResponse:
        """Say what this provider understands."""
        return messages.ProviderHandshakeResponse(supports_autonaming_configuration=True)

    def Attach(self, request: plugin_pb2.PluginAttach, context: grpc.ServicerContext) -> Empty:
        """Accept an engine; nothing is ever sent to its address."""
        return Empty()

    def Cancel(self, request: Empty, context: grpc.ServicerContext) -> Empty:
        """Do nothing: it comes at the end of every command, and other commands may be running."""
        return Empty()

    def GetPluginInfo(self, request: Empty, context: grpc.ServicerContext) -> plugin_pb2.PluginInfo:
        """The version of azure-native that this provider follows."""
        return plugin_pb2.PluginInfo(version=VERSION)

    def GetSchema(
        self,
        request: messages.GetSchemaRequest,
        context: grpc.ServicerContext,
    ) -> messages.GetSchemaResponse:
        """The part of the package's schema that the simulated Azure knows."""
        if request.version:
            context.abort(grpc.StatusCode.UNKNOWN, f"unsupported schema version {request.version}")
        return messages.GetSchemaResponse(schema=package_schema(VERSION))

    def GetMapping(
        self,
        request: messages.GetMappingRequest,
        context: grpc.ServicerContext,
    ) -> messages.GetMappingResponse:
        """No other tool's names are mapped to this package's."""
        return messages.GetMappingResponse()

    def Parameterize(
        self,
        request: messages.ParameterizeRequest,
        context: grpc.ServicerContext,
    ) -> messages.ParameterizeResponse:
        """Refuse packages of other API versions, which the real provider makes."""
        text = "The simulated Azure serves the default API versions of azure-native only; use the package as it is."
        context.abort(grpc.StatusCode.UNIMPLEMENTED, text)

    def Construct(
        self,
        request: messages.ConstructRequest,
        context: grpc.ServicerContext,
    ) -> messages.ConstructResponse:
        """The package has no components."""
        context.abort(grpc.StatusCode.UNIMPLEMENTED, "Construct is not yet implemented")

    def Call(self, request: messages.CallRequest, context: grpc.ServicerContext) -> messages.CallResponse:
        """The package has no methods."""
        context.abort(grpc.StatusCode.UNIMPLEMENTED, "Call is not yet implemented")

    def CheckConfig(
        self,
        request: messages.CheckRequest,
        context: grpc.ServicerContext,
    ) -> messages.CheckResponse:
        """Accept a provider's configuration as it is."""
        return messages.CheckResponse(inputs=request.news)

    def DiffConfig(
        self,
        request: messages.DiffRequest,
        context: grpc.ServicerContext,
    ) -> messages.DiffResponse:
        """A provider's configuration never forces a replacement."""
        return messages.DiffResponse(changes=messages.DiffResponse.DIFF_UNKNOWN)
