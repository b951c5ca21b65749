"""Built-in roles for networks.

Source: learn.microsoft.com/azure/role-based-access-control/built-in-roles/networking.
"""

from __future__ import annotations

from sandbox.azure.authorization.roles.role import VISITOR, role

_VISITOR = (*VISITOR, "Microsoft.ResourceHealth/availabilityStatuses/read")
ROLES = (
    role(
        "4d97b98b-1d4f-4787-a291-c67834d212e7",
        "Network Contributor",
        "Manages networks, without access to them.",
        actions=(*_VISITOR, "Microsoft.Network/*"),
    ),
    role(
        "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
        "Private DNS Zone Contributor",
        "Manages private DNS zones, but not the networks that they are linked to.",
        actions=(
            *VISITOR,
            "Microsoft.Network/privateDnsZones/*",
            "Microsoft.Network/privateDnsOperationResults/*",
            "Microsoft.Network/privateDnsOperationStatuses/*",
            "Microsoft.Network/virtualNetworks/read",
            "Microsoft.Network/virtualNetworks/join/action",
        ),
    ),
)
"""The roles of this subject."""
