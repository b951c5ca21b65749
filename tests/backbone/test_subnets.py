"""The division of the address space."""

from __future__ import annotations

from ipaddress import IPv4Network

import pytest

from backbone.limits import INTEGRATION_SUBNET_PREFIX
from backbone.subnets import Subnets


@pytest.mark.parametrize(
    ("space", "integration", "endpoints"),
    [
        ("10.40.0.0/24", "10.40.0.0/26", "10.40.0.64/26"),
        ("10.40.0.0/16", "10.40.0.0/26", "10.40.0.64/26"),
        ("10.40.0.0/25", "10.40.0.0/26", "10.40.0.64/26"),
        ("10.40.0.0/26", "10.40.0.0/27", "10.40.0.32/27"),
    ],
)
def test_the_first_two_parts_go_to_the_function_and_to_the_private_endpoints(
    space: str, integration: str, endpoints: str
) -> None:
    assert Subnets.of(space) == Subnets(integration=integration, endpoints=endpoints)


@pytest.mark.parametrize("length", range(8, 27))
def test_every_allowed_address_space_has_room_for_the_function(length: int) -> None:
    space = IPv4Network(f"10.0.0.0/{length}")
    subnets = Subnets.of(str(space))
    assert IPv4Network(subnets.integration).prefixlen <= INTEGRATION_SUBNET_PREFIX
    assert IPv4Network(subnets.integration).subnet_of(space)
    assert not IPv4Network(subnets.integration).overlaps(IPv4Network(subnets.endpoints))
