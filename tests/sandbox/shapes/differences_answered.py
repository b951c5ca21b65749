"""Where answers differ: what a table says and what the SDK reads."""

from __future__ import annotations

from tests.sandbox.shapes.comparison import Fault
from tests.sandbox.shapes.declared import because
from tests.sandbox.shapes.differences_asked import FORMER, IN_NETWORK, IN_SUBNET

UNANSWERED = (
    *because(
        "resources that another one refers to are answered as references",
        Fault.UNANSWERED,
        {
            "network:Subnet": IN_SUBNET,
            "network:VirtualNetwork": IN_NETWORK,
            "network:PrivateEndpoint": ("properties.subnet.*", "properties.applicationSecurityGroups.*"),
        },
    ),
    *because(
        "what a managed module, an older generation or an unsimulated service would report of a network",
        Fault.UNANSWERED,
        {
            "network:Subnet": (*FORMER[:4], "ipConfigurations", "ipConfigurationProfiles", "purpose"),
            "network:VirtualNetwork": (
                "flowLogs",
                "ipAllocations",
                "properties.addressSpace.ipamPoolPrefixAllocations",
                "properties.subnets.*",
                "properties.virtualNetworkPeerings.*",
            ),
        },
    ),
    *because(
        "fail-over, migration, restore, secondary regions and customer-managed keys of storage are not simulated",
        Fault.UNANSWERED,
        {
            "storage:StorageAccount": (
                "properties.encryption.*",
                "accountMigrationInProgress",
                "blobRestoreStatus",
                "failoverInProgress",
                "geoReplicationStats",
                "isSkuConversionBlocked",
                "lastGeoFailoverTime",
                "secondary*",
                "statusOfSecondary",
                "storageAccountSkuConversionStatus",
            )
        },
    ),
    *because(
        "soft-deleted containers, leases and immutability policies are not simulated",
        Fault.UNANSWERED,
        {
            "storage:BlobContainer": (
                "properties.immutableStorageWithVersioning.*",
                "deletedTime",
                "immutabilityPolicy",
                "leaseDuration",
                "version",
            )
        },
    ),
    *because(
        "managed hardware pools are not simulated", Fault.UNANSWERED, {"keyvault:Vault": "properties.hsmPoolResourceId"}
    ),
    *because(
        "private link scopes, Sentinel and migrations from older products are not simulated",
        Fault.UNANSWERED,
        {
            "operationalinsights:Workspace": (
                "properties.features.unifiedSentinelBillingOnly",
                "privateLinkScopedResources",
            ),
            "applicationinsights:Component": ("hockeyAppToken", "laMigrationDate", "privateLinkScopedResources"),
        },
    ),
    *because(
        "slots, environments, clones, machine keys and managed instances of App Service are not simulated",
        Fault.UNANSWERED,
        {
            "web:AppServicePlan": (
                "properties.*EnvironmentProfile.*",
                "network",
                "planDefaultIdentity",
                "registryAdapters",
                "storageMounts",
            ),
            "web:WebApp": (
                "properties.dnsConfiguration.dnsLegacySortOrder",
                "properties.siteConfig.push.*",
                "properties.siteConfig.azureStorageAccounts.state",
                "properties.siteConfig.machineKey",
                "properties.hostingEnvironmentProfile.*",
                "inProgressOperationId",
                "isDefaultContainer",
                "maxNumberOfWorkers",
                "slotSwapStatus",
                "suspendedTill",
                "targetSwapSlot",
            ),
        },
    ),
)
"""What the SDK would read in an answer, and the simulated Azure never says."""

UNREAD = because(
    "Azure answers it beside what its specification says",
    Fault.UNREAD,
    {
        "network:PrivateEndpoint": "properties.resourceGuid",
        "operationalinsights:Workspace": ("properties.features.legacy", "properties.features.searchVersion"),
        "applicationinsights:Component": "properties.Ver",
        "web:WebApp": "properties.privateEndpointConnections",
        "web:WebApp?*": "location",
    },
)
"""What the simulated Azure answers and the SDK does not read."""
