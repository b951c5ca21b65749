"""The sizes of App Service plans, and the tiers that they belong to.

Source: learn.microsoft.com/azure/app-service/overview-hosting-plans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

FLEX_TIER = "FlexConsumption"

TIERS: Mapping[str, tuple[str, ...]] = {
    "Free": ("F1",),
    "Shared": ("D1",),
    "Basic": ("B1", "B2", "B3"),
    "Standard": ("S1", "S2", "S3"),
    "PremiumV2": ("P1v2", "P2v2", "P3v2"),
    "PremiumV3": ("P0v3", "P1v3", "P2v3", "P3v3", "P1mv3", "P2mv3", "P3mv3", "P4mv3", "P5mv3"),
    "IsolatedV2": ("I1v2", "I2v2", "I3v2", "I4v2", "I5v2", "I6v2"),
    "ElasticPremium": ("EP1", "EP2", "EP3"),
    "WorkflowStandard": ("WS1", "WS2", "WS3"),
    "Dynamic": ("Y1",),
    FLEX_TIER: ("FC1",),
}
"""The tiers, each with its sizes."""
TIER_OF = {size.lower(): tier for tier, sizes in TIERS.items() for size in sizes}
SIZE_OF = {size.lower(): size for sizes in TIERS.values() for size in sizes}
SERVERLESS = frozenset({"Dynamic", FLEX_TIER})


def tier_of(plan: Mapping[str, Any]) -> str:
    """The tier of a plan's body."""
    return TIER_OF[plan["sku"]["name"].lower()]
