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
NOT_FOUND = 404
TOO_MANY = 429
FUNCTIONS: Mapping[tuple[str, str], str] = {
    ("servicebus:NamespaceAuthorizationRule", "listKeys"): "servicebus:listNamespaceKeys"
}
"""The SDK's functions for actions of the cases, by resource type and action."""


class Way(StrEnum):
    """How far a call gets."""

    ACCEPTED = "Azure accepts it"
    AZURE = "Azure refuses it"
    PROVIDER = "the provider refuses it before Azure is asked"
    LATER = "Azure refuses it, and accepts it when the provider asks again"
    REPLACED = "the provider would delete the resource and create another"
    NONE = "no program can ask for it"


DONE = frozenset({Way.ACCEPTED, Way.LATER})


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
            target = self.azure.only(call.id, call.id)
            if self.make(call).way not in DONE:
                version = version_of(target) if call.version is None else call.version
                self.azure.world.call(call.method, target, version, call.body, principal=call.principal or DEPLOYER)
        case.prepare(self.azure)
        self.azure.clock.pass_by(seconds=1)

    def make(self, call: Call) -> Outcome:
        """Make one call through the door, as far as it gets."""
        target, action = call.id, ""
        if call.method == "POST":
            target, _, action = call.id.rpartition("/")
        target = self.azure.only(target, target)
        found = type_of(target)
        if call.principal or call.version is not None or found is None:
            return Outcome(way=Way.NONE)
        type_, parameters = found
        subscription = parameters.pop("subscriptionId", DEFAULT_SUBSCRIPTION)
        self.door.configure(location=LOCATION, subscriptionId=subscription)
        try:
            asked = len(self.azure.log())
            outcome = self._made_by_method(type_, parameters, replace(call, id=target), action)
        except grpc.RpcError as error:
            return Outcome(way=Way.AZURE, text=error_of(error))
        except UntranslatableError as error:
            return Outcome(way=Way.NONE, text=str(error))
        refused = [each["error"] for each in self.azure.log()[asked:] if each["status"] == TOO_MANY]
        return Outcome(way=Way.LATER, text=refused[-1]["message"]) if refused else outcome

    def _made_by_method(self, type_: SdkType, parameters: Mapping[str, str], call: Call, action: str) -> Outcome:
        match call.method:
            case "PUT" if call.body is not None:
                return self._put(type_, call.id, inputs(type_, parameters, call.body))
            case "GET":
                self.door.invoke(f"{type_.module}:get{type_.class_name}", **parameters)
            case "DELETE":
                self.door.delete(Resource(type=type_.name, name=LOGICAL_NAME, id=call.id, inputs={}, outputs={}))
            case "POST" if (type_.name, action) in FUNCTIONS:
                self.door.invoke(FUNCTIONS[type_.name, action], **parameters)
            case _:
                return Outcome(way=Way.NONE)
        return Outcome(way=Way.ACCEPTED)

    def _put(self, type_: SdkType, id: str, wanted: Mapping[str, Any]) -> Outcome:
        before = self._before(type_, id, wanted)
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

    def _before(self, type_: SdkType, id: str, wanted: Mapping[str, Any]) -> Resource | None:
        """A resource as the engine knows it: as the program wanted it, or as imported if no program made it.

        A program that imports a resource names what it wants of it, and nothing else.
        """
        try:
            self.azure.get(id)
        except AzureError as error:
            if error.status == NOT_FOUND:
                return None
        if id.lower() in self._made:
            return self._made[id.lower()]
        found = self.door.read(type_.name, id)
        inputs = {name: value for name, value in found.inputs.items() if name in wanted}
        return Resource(type=type_.name, name=LOGICAL_NAME, id=found.id, inputs=inputs, outputs=found.outputs)
