"""Every choice of private endpoints that the checks let pass can be declared, whatever exists of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from backbone.private_link import ZONES
from tests.backbone.stack import errors
from tests.components.platform import EXISTING, GROUP
from tests.components.stacks import LOCATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.deployment import Deployment

SUBNETS = {key: EXISTING["backbone:existing"][key] for key in ("integrationSubnetId", "privateEndpointSubnetId")}
GROUPS = {"vault": "vault", "serviceBus": "namespace", "blob": "blob", "queue": "queue", "table": "table"}


def _zones(*services: str) -> dict[str, Any]:
    ids = {name: f"{GROUP}/providers/Microsoft.Network/privateDnsZones/{ZONES[GROUPS[name]]}" for name in services}
    return {"privateDnsZoneIds": ids}


STACKS: dict[str, tuple[list[str], dict[str, Any], set[str]]] = {
    "the vault's zone exists": (["vault", "storage"], _zones("vault"), {"blob", "queue", "table"}),
    "all exists": (["serviceBus", "vault", "storage"], SUBNETS | _zones(*GROUPS), set()),
    "zones of others than are asked for": (["vault", "serviceBus"], _zones("blob", "queue"), {"vault", "namespace"}),
}
"""The endpoints, what exists, and the zones that are still to be made."""


@pytest.mark.parametrize("sku", ["Standard", "Premium"])
@pytest.mark.parametrize("left_out", [[], ["storage"], ["serviceBus"], ["storage", "serviceBus"]], ids=str)
def test_a_stack_without_the_vaults_endpoint_is_refused_whatever_exists(left_out: list[str], sku: str) -> None:
    for existing in ({}, SUBNETS, _zones(*GROUPS)):
        config = {"backbone:namespace": {"sku": sku}, "backbone:network": {"privateEndpoints": left_out}}
        (error,) = errors({**LOCATION, **config, "backbone:existing": existing})
        assert error == (
            "backbone:network.privateEndpoints: expected vault in the list, because it has no public access and the "
            f'function reaches it in no other way (for example ["vault"]), found {_held(left_out)}'
        )


def _held(targets: list[str]) -> str:
    return f"a list. It holds {', '.join(targets)} only." if targets else "an empty list"


def test_every_stack_with_the_vaults_endpoint_can_be_declared(
    deploy: Callable[[Mapping[str, Any]], Deployment], subtests: pytest.Subtests
) -> None:
    stack = deploy(LOCATION)
    for what, (targets, existing, zones) in STACKS.items():
        with subtests.test(what):
            stack.configure(
                {
                    **LOCATION,
                    "backbone:namespace": {"sku": "Premium"},
                    "backbone:network": {"privateEndpoints": targets},
                    "backbone:existing": existing,
                }
            )
            made = {(step["newState"]["type"], step["urn"].rpartition("::")[2]) for step in stack.steps()}
            assert {name for type_, name in made if type_ == "azure-native:privatedns:PrivateZone"} == zones
