"""A state machine that asks a world for anything, and looks at all of it after every call."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sandbox.world import Answer, AzureError
from tests.sandbox.sequences import wishes
from tests.sandbox.sequences.held import held
from tests.sandbox.sequences.statement import violations
from tests.sandbox.world.scenery import GROUP, Scenery
from tests.sandbox.world.vault_cases import vault

VOLATILE = frozenset({"updatedAt", "modifiedAt", "etag", "secretUriWithVersion", "updated", "updatedOn", "systemData"})
"""Members of answers that tell when or by which write they came to be."""
_MANY = 5
"""More than this is kept, so that sequences get somewhere."""


class AnyWorld(RuleBasedStateMachine):
    """One world, a few names that collide, values at and beyond their bounds."""

    @initialize()
    def begin(self) -> None:
        """Open a world with two groups, and a little of everything that holds something."""
        self.folder = tempfile.TemporaryDirectory()
        self.azure = Scenery(Path(self.folder.name))
        self.forgotten: set[str] = set()
        for group in (GROUP, wishes.OTHER):
            self.azure.put(group, {"location": "westeurope"})
        for name, tier in (("alpha-bus", "Standard"), ("beta-bus", "Premium")):
            namespace = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/{name}"
            self.azure.put(namespace, {"location": "westeurope", "sku": {"name": tier}})
            self.azure.put(f"{namespace}/topics/orders")
            self.azure.put(f"{namespace}/topics/orders/subscriptions/first")
        self.azure.put(f"{GROUP}/providers/Microsoft.KeyVault/vaults/vault-a", vault())

    def teardown(self) -> None:
        """Close the world."""
        if hasattr(self, "azure"):
            self.azure.world.close()
            self.folder.cleanup()

    @rule(id=wishes.NAMESPACES, body=wishes.NAMESPACE)
    def put_namespace(self, id: str, body: dict[str, Any]) -> None:
        """Ask for a namespace."""
        self._write(id, body)

    @rule(kind=st.sampled_from(("queues", "topics")), name=wishes.ENTITIES, data=st.data())
    def put_entity(self, kind: str, name: str, data: st.DataObject) -> None:
        """Ask for a queue or a topic."""
        namespace = self._pick(data, "/namespaces") or f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/none"
        self._write(f"{namespace}/{kind}/{name}", data.draw(wishes.BODIES[kind]))

    @rule(data=st.data(), name=wishes.CHILDREN, body=wishes.BODIES["subscriptions"])
    def put_subscription(self, data: st.DataObject, name: str, body: dict[str, Any]) -> None:
        """Ask for a subscription of a topic that is there."""
        topic = self._pick(data, "/topics")
        if topic:
            self._write(f"{topic}/subscriptions/{name}", body)

    @rule(data=st.data(), name=wishes.CHILDREN, body=wishes.BODIES["rules"])
    def put_rule(self, data: st.DataObject, name: str, body: dict[str, Any]) -> None:
        """Ask for a rule of a subscription that is there, and see what becomes of `$Default`."""
        listener = self._pick(data, "/subscriptions")
        if listener is None:
            return
        built_in = {each.name for each in held(self.azure.world.resources())[listener.lower()].children("rules")}
        if self._write(f"{listener}/rules/{name}", body) and name != "$Default":
            left = {each.name for each in held(self.azure.world.resources())[listener.lower()].children("rules")}
            assert built_in - left <= {"$Default"}

    @rule(data=st.data(), name=wishes.CHILDREN, body=wishes.BODIES["authorizationRules"])
    def put_authorization_rule(self, data: st.DataObject, name: str, body: dict[str, Any]) -> None:
        """Ask for an authorization rule of whatever can have one."""
        parent = self._pick(data, "/namespaces", "/queues", "/topics")
        if parent:
            self._write(f"{parent}/authorizationRules/{name}", body)

    @rule(id=wishes.VAULTS, body=wishes.VAULT)
    def put_vault(self, id: str, body: dict[str, Any]) -> None:
        """Ask for a vault."""
        self._write(id, body)

    @rule(data=st.data(), name=st.sampled_from(("one", "ONE", "two", "t_o")), body=wishes.SECRET)
    def put_secret(self, data: st.DataObject, name: str, body: dict[str, Any]) -> None:
        """Ask for a secret of a vault that is there."""
        of = self._pick(data, "/vaults")
        if of:
            self._write(f"{of}/secrets/{name}", body)

    @rule(id=wishes.IDENTITIES, body=wishes.LOCATED)
    def put_identity(self, id: str, body: dict[str, Any]) -> None:
        """Ask for an identity."""
        self._write(id, body)

    @rule(data=st.data(), name=st.sampled_from("ab"), body=wishes.ASSIGNMENT)
    def put_role_assignment(self, data: st.DataObject, name: str, body: dict[str, Any]) -> None:
        """Ask for a role on something."""
        scope = self._pick(data, "/namespaces", "/queues", "/vaults", "/resourceGroups")
        number = "aaaaaaaa-0000-0000-0000-00000000000"
        if scope:
            self._write(f"{scope}/providers/Microsoft.Authorization/roleAssignments/{number}{name}", body)

    @rule(data=st.data(), tags=st.dictionaries(st.sampled_from(("a", "b<")), st.just("x")))
    def patch(self, data: st.DataObject, tags: dict[str, str]) -> None:
        """Change the tags of something."""
        tagged = self._pick(data, "/namespaces", "/vaults", "/userAssignedIdentities", "/resourceGroups")
        if tagged:
            self._call("PATCH", tagged, {"tags": tags})

    @rule(data=st.data(), case=st.booleans())
    def delete(self, data: st.DataObject, *, case: bool) -> None:
        """Delete what does not hold much, spelt as it is or otherwise."""
        everything = self.azure.ids()
        alone = [one for one in everything if sum(each.startswith(f"{one}/") for each in everything) <= _MANY]
        gone = data.draw(st.sampled_from([one for one in alone if "/providers/" in one] or [""]))
        if gone and self._call("DELETE", gone.upper() if case else gone, None):
            assert not [each for each in self.azure.ids() if f"{each.lower()}/".startswith(f"{gone.lower()}/")]

    @invariant()
    def every_resource_satisfies_the_rules(self) -> None:
        """What is there keeps every rule, however it came to be there."""
        if hasattr(self, "azure"):
            world = held(self.azure.world.resources())
            assert violations(world, self.forgotten) == []
            self.forgotten |= {key for key, each in world.items() if each.type.endswith(("/queues", "/topics"))}

    def _pick(self, data: st.DataObject, *kinds: str) -> str | None:
        """The id of something that is there, of one of the kinds."""
        wanted = tuple(kind.lower() for kind in kinds)
        ids = [each["id"] for each in self.azure.world.resources() if each["type"].lower().endswith(wanted)]
        return data.draw(st.sampled_from(ids)) if ids else None

    def _call(self, method: str, id: str, body: dict[str, Any] | None) -> Answer | None:
        """Make a call; None if it was refused, and then nothing has changed."""
        before = self.azure.world.resources()
        self.azure.clock.pass_by(seconds=1)
        try:
            return self.azure.call(method, id, body)
        except AzureError:
            assert self.azure.world.resources() == before
            return None

    def _write(self, id: str, body: dict[str, Any]) -> bool:
        """PUT; what is accepted reads as it was answered, and asking for that again changes nothing."""
        answer = self._call("PUT", id, body)
        if answer is None:
            return False
        read = self.azure.call("GET", id).body or {}
        assert answer.body == read
        if not _says_less_than_it_was_told(read):
            before = [_lasting(each) for each in self.azure.world.resources()]
            again = self._call("PUT", id, read)
            assert again is not None, read
            assert _lasting(again.body) == _lasting(read)
            assert [_lasting(each) for each in self.azure.world.resources()] == before
        return True


def _says_less_than_it_was_told(read: dict[str, Any]) -> bool:
    """A secret does not say its value, and a partitioned entity outside Premium says sixteen times its size."""
    properties = read.get("properties", {})
    largest = 5120
    return "secretUri" in properties or properties.get("maxSizeInMegabytes", 0) > largest


def _lasting(value: Any) -> Any:
    """A value without what tells when it was written."""
    if isinstance(value, dict):
        return {name: _lasting(each) for name, each in value.items() if name not in VOLATILE}
    return [_lasting(each) for each in value] if isinstance(value, list) else value
