"""What the SDK does not say about storage accounts and containers."""

from collections.abc import Mapping

from sandbox.provider.arm import ArmType, Limits

_ACCOUNT = (
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Storage/storageAccounts"
    "/{accountName}"
)
_POLICY = (
    "allowProtectedAppendWrites",
    "allowProtectedAppendWritesAll",
    "immutabilityPeriodSinceCreationInDays",
    "state",
)

TYPES: Mapping[str, ArmType] = {
    "azure-native:storage:StorageAccount": ArmType(
        path=_ACCOUNT,
        force_new=frozenset({"isHnsEnabled", "location"}),
        renames={
            "enableHttpsTrafficOnly": "properties.supportsHttpsTrafficOnly",
            "enableNfsV3": "properties.isNfsV3Enabled",
            "networkRuleSet": "properties.networkAcls",
        },
        # pulumi-azure-native provider/pkg/gen/propertyDefaults.go: Azure keeps a firewall that is left out.
        restored={
            "networkRuleSet": {
                "bypass": "AzureServices",
                "defaultAction": "Allow",
                "ipRules": [],
                "virtualNetworkRules": [],
            },
        },
    ),
    "azure-native:storage:BlobContainer": ArmType(path=f"{_ACCOUNT}/blobServices/default/containers/{{containerName}}"),
}
ACTIONS = {"azure-native:storage:listStorageAccountKeys": ("azure-native:storage:StorageAccount", "listKeys")}
NESTED_RENAMES: Mapping[str, Mapping[str, str]] = {
    "storage:Encryption": {"encryptionIdentity": "identity", "keyVaultProperties": "keyvaultproperties"},
    "storage:EncryptionIdentity": {
        "encryptionFederatedIdentityClientId": "federatedIdentityClientId",
        "encryptionUserAssignedIdentity": "userAssignedIdentity",
    },
    "storage:IPRule": {"iPAddressOrRange": "value"},
    "storage:ImmutabilityPolicyProperties": {name: f"properties.{name}" for name in _POLICY},
    "storage:KeyVaultProperties": {
        "keyName": "keyname",
        "keyVaultUri": "keyvaulturi",
        "keyVersion": "keyversion",
    },
    "storage:VirtualNetworkRule": {"virtualNetworkResourceId": "id"},
}
FLATTENED = frozenset({"storage:PrivateEndpointConnection"})
PARAMETER_LIMITS: Mapping[str, Limits] = {
    "accountName": Limits(shortest=3, longest=24, pattern=r"^[a-z0-9]+$"),
    "containerName": Limits(shortest=3, longest=63),
}
