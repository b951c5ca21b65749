"""What the provider does in Azure: create, read, update, delete and call functions, through the World."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.provider import convert, identity, maintained, refresh, retry
from sandbox.provider.custom import CUSTOM
from sandbox.provider.errors import ProviderError, azure_text, error_body
from sandbox.provider.partial import require_finished
from sandbox.provider.schema import API_VERSION, FunctionType, ResourceType, resource_type
from sandbox.world import Answer, AzureError, World

NOT_FOUND = 404
CONFLICT = 409
_GROUP = "azure-native:resources:ResourceGroup"


@dataclass(frozen=True, kw_only=True)
class ReadResult:
    """What a read found: the outputs, and the inputs that belong to them."""

    outputs: dict[str, Any]
    inputs: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Instance:
    """One configured provider: its settings, and the locations of resource groups that it has looked up."""

    world: World
    subscription_id: str
    location: str | None = None
    reads_after_writing: bool = True
    group_locations: dict[str, str] = field(default_factory=dict)

    def location_of_group(self, name: str) -> str | None:
        """The location of a resource group of this subscription, None if there is no such group."""
        if name not in self.group_locations:
            group = resource_type(_GROUP)
            group_id = identity.resource_id(group, {"resourceGroupName": name}, self.subscription_id)
            try:
                answer = self._get(group, group_id)
            except AzureError:
                return None
            self.group_locations[name] = str(answer["location"])
        return self.group_locations[name]

    def create(self, resource: ResourceType, inputs: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Create a resource that must not exist yet; returns its canonical id and its outputs."""
        wanted = identity.resource_id(resource, inputs, self.subscription_id)
        self._refuse_existing(resource, wanted)
        answer = self._put_new(resource, wanted, convert.request_body(resource, maintained.emptied(resource, inputs)))
        canonical = str(answer.get("id", wanted))
        outputs = convert.state(resource, self._read_back(resource, canonical, answer))
        require_finished(canonical, answer, inputs=inputs, outputs=outputs)
        return canonical, outputs

    def update(
        self, resource: ResourceType, inputs: Mapping[str, Any], old_outputs: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Bring an existing resource to these inputs; returns its outputs."""
        target = identity.resource_id(resource, inputs, self.subscription_id)
        wanted = maintained.restored(resource, inputs, old_outputs)
        body = convert.request_body(resource, wanted)
        missing = maintained.unset(resource, wanted)
        if missing:
            maintained.copy(resource, missing, self._get(resource, target), body)
        answer = self._put(resource, target, body)
        outputs = convert.state(resource, self._read_back(resource, target, answer))
        require_finished(target, answer, inputs=inputs, outputs=outputs)
        return outputs

    def read(
        self,
        resource: ResourceType,
        id: str,
        *,
        inputs: Mapping[str, Any] | None,
        outputs: Mapping[str, Any],
    ) -> ReadResult | None:
        """Read for a refresh (the recorded inputs and outputs given) or an import (none); None if it is gone."""
        try:
            answer = self._read(resource, id)
        except AzureError as error:
            if error.status != NOT_FOUND:
                raise
            custom = CUSTOM.get(resource.token)
            if custom is not None and custom.doubt is not None:
                custom.doubt(self.world, id, resource.api_version)
            return None
        found = convert.state(resource, answer)
        if inputs is None:
            return ReadResult(outputs=found, inputs=convert.imported_inputs(resource, id, answer))
        before = convert.writable(resource, maintained.before(resource, inputs, outputs))
        after = convert.writable(resource, maintained.after(resource, inputs, found))
        return ReadResult(outputs=found, inputs=refresh.corrected(inputs, before, after))

    def delete(self, resource: ResourceType, id: str) -> None:
        """Delete a resource, or reset one that lives as long as its parent; one that is gone already is no error."""
        if resource.arm.reset is not None:
            self._put(resource, id, resource.arm.reset)
            return
        custom = CUSTOM.get(resource.token)
        if custom is not None and custom.delete is not None:
            custom.delete(self.world, identity.path_parameters(resource, id))
            return
        try:
            self._call("DELETE", id, resource.api_version)
        except AzureError as error:
            if error.status != NOT_FOUND:
                raise

    def call(self, function: FunctionType, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Call a function: look a resource up, or send an action to it."""
        resource = function.resource
        target = identity.resource_id(resource, arguments, self.subscription_id)
        if function.action is not None:
            target = f"{target}/{identity.completed(function.action, arguments)}"
        try:
            if function.action is not None:
                answer = self._call("POST", target, resource.api_version, {}).body
                return convert.sdk_outputs(function.outputs, answer or {})
            outputs = convert.sdk_outputs(function.outputs, self._get(resource, target))
        except AzureError as error:
            text = azure_text(error.status, error.code, error.message)
            raise ProviderError(f"request failed {target}: {text}") from error
        return {**outputs, API_VERSION: resource.api_version}

    def _refuse_existing(self, resource: ResourceType, id: str) -> None:
        try:
            self._get(resource, id)
        except AzureError as error:
            if error.status == NOT_FOUND:
                return
            body = error_body(error.code, error.message)
            text = f"cannot check existence of resource '{id}': status code {error.status}, {body}"
            raise ProviderError(text) from error
        if not resource.arm.exists_with_parent:
            raise ProviderError(f"cannot create already existing resource '{id}'")

    def _read_back(self, resource: ResourceType, id: str, written: dict[str, Any]) -> dict[str, Any]:
        """The resource as a read shows it; if that fails the answer of the write will do, so that nothing is lost."""
        if not self.reads_after_writing:
            return written
        try:
            return self._read(resource, id)
        except AzureError:
            return written

    def _read(self, resource: ResourceType, id: str) -> dict[str, Any]:
        """The resource together with what the provider reads of it elsewhere."""
        answer = self._get(resource, id)
        for name, path in resource.arm.also_read.items():
            further = self._body(self._call("GET", f"{id}/{path}", resource.api_version).body)
            answer["properties"] = {**answer["properties"], name: further["properties"]}
        return answer

    def _get(self, resource: ResourceType, id: str) -> dict[str, Any]:
        action = resource.arm.read_action
        if action is not None:
            return self._body(self._call("POST", f"{id}/{action}", resource.api_version, {}).body)
        return self._body(self._call("GET", id, resource.api_version).body)

    def _put_new(self, resource: ResourceType, id: str, body: Mapping[str, Any]) -> dict[str, Any]:
        custom = CUSTOM.get(resource.token)
        try:
            return self._put(resource, id, body)
        except AzureError as error:
            if custom is None or custom.recover is None or error.status != CONFLICT:
                raise
            if not custom.recover(self.world, identity.path_parameters(resource, id)):
                raise
        return self._put(resource, id, body)

    def _put(self, resource: ResourceType, id: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return self._body(self._call("PUT", id, resource.api_version, body).body)

    def _call(self, method: str, id: str, api_version: str, body: Mapping[str, Any] | None = None) -> Answer:
        """A request to Resource Manager, as patient as the provider's own: every one goes through here."""
        return retry.call(self.world, method, id, api_version, body)

    @staticmethod
    def _body(answer: Mapping[str, Any] | None) -> dict[str, Any]:
        if answer is None:
            raise ProviderError("expected object from Azure, got an empty answer")
        return dict(answer)
