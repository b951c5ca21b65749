"""The state machine with what stands between resources: pairs of namespaces, private endpoints, locks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from tests.sandbox.sequences.guarded import forbids, misfits
from tests.sandbox.sequences.held import held
from tests.sandbox.sequences.machine import AnyWorld
from tests.sandbox.world.recovery_cases import premium
from tests.sandbox.world.scenery import GROUP, NAMESPACES
from tests.sandbox.world.subnet_cases import WITH_SUBNETS, endpoint

if TYPE_CHECKING:
    from sandbox.world import Answer

_ENDPOINTS = f"{GROUP}/providers/Microsoft.Network/privateEndpoints"
_LOCK = "/providers/Microsoft.Authorization/locks/"
_ALIASES = ("orders-alias", "Orders-Alias", "gamma-bus", "alias-")
_ROLES = ("Primary", "Secondary", "PrimaryNotReplicating")
_CONNECTION = "/privateEndpointConnections"


class GuardedWorld(AnyWorld):
    """Any world, with a pair of namespaces in other regions, one more that could be in a pair, and a network."""

    @initialize()
    def begin(self) -> None:
        """Open a world in which namespaces can be paired and reached privately."""
        super().begin()
        self.azure.put(f"{NAMESPACES}/gamma-bus", premium())
        self.azure.put(f"{NAMESPACES}/delta-bus", premium("uksouth"))
        self.azure.put(f"{NAMESPACES}/omega-bus", premium("uksouth"))
        alias = f"{NAMESPACES}/gamma-bus/disasterRecoveryConfigs/first-alias"
        self.azure.put(alias, {"properties": {"partnerNamespace": f"{NAMESPACES}/delta-bus"}})
        for call in WITH_SUBNETS:
            self.azure.put(call.id, call.body)

    @rule(data=st.data(), name=st.sampled_from(_ALIASES), free=st.booleans())
    def put_alias(self, data: st.DataObject, name: str, *, free: bool) -> None:
        """Ask for an alias of a namespace that is there, with a partner that is there."""
        namespaces = self._namespaces(free=free)
        if len(namespaces) > 1:
            primary, partner, *_ = data.draw(st.permutations(namespaces))
            self._write(f"{primary}/disasterRecoveryConfigs/{name}", {"properties": {"partnerNamespace": partner}})

    @rule(data=st.data(), action=st.sampled_from(("breakPairing", "failover")), role=st.sampled_from(_ROLES))
    def end_pair(self, data: st.DataObject, action: str, role: str) -> None:
        """Break a pair or fail over, at either end of it."""
        world = held(self.azure.world.resources()).values()
        aliases = [each.id for each in world if each.properties.get("role") == role]
        if aliases:
            self._call("POST", f"{data.draw(st.sampled_from(aliases))}/{action}", {})

    @rule(data=st.data(), name=st.sampled_from("ab"), asks=st.booleans())
    def put_endpoint(self, data: st.DataObject, name: str, *, asks: bool) -> None:
        """Ask for a private endpoint of a namespace that is there, which has to be approved or not."""
        target = self._pick(data, "/namespaces")
        if target:
            body = endpoint(target, "namespace")
            if asks:
                links = body["properties"].pop("privateLinkServiceConnections")
                body["properties"]["manualPrivateLinkServiceConnections"] = links
            self._call("PUT", f"{_ENDPOINTS}/{name}", body)

    @rule(data=st.data(), status=st.sampled_from(("Approved", "Rejected", "Disconnected", "Pending")))
    def decide_connection(self, data: st.DataObject, status: str) -> None:
        """Decide about a private endpoint connection that is there."""
        connection = self._pick(data, _CONNECTION)
        if connection:
            self._write(connection, {"properties": {"privateLinkServiceConnectionState": {"status": status}}})

    @rule(data=st.data(), level=st.sampled_from(("CanNotDelete", "ReadOnly", "Never")))
    def lock(self, data: st.DataObject, level: str) -> None:
        """Lock something; while two locks stand no more are asked for, so that sequences get somewhere."""
        scope = self._pick(data, "/namespaces", "/queues", "/vaults", "/subscriptions", "/resourceGroups")
        if scope and sum(_LOCK in each for each in self.azure.ids()) <= 1:
            self._write(f"{scope}{_LOCK}keep", {"properties": {"level": level}})

    @rule(data=st.data())
    def unlock(self, data: st.DataObject) -> None:
        """Take a lock away, which no lock forbids."""
        lock = self._pick(data, "/locks")
        assert lock is None or self._call("DELETE", lock, None)

    @invariant()
    def what_stands_between_resources_fits(self) -> None:
        """Both ends of a pair, of a private endpoint and of a lock know each other."""
        if hasattr(self, "azure"):
            assert misfits(held(self.azure.world.resources())) == []

    def _namespaces(self, *, free: bool) -> list[str]:
        """The ids of the namespaces; of the Premium ones without an alias, if they shall be free to be paired."""
        found = [one for one in held(self.azure.world.resources()).values() if one.type.endswith("/namespaces")]
        if free:
            found = [each for each in found if each.body["sku"]["name"] == "Premium"]
            found = [each for each in found if not each.children("disasterRecoveryConfigs")]
        return [each.id for each in found]

    def _call(self, method: str, id: str, body: dict[str, Any] | None) -> Answer | None:
        """Make a call; one that a lock forbids is refused."""
        forbidden = forbids(held(self.azure.world.resources()), method, id)
        answer = super()._call(method, id, body)
        assert not (answer and forbidden), (method, id, forbidden)
        return answer
