"""Cases of network: rules about existing networks."""

from __future__ import annotations

from tests.backbone.case import Case
from tests.backbone.cases.parts import SUBNET

CASES: dict[str, tuple[Case, ...]] = {
    "existing_subnets_come_together": (
        Case(
            wrong={"backbone:existing": {"privateEndpointSubnetId": f"{SUBNET}/two"}},
            sentence="backbone:existing.integrationSubnetId: expected the resource id of a subnet, because "
            "privateEndpointSubnetId is given: the two must see each other, found nothing",
            right=(
                {
                    "backbone:existing": {
                        "integrationSubnetId": f"{SUBNET}/one",
                        "privateEndpointSubnetId": f"{SUBNET}/two",
                    }
                },
            ),
        ),
        Case(
            wrong={"backbone:existing": {"integrationSubnetId": f"{SUBNET}/one"}},
            sentence="backbone:existing.privateEndpointSubnetId: expected the resource id of a subnet, because "
            "integrationSubnetId is given: the two must see each other, found nothing",
            right=(),
        ),
    ),
    "the_integration_subnet_serves_nothing_else": (
        Case(
            wrong={
                "backbone:existing": {
                    "integrationSubnetId": f"{SUBNET}/one",
                    "privateEndpointSubnetId": f"{SUBNET}/ONE",
                }
            },
            sentence="backbone:existing.privateEndpointSubnetId: expected another subnet than integrationSubnetId, "
            f'which the function keeps to itself, found "{SUBNET}/ONE"',
            right=(
                {
                    "backbone:existing": {
                        "integrationSubnetId": f"{SUBNET}/one",
                        "privateEndpointSubnetId": f"{SUBNET}/two",
                    }
                },
            ),
        ),
    ),
}
