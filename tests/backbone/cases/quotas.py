"""Cases of quotas: rules about what a subscription and the stack's own network have room for."""

from __future__ import annotations

from typing import Any

from tests.backbone.case import Case
from tests.backbone.cases.parts import SUBNET
from tests.backbone.stack import PRINCIPAL


def _units(count: int, **keys: Any) -> dict[str, Any]:
    return {f"u{number}": keys for number in range(count)}


def _far(count: int) -> dict[str, Any]:
    return {f"far{number}": {"location": "northeurope"} for number in range(count)}


def _principals(count: int) -> list[str]:
    return [f"00000000-0000-4000-8000-{number:012}" for number in range(count)]


def _private(*targets: str, space: str = "10.40.0.0/24") -> dict[str, Any]:
    """A Premium stack with these private endpoints, whose scale units are Premium unless they say otherwise."""
    network = {"addressSpace": space, "privateEndpoints": list(targets)}
    return {"backbone:namespace": {"sku": "Premium"}, "backbone:network": network}


CASES: dict[str, tuple[Case, ...]] = {
    "a_region_holds_the_namespaces": (
        Case(
            wrong={"backbone:scaleUnits": _units(1000)},
            sentence="backbone:scaleUnits: expected at most 1000 namespaces in westeurope, which is all that a "
            "subscription holds in a region, found 1001. Give some scale units another location, or put them into a "
            "stack of another subscription.",
            right=(
                {"backbone:scaleUnits": _units(999)},
                {"backbone:scaleUnits": {**_units(999), "far": {"location": "northeurope"}}},
            ),
        ),
        Case(
            wrong={
                "backbone:scaleUnits": _units(1000, location="northeurope"),
                "backbone:pairedNamespace": {"location": "northeurope"},
            },
            sentence="backbone:scaleUnits: expected at most 1000 namespaces in northeurope, which is all that a "
            "subscription holds in a region, found 1001. Give some scale units another location, or put them into a "
            "stack of another subscription.",
            right=(
                {
                    "backbone:scaleUnits": _units(999, location="northeurope"),
                    "backbone:pairedNamespace": {"location": "northeurope"},
                },
            ),
        ),
    ),
    "a_subscription_holds_the_role_assignments": (
        Case(
            wrong={"backbone:access": {"receivers": {"tracking@main": _principals(3995)}}},
            sentence="backbone:access: expected at most 4000 role assignments, which is all that an Azure subscription "
            "holds, found 4001. Name groups of principals, or put some scale units into a stack of another "
            "subscription.",
            right=(
                {"backbone:access": {"senders": {"tracking@main": _principals(3994)}}},
                {
                    "backbone:access": {"senders": {"tracking@main": _principals(3994)}},
                    "backbone:mappings": {"again": "Tracking@MAIN"},
                    "backbone:routes": {"Order": "tracking@main"},
                },
            ),
        ),
        Case(
            wrong={
                "backbone:access": {"portal": PRINCIPAL},
                "backbone:scaleUnits": {**_units(998), **_far(333)},
            },
            sentence="backbone:access: expected at most 4000 role assignments, which is all that an Azure subscription "
            "holds, found 4002. Name groups of principals, or put some scale units into a stack of another "
            "subscription.",
            right=(
                {
                    "backbone:access": {"portal": PRINCIPAL},
                    "backbone:scaleUnits": {**_units(998), **_far(332)},
                },
                {"backbone:scaleUnits": {**_units(998), **_far(333)}},
            ),
        ),
    ),
    "the_subnet_holds_the_private_endpoints": (
        Case(
            wrong={**_private("vault", "storage", "serviceBus"), "backbone:scaleUnits": _units(55)},
            sentence="backbone:network.privateEndpoints: expected at most 59 private endpoints in 10.40.0.64/26, the "
            "subnet that the stack makes for them, found 60. Name larger subnets in backbone:existing, or leave "
            "serviceBus out.",
            right=(
                {**_private("vault", "storage", "serviceBus"), "backbone:scaleUnits": _units(54)},
                {**_private("vault", "storage", "serviceBus"), "backbone:scaleUnits": _units(55, sku="Standard")},
                {
                    **_private("vault", "storage", "serviceBus"),
                    "backbone:scaleUnits": _units(55),
                    "backbone:existing": {
                        "integrationSubnetId": f"{SUBNET}/functions",
                        "privateEndpointSubnetId": f"{SUBNET}/endpoints",
                    },
                },
            ),
        ),
        Case(
            wrong={**_private("vault", "serviceBus", space="10.40.0.0/26"), "backbone:scaleUnits": _units(26)},
            sentence="backbone:network.privateEndpoints: expected at most 27 private endpoints in 10.40.0.32/27, the "
            "subnet that the stack makes for them, found 28. Name larger subnets in backbone:existing, or leave "
            "serviceBus out.",
            right=({**_private("vault", "serviceBus", space="10.40.0.0/26"), "backbone:scaleUnits": _units(25)},),
        ),
    ),
}
