"""Management locks, as the provider addresses them by scope, in a resource group and in a subscription.

`ManagementLockAtResourceLevel` is not here: its path has parts that may be empty and an API version that is an input.
`ManagementLockByScope` locks the same resources.
"""

from collections.abc import Mapping

from sandbox.provider.arm import ArmType, Limits

_LOCK = "/providers/Microsoft.Authorization/locks/{lockName}"
_SUBSCRIPTION = "/subscriptions/{subscriptionId}"

TYPES: Mapping[str, ArmType] = {
    "azure-native:authorization:ManagementLockByScope": ArmType(path=f"/{{scope}}{_LOCK}"),
    "azure-native:authorization:ManagementLockAtResourceGroupLevel": ArmType(
        path=f"{_SUBSCRIPTION}/resourceGroups/{{resourceGroupName}}{_LOCK}"
    ),
    "azure-native:authorization:ManagementLockAtSubscriptionLevel": ArmType(path=f"{_SUBSCRIPTION}{_LOCK}"),
}
# REST specification of Microsoft.Authorization/locks 2020-05-01: the name's rule stands in prose only.
PARAMETER_LIMITS: Mapping[str, Limits] = {"lockName": Limits()}
