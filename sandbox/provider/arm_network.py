"""What the SDK does not say about networks, private endpoints and private DNS."""

from collections.abc import Mapping

from sandbox.provider.arm import ArmType, Limits

_PROVIDER = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network"
_NETWORK = f"{_PROVIDER}/virtualNetworks/{{virtualNetworkName}}"
_ENDPOINT = f"{_PROVIDER}/privateEndpoints/{{privateEndpointName}}"
_ZONE = f"{_PROVIDER}/privateDnsZones/{{privateZoneName}}"

# Only what provider/pkg/gen/replacement.go names: the network specification gives `location` no mutability.
TYPES: Mapping[str, ArmType] = {
    "azure-native:network:VirtualNetwork": ArmType(
        path=_NETWORK,
        force_new=frozenset({"location"}),
        maintained=("subnets", "virtualNetworkPeerings"),
    ),
    "azure-native:network:Subnet": ArmType(path=f"{_NETWORK}/subnets/{{subnetName}}"),
    "azure-native:network:PrivateEndpoint": ArmType(path=_ENDPOINT, force_new=frozenset({"subnet"})),
    "azure-native:network:PrivateDnsZoneGroup": ArmType(
        path=f"{_ENDPOINT}/privateDnsZoneGroups/{{privateDnsZoneGroupName}}",
    ),
    "azure-native:privatedns:PrivateZone": ArmType(path=_ZONE, force_new=frozenset({"location"})),
    "azure-native:privatedns:VirtualNetworkLink": ArmType(
        path=f"{_ZONE}/virtualNetworkLinks/{{virtualNetworkLinkName}}",
        force_new=frozenset({"location"}),
    ),
}
NESTED_RENAMES: Mapping[str, Mapping[str, str]] = {"network:IpamPoolPrefixAllocation": {"id": "pool.id"}}
FLATTENED = frozenset(
    f"network:{name}"
    for name in (
        "ApplicationGatewayIPConfiguration",
        "ApplicationSecurityGroup",
        "Delegation",
        "IPConfiguration",
        "IPConfigurationProfile",
        "NatGateway",
        "NetworkInterface",
        "NetworkSecurityGroup",
        "PrivateDnsZoneConfig",
        "PrivateEndpoint",
        "PrivateEndpointIPConfiguration",
        "PrivateLinkServiceConnection",
        "ResourceNavigationLink",
        "Route",
        "RouteTable",
        "SecurityRule",
        "ServiceAssociationLink",
        "ServiceEndpointPolicy",
        "ServiceEndpointPolicyDefinition",
        "Subnet",
        "VirtualNetworkPeering",
    )
)
PARAMETER_LIMITS: Mapping[str, Limits] = {
    "privateDnsZoneGroupName": Limits(),
    "privateEndpointName": Limits(),
    "privateZoneName": Limits(),
    "subnetName": Limits(),
    "virtualNetworkLinkName": Limits(),
    "virtualNetworkName": Limits(),
}
