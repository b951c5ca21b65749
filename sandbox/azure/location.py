"""Azure's public regions, and the one spelling that Resource Manager stores.

Source: learn.microsoft.com/azure/reliability/regions-list.
"""

from __future__ import annotations

from types import MappingProxyType

DISPLAY_NAMES = (
    "Australia Central",
    "Australia Central 2",
    "Australia East",
    "Australia Southeast",
    "Austria East",
    "Belgium Central",
    "Brazil South",
    "Brazil Southeast",
    "Canada Central",
    "Canada East",
    "Central India",
    "Central US",
    "Chile Central",
    "Denmark East",
    "East Asia",
    "East US",
    "East US 2",
    "France Central",
    "France South",
    "Germany North",
    "Germany West Central",
    "Indonesia Central",
    "Israel Central",
    "Italy North",
    "Japan East",
    "Japan West",
    "Korea Central",
    "Korea South",
    "Malaysia West",
    "Mexico Central",
    "New Zealand North",
    "North Central US",
    "North Europe",
    "Norway East",
    "Norway West",
    "Poland Central",
    "Qatar Central",
    "South Africa North",
    "South Africa West",
    "South Central US",
    "South India",
    "Southeast Asia",
    "Spain Central",
    "Sweden Central",
    "Switzerland North",
    "Switzerland West",
    "UAE Central",
    "UAE North",
    "UK South",
    "UK West",
    "West Central US",
    "West Europe",
    "West India",
    "West US",
    "West US 2",
    "West US 3",
)


def normalise(text: str) -> str:
    """The stored spelling of a region: `West Europe` is `westeurope`. An unknown text comes back likewise reduced."""
    return text.replace(" ", "").lower()


REGIONS = MappingProxyType({normalise(name): name for name in DISPLAY_NAMES})
"""Stored spelling -> display name."""
