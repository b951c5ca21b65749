"""The azure-native provider's gRPC service, answered by the simulated Azure."""

# ruff: noqa: N802 - the names of the methods and their parameters are the protocol's.

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import grpc
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import provider_pb2 as messages

from sandbox.provider import client, convert
from sandbox.provider.defaults import Locations, Naming, NamingMode, with_defaults
from sandbox.provider.diff import Difference, compare
from sandbox.provider.errors import ProviderError, azure_text
from sandbox.provider.operations import Instance
from sandbox.provider.package import PackageServicer
from sandbox.provider.partial import DETAILS, PartialError
from sandbox.provider.schema import ResourceType, function_type, resource_type
from sandbox.provider.sdk import UnknownTypeError
from sandbox.provider.validation import failures
from sandbox.provider.wire import from_struct, to_struct
from sandbox.world import AzureError, World

_API_VERSION = re.compile(r"(?<=\w)/v\d{8}\w*(?=:)")
_CONFIG_PREFIX = "azure-native:config:"
_STABLE_OUTPUTS = ("name", "location")
_Kind = messages.PropertyDiff.Kind
_Autonaming = messages.CheckRequest.AutonamingOptions
_MODES = {
    _Autonaming.PROPOSE: NamingMode.PROPOSE,
    _Autonaming.ENFORCE: NamingMode.ENFORCE,
    _Autonaming.DISABLE: NamingMode.DISABLE,
}


class AzureNativeServicer(PackageServicer):
    """Serves every provider instance of every command; instances are told apart by their gRPC peer."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._instances: dict[str, Instance] = {}
        self._lock = threading.Lock()

    def Configure(
        self,
        request: messages.ConfigureRequest,
        context: grpc.ServicerContext,
    ) -> messages.ConfigureResponse:
        """Remember an instance's settings; its credentials are accepted and forgotten: everybody is the deployer."""
        variables = {name.removeprefix(_CONFIG_PREFIX): value for name, value in request.variables.items()}
        config = {**variables, **from_struct(request.args)}
        with self._lock:
            self._instances[context.peer()] = Instance(
                world=self._world,
                subscription_id=str(config.get("subscriptionId") or self._world.deployer.subscription_id),
                location=config.get("location"),
                reads_after_writing=config.get("skipReadOnUpdate") != "true",
            )
        return messages.ConfigureResponse(supportsPreview=True, supports_autonaming_configuration=True)

    def Check(self, request: messages.CheckRequest, context: grpc.ServicerContext) -> messages.CheckResponse:
        """Fill in the provider's defaults and report what is wrong with the inputs."""
        with self._answering(context) as instance:
            resource = _type(request.urn)
            inputs = with_defaults(
                resource,
                old=from_struct(request.olds),
                new=from_struct(request.news),
                naming=_naming(request),
                locations=Locations(configured=instance.location, of_group=instance.location_of_group),
            )
            found = [messages.CheckFailure(reason=reason) for reason in failures(resource, inputs)]
            return messages.CheckResponse(inputs=to_struct(inputs), failures=found)

    def Diff(self, request: messages.DiffRequest, context: grpc.ServicerContext) -> messages.DiffResponse:
        """Compare old and new inputs."""
        with self._answering(context):
            found = compare(
                _type(request.urn),
                old_inputs=from_struct(request.old_inputs),
                new_inputs=from_struct(request.news),
                old_state=from_struct(request.olds),
                ignored=tuple(request.ignoreChanges),
            )
            some = messages.DiffResponse.DIFF_SOME if found.changed else messages.DiffResponse.DIFF_NONE
            return messages.DiffResponse(
                changes=some,
                diffs=found.changed,
                replaces=found.replaces,
                deleteBeforeReplace=found.delete_before_replace,
                detailedDiff={each.path: _property_diff(each) for each in found.differences},
                hasDetailedDiff=bool(found.differences),
            )

    def Create(self, request: messages.CreateRequest, context: grpc.ServicerContext) -> messages.CreateResponse:
        """Create a resource, or foretell its outputs."""
        with self._answering(context) as instance:
            resource, inputs = _type(request.urn), from_struct(request.properties)
            if request.preview:
                return messages.CreateResponse(properties=to_struct(convert.preview(resource, inputs)))
            created, outputs = instance.create(resource, inputs)
            return messages.CreateResponse(id=created, properties=to_struct(outputs))

    def Update(self, request: messages.UpdateRequest, context: grpc.ServicerContext) -> messages.UpdateResponse:
        """Update a resource, or foretell its outputs: name and location are known to stay."""
        with self._answering(context) as instance:
            resource, inputs = _type(request.urn), from_struct(request.news)
            if request.preview:
                old = from_struct(request.olds)
                stable = {name: old[name] for name in _STABLE_OUTPUTS if name in old}
                return messages.UpdateResponse(properties=to_struct(convert.preview(resource, inputs) | stable))
            outputs = instance.update(resource, inputs, from_struct(request.olds))
            return messages.UpdateResponse(properties=to_struct(outputs))

    def Read(self, request: messages.ReadRequest, context: grpc.ServicerContext) -> messages.ReadResponse:
        """Read a resource for refresh, import or `get`; an empty id says that it is gone."""
        with self._answering(context) as instance:
            inputs = from_struct(request.inputs) if request.HasField("inputs") else None
            outputs = from_struct(request.properties)
            found = instance.read(_type(request.urn), request.id, inputs=inputs, outputs=outputs)
            if found is None:
                return messages.ReadResponse(id="")
            properties, read_inputs = to_struct(found.outputs), to_struct(found.inputs)
            return messages.ReadResponse(id=request.id, properties=properties, inputs=read_inputs)

    def Delete(self, request: messages.DeleteRequest, context: grpc.ServicerContext) -> Empty:
        """Delete a resource."""
        with self._answering(context) as instance:
            instance.delete(_type(request.urn), request.id)
            return Empty()

    def Invoke(self, request: messages.InvokeRequest, context: grpc.ServicerContext) -> messages.InvokeResponse:
        """Call a function; the field of its result is a Python keyword, hence getattr."""
        with self._answering(context) as instance:
            own, arguments = client.FUNCTIONS.get(request.tok), from_struct(request.args)
            outputs = own(instance, arguments) if own else instance.call(function_type(request.tok), arguments)
            response = messages.InvokeResponse()
            getattr(response, "return").CopyFrom(to_struct(outputs))
            return response

    @contextmanager
    def _answering(self, context: grpc.ServicerContext) -> Iterator[Instance]:
        """The caller's provider instance; refusals of Azure and of the provider become gRPC errors."""
        instance = self._instances.get(context.peer())
        if instance is None:
            text = "This provider instance is not configured; run the command again."
            context.abort(grpc.StatusCode.FAILED_PRECONDITION, text)
        try:
            yield instance
        except AzureError as error:
            context.abort(grpc.StatusCode.UNKNOWN, azure_text(error.status, error.code, error.message))
        except PartialError as error:
            context.set_trailing_metadata(((DETAILS, error.details),))
            context.abort(grpc.StatusCode.UNKNOWN, str(error))
        except (ProviderError, UnknownTypeError) as error:
            context.abort(grpc.StatusCode.UNKNOWN, str(error))


def _type(urn: str) -> ResourceType:
    """The type in a URN; a state that an older SDK wrote may name it with its API version, which is left out."""
    return resource_type(_API_VERSION.sub("", urn.split("::")[2].rpartition("$")[2]))


def _naming(request: messages.CheckRequest) -> Naming:
    name = request.urn.rpartition("::")[2]
    if not request.HasField("autonaming"):
        return Naming(logical_name=name, seed=request.randomSeed)
    mode = _MODES[request.autonaming.mode]
    return Naming(logical_name=name, seed=request.randomSeed, mode=mode, proposed=request.autonaming.proposed_name)


def _property_diff(each: Difference) -> messages.PropertyDiff:
    kind = _Kind.Value(f"{each.change}_REPLACE" if each.replaces else each.change)
    return messages.PropertyDiff(kind=kind, inputDiff=each.in_inputs and each.counts)
