"""What a platform team has made before: a resource group, a network, private DNS zones and a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backbone.private_link import ZONES

if TYPE_CHECKING:
    from sandbox.world import World

SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000001"
GROUP = f"{SUBSCRIPTION}/resourceGroups/rg-platform"
OURS = f"{SUBSCRIPTION}/resourceGroups/rg-tracking"
UNIT_GROUPS = tuple(f"{SUBSCRIPTION}/resourceGroups/{name}" for name in ("rg-shipments", "rg-billing"))
NETWORK = f"{GROUP}/providers/Microsoft.Network/virtualNetworks/hub"
WORKSPACE = f"{GROUP}/providers/Microsoft.OperationalInsights/workspaces/platform-logs"

EXISTING: dict[str, Any] = {
    "azure-native:location": "westeurope",
    "backbone:protect": False,
    "backbone:existing": {
        "resourceGroup": "rg-tracking",
        "suffix": "x7k2",
        "integrationSubnetId": f"{NETWORK}/subnets/functions",
        "privateEndpointSubnetId": f"{NETWORK}/subnets/endpoints",
        "privateDnsZoneIds": {"vault": f"{GROUP}/providers/Microsoft.Network/privateDnsZones/{ZONES['vault']}"},
        "logAnalyticsWorkspaceId": WORKSPACE,
    },
}
"""A stack in which everything that can exist already does."""

_DELEGATION = {"name": "flex", "properties": {"serviceName": "Microsoft.App/environments"}}


def make_platform(world: World) -> None:
    """Create what EXISTING names, and resource groups for scale units."""
    for group in (GROUP, OURS, *UNIT_GROUPS):
        world.call("PUT", group, "2024-03-01", {"location": "westeurope"})
    space = {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}
    world.call("PUT", NETWORK, "2024-05-01", {"location": "westeurope", "properties": space})
    functions = {"addressPrefix": "10.0.1.0/26", "delegations": [_DELEGATION]}
    world.call("PUT", f"{NETWORK}/subnets/functions", "2024-05-01", {"properties": functions})
    world.call("PUT", f"{NETWORK}/subnets/endpoints", "2024-05-01", {"properties": {"addressPrefix": "10.0.2.0/26"}})
    zone = EXISTING["backbone:existing"]["privateDnsZoneIds"]["vault"]
    world.call("PUT", zone, "2024-06-01", {"location": "global"})
    world.call("PUT", WORKSPACE, "2025-02-01", {"location": "westeurope"})
