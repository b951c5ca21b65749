"""A rule's case, made through the provider door instead of at the world: the SDK's classes, then gRPC, then Azure."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import grpc

from sandbox.provider.server import serve
from sandbox.world import DEFAULT_SUBSCRIPTION, DEPLOYER, AzureError
from tests.sandbox.provider.door import Door, Resource, error_of
from tests.sandbox.shapes.sdk_types import type_of
from tests.sandbox.shapes.translation import UntranslatableError, inputs
from tests.sandbox.world.scenery import Scenery, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.sandbox.shapes.sdk_types import SdkType
    from tests.sandbox.world.case import Call, Case

LOGICAL_NAME = "case"
LOCATION = "westeurope"


class Way(StrEnum):
    """How far a call gets."""

    ACCEPTED = "Azure accepts it"
    AZURE = "Azure refuses it"
    PROVIDER = "the provider refuses it before Azure is asked"
    REPLACED = "the provider would delete the resource and create another"
    NONE = "no program can ask for it"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How far a call got, and what was said."""

    way: Way
    text: str = ""


@contextmanager
def backstage(home: Path) -> Iterator[Driver]:
    """A furnished world behind a provider door, and a driver that has opened it."""
    azure = Scenery(home)
    with closing(azure.world), serve(azure.world) as server:
        azure.furnish()
        # A subchannel pool of its own: channels to one address would else share a connection.
        options = [("grpc.use_local_subchannel_pool", 1)]
        with grpc.insecure_channel(f"127.0.0.1:{server.port}", options) as channel:
            yield Driver(door=Door(channel), azure=azure)


@dataclass(kw_only=True)
class Driver:
    """Makes a case's calls through the door where a program can make them, and at the world where none can."""

    door: Door
    azure: Scenery
    _made: dict[str, Resource] = field(default_factory=dict)
    """What went through the door, as an engine's state would have it, by id in lower case."""

    def prepare(self, case: Case) -> None:
        """Make the calls that are accepted, and whatever else the case prepares."""
        for call in case.accepted:
            if self.make(call).way is not Way.ACCEPTED:
                version = version_of(call.id) if call.version is None else call.version
                self.azure.world.call(call.method, call.id, version, call.body, principal=call.principal or DEPLOYER)
        case.prepare(self.azure)
        self.azure.clock.pass_by(seconds=1)

    def make(self, call: Call) -> Outcome:
        """Make one call through the door, as far as it gets."""
        found = type_of(call.id)
        if call.principal or call.version is not None or found is None:
            return Outcome(way=Way.NONE)
        type_, parameters = found
        subscription = parameters.pop("subscriptionId", DEFAULT_SUBSCRIPTION)
        self.door.configure(location=LOCATION, subscriptionId=subscription)
        try:
            return self._made_by_method(type_, parameters, call)
        except grpc.RpcError as error:
            return Outcome(way=Way.AZURE, text=error_of(error))
        except UntranslatableError as error:
            return Outcome(way=Way.NONE, text=str(error))

    def _made_by_method(self, type_: SdkType, parameters: Mapping[str, str], call: Call) -> Outcome:
        match call.method:
            case "PUT" if call.body is not None:
                return self._put(type_, call.id, inputs(type_, parameters, call.body))
            case "GET":
                self.door.invoke(f"{type_.module}:get{type_.class_name}", **parameters)
            case "DELETE":
                self.door.delete(Resource(type=type_.name, name=LOGICAL_NAME, id=call.id, inputs={}, outputs={}))
            case _:
                return Outcome(way=Way.NONE)
        return Outcome(way=Way.ACCEPTED)

    def _put(self, type_: SdkType, id: str, wanted: Mapping[str, Any]) -> Outcome:
        before = self._before(type_, id)
        checked = self.door.check(type_.name, LOGICAL_NAME, wanted, old=before.inputs if before else None)
        if checked.failures:
            return Outcome(way=Way.PROVIDER, text="; ".join(checked.failures))
        if before is None:
            made = self.door.create(type_.name, LOGICAL_NAME, **checked.inputs)
        elif self.door.diff(before, checked.inputs).replaces:
            return Outcome(way=Way.REPLACED)
        else:
            made = replace(before, inputs=checked.inputs, outputs=self.door.update(before, checked.inputs))
        self._made[id.lower()] = made
        return Outcome(way=Way.ACCEPTED)

    def _before(self, type_: SdkType, id: str) -> Resource | None:
        """A resource as the engine knows it: as the program wanted it, or as imported if no program made it."""
        try:
            self.azure.get(id)
        except AzureError:
            return None
        if id.lower() in self._made:
            return self._made[id.lower()]
        found = self.door.read(type_.name, id)
        return Resource(type=type_.name, name=LOGICAL_NAME, id=found.id, inputs=found.inputs, outputs=found.outputs)
