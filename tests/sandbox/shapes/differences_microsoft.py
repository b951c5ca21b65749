"""Where the tables differ from Microsoft's resource schemas on purpose, besides where they differ from the SDK."""

from __future__ import annotations

from tests.sandbox.shapes.comparison import Fault
from tests.sandbox.shapes.declared import because

_SCALE_LIMITS = ("functionAppScaleLimit", "elasticWebAppScaleLimit")
DECLARED = (
    *because(
        "the rule arm/location-required says so, for new resources only",
        Fault.REQUIRED,
        {"*": "location"},
    ),
    *because(
        "a default is filled in where the object is given without it",
        Fault.REQUIRED,
        {"Microsoft.Storage/storageAccounts": ("properties.sasPolicy.expirationAction", "properties.networkAcls.*")},
    ),
    *because(
        "a bound that no rule enforces, of something that has no effect here",
        Fault.BOUNDS,
        {
            "Microsoft.KeyVault/vaults": "properties.accessPolicies.*",
            "Microsoft.Storage/storageAccounts": "properties.immutableStorageWithVersioning.*",
            "Microsoft.Storage/storageAccounts/blobServices": "properties.changeFeed.retentionInDays",
            "Microsoft.Insights/diagnosticSettings": "properties.*.retentionPolicy.days",
            "Microsoft.Web/sites": tuple(f"properties.siteConfig.{name}" for name in _SCALE_LIMITS),
            "Microsoft.Web/sites/config": tuple(f"properties.{name}" for name in _SCALE_LIMITS),
        },
    ),
    *because(
        "restoring containers and tracking the last access of blobs are not simulated",
        Fault.UNKNOWN,
        {"Microsoft.Storage/storageAccounts/blobServices": "properties.*"},
    ),
    *because(
        "computed; what a request says of it is ignored",
        Fault.COMPUTED,
        {
            "Microsoft.ServiceBus/namespaces": ("properties.zoneRedundant", "properties.privateEndpointConnections"),
            "Microsoft.ServiceBus/namespaces/privateEndpointConnections": "properties.provisioningState",
            "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules": "properties.*.compatibilityLevel",
            "Microsoft.Authorization/roleDefinitions": "properties.type",
            "Microsoft.KeyVault/vaults": ("properties.vaultUri", "properties.provisioningState"),
            "Microsoft.Network/privateDnsZones*": "etag",
            "Microsoft.Web/sites": ("properties.hostNameSslStates", "properties.customDomainVerificationId"),
        },
    ),
    *because(
        "a read-only object of which a member can be written, or one that later versions have",
        Fault.SURPLUS,
        {
            "Microsoft.ManagedIdentity/userAssignedIdentities": "properties",
            "Microsoft.Web/serverfarms": "identity",
            "Microsoft.Web/sites": "properties.functionAppConfig.siteUpdateStrategy",
        },
    ),
    *because(
        "the namespace's rules, seen at its alias: no request writes them",
        Fault.SURPLUS,
        {"Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs/authorizationRules": "properties"},
    ),
    *because(
        "Azure answers a part of it with the site, which the SDK reads",
        Fault.UNREAD,
        {"Microsoft.Web/sites": "properties.siteConfig"},
    ),
    *because(
        "file shares of the provisioned v2 billing model are not simulated",
        Fault.VALUES,
        {"Microsoft.Storage/storageAccounts": "sku.name"},
    ),
    *because(
        "what services that are not simulated would report",
        Fault.UNANSWERED,
        {
            "Microsoft.KeyVault/vaults": "properties.hsmPoolResourceId",
            "Microsoft.Storage/storageAccounts": "properties.*",
            "Microsoft.Storage/storageAccounts/blobServices": "sku",
            "Microsoft.Storage/storageAccounts/blobServices/containers": "properties.*",
            "Microsoft.Web/serverfarms": "properties.*EnvironmentProfile.*",
            "Microsoft.Web/sites": "properties.*",
            "Microsoft.Web/sites/config": "properties.*",
        },
    ),
)
