"""What the SDK does not say about a type: its Resource Manager path, and the azure-native provider's rules for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

_GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"
_NAMESPACE = f"{_GROUP}/providers/Microsoft.ServiceBus/namespaces/{{namespaceName}}"
_QUEUE = f"{_NAMESPACE}/queues/{{queueName}}"
_TOPIC = f"{_NAMESPACE}/topics/{{topicName}}"
_SUBSCRIPTION = f"{_TOPIC}/subscriptions/{{subscriptionName}}"
_AUTHORIZATION_RULE = "/authorizationRules/{authorizationRuleName}"
_VAULT = f"{_GROUP}/providers/Microsoft.KeyVault/vaults/{{vaultName}}"
_AUTHORIZATION = "/{scope}/providers/Microsoft.Authorization"


# A place in a body: member names joined by dots, or as a tuple where a member has a dot in its name.
Place = str | tuple[str, ...]


class AutoName(StrEnum):
    """How the provider names a resource whose name is left out."""

    RANDOM = "random"
    COPY = "copy"
    UUID = "uuid"


@dataclass(frozen=True, kw_only=True)
class ArmType:
    """One row: a resource type's path and rules.

    `force_new` are inputs that replace the resource, besides those of the path. `renames` gives the dotted place in
    Resource Manager's body of an input that does not stand where its name says. A type that `exists_with_parent` is
    taken over instead of created; `reset` is then the request body that stands in for deleting it. `version_of` names
    the type whose API version a type uses that the SDK gives none. `auto_name` overrides how a name is made that is
    left out. `maintained` are dotted inputs, lists of resources that also exist by themselves: where the program leaves
    them out, the provider sends back what is there. `keyed` are dotted inputs too, lists in any order, with the members
    that tell their items apart (x-ms-identifiers). `restored` are inputs that the provider puts back to a default when
    a program no longer names them. `read_action` is the POST by which a type is read that has no GET; `also_read` gives
    properties whose value is the properties of a further resource, by its path below this one.
    """

    path: str
    force_new: frozenset[str] = frozenset()
    renames: Mapping[str, Place] = field(default_factory=dict)
    exists_with_parent: bool = False
    reset: Mapping[str, Any] | None = None
    version_of: str | None = None
    auto_name: AutoName | None = None
    maintained: tuple[str, ...] = ()
    restored: Mapping[str, Any] = field(default_factory=dict)
    keyed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read_action: str | None = None
    also_read: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds that the REST specification sets on a path parameter."""

    shortest: int = 0
    longest: int | None = None
    pattern: str | None = None


# Forced replacements: pulumi-azure-native provider/pkg/gen/replacement.go, and x-ms-mutability of `location`.
# Azure refuses to change more than that (Subscription.requiresSession, Namespace.sku): that gap is the provider's.
TYPES: Mapping[str, ArmType] = {
    "azure-native:resources:ResourceGroup": ArmType(path=_GROUP, force_new=frozenset({"location"})),
    "azure-native:servicebus:Namespace": ArmType(
        path=_NAMESPACE,
        force_new=frozenset({"location"}),
        maintained=("privateEndpointConnections",),
    ),
    "azure-native:servicebus:NamespaceAuthorizationRule": ArmType(path=_NAMESPACE + _AUTHORIZATION_RULE),
    "azure-native:servicebus:NamespaceNetworkRuleSet": ArmType(
        path=f"{_NAMESPACE}/networkRuleSets/default",
        exists_with_parent=True,
        # Azure refuses this body: pulumi-azure-native issue 4064.
        reset={"properties": {"defaultAction": "Deny"}},
    ),
    "azure-native:servicebus:Queue": ArmType(
        path=_QUEUE,
        force_new=frozenset({"requiresDuplicateDetection", "requiresSession", "enablePartitioning"}),
    ),
    "azure-native:servicebus:QueueAuthorizationRule": ArmType(path=_QUEUE + _AUTHORIZATION_RULE),
    "azure-native:servicebus:Topic": ArmType(
        path=_TOPIC,
        force_new=frozenset({"requiresDuplicateDetection", "requiresSession", "enablePartitioning"}),
    ),
    "azure-native:servicebus:TopicAuthorizationRule": ArmType(path=_TOPIC + _AUTHORIZATION_RULE),
    "azure-native:servicebus:Subscription": ArmType(path=_SUBSCRIPTION),
    "azure-native:servicebus:Rule": ArmType(path=f"{_SUBSCRIPTION}/rules/{{ruleName}}"),
    "azure-native:servicebus:DefaultRule": ArmType(
        path=f"{_SUBSCRIPTION}/rules/$Default",
        exists_with_parent=True,
        version_of="azure-native:servicebus:Rule",
    ),
    # Deleting an alias that is still paired is left to Azure, which refuses it: nothing breaks the pair first.
    "azure-native:servicebus:DisasterRecoveryConfig": ArmType(path=f"{_NAMESPACE}/disasterRecoveryConfigs/{{alias}}"),
    "azure-native:servicebus:PrivateEndpointConnection": ArmType(
        path=f"{_NAMESPACE}/privateEndpointConnections/{{privateEndpointConnectionName}}",
    ),
    "azure-native:managedidentity:UserAssignedIdentity": ArmType(
        path=f"{_GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{{resourceName}}",
        force_new=frozenset({"location"}),
    ),
    "azure-native:authorization:RoleAssignment": ArmType(
        path=f"{_AUTHORIZATION}/roleAssignments/{{roleAssignmentName}}",
        force_new=frozenset({"principalId"}),
        auto_name=AutoName.UUID,
    ),
    "azure-native:authorization:RoleDefinition": ArmType(
        path=f"{_AUTHORIZATION}/roleDefinitions/{{roleDefinitionId}}",
        renames={"roleType": "properties.type"},
        auto_name=AutoName.UUID,
    ),
    # The specification gives the vault's location no mutability: the provider tries to change it in place.
    "azure-native:keyvault:Vault": ArmType(
        path=_VAULT,
        maintained=("properties.accessPolicies",),
        keyed={"properties.accessPolicies": ("tenantId", "objectId", "permissions")},
    ),
    "azure-native:keyvault:Secret": ArmType(path=f"{_VAULT}/secrets/{{secretName}}"),
}

# Functions that are POST requests: the resource type that they are sent to, and the rest of the request's path, which
# may name arguments.
ACTIONS: Mapping[str, tuple[str, str]] = {
    "azure-native:servicebus:listNamespaceKeys": ("azure-native:servicebus:NamespaceAuthorizationRule", "listKeys"),
    "azure-native:servicebus:listQueueKeys": ("azure-native:servicebus:QueueAuthorizationRule", "listKeys"),
    "azure-native:servicebus:listTopicKeys": ("azure-native:servicebus:TopicAuthorizationRule", "listKeys"),
    "azure-native:servicebus:listDisasterRecoveryConfigKeys": (
        "azure-native:servicebus:DisasterRecoveryConfig",
        "authorizationRules/{authorizationRuleName}/listKeys",
    ),
}

_CONNECTION = {
    name: f"properties.{name}" for name in ("privateEndpoint", "privateLinkServiceConnectionState", "provisioningState")
}

# Properties of nested SDK classes that stand elsewhere in Resource Manager's body.
NESTED_RENAMES: Mapping[str, Mapping[str, str]] = {
    "servicebus:PrivateEndpointConnection": _CONNECTION,
    "keyvault:PrivateEndpointConnectionItem": _CONNECTION,
}

# Lists of names in the SDK's inputs that are maps from name to an object in Resource Manager's bodies.
STRING_SETS = frozenset({"userAssignedIdentities"})

# REST specification of Microsoft.ServiceBus 2026-01-01 and of Microsoft.Resources, path parameters.
PARAMETER_LIMITS: Mapping[str, Limits] = {
    "resourceGroupName": Limits(shortest=1, longest=90, pattern=r"^[-\w\._\(\)]+$"),
    "namespaceName": Limits(shortest=6, longest=50),
    "queueName": Limits(shortest=1),
    "topicName": Limits(shortest=1),
    "subscriptionName": Limits(shortest=1, longest=50),
    "ruleName": Limits(shortest=1, longest=50),
    "authorizationRuleName": Limits(shortest=1, longest=50),
    "alias": Limits(shortest=1, longest=50),
    "privateEndpointConnectionName": Limits(),
    "vaultName": Limits(pattern=r"^[a-zA-Z0-9-]{3,24}$"),
    "secretName": Limits(pattern=r"^[a-zA-Z0-9-]{1,127}$"),
    "resourceName": Limits(),
    "scope": Limits(),
    "roleAssignmentName": Limits(),
    "roleDefinitionId": Limits(),
}

# Properties at the top of a Resource Manager body; all others stand under `properties`.
ENVELOPE = frozenset(
    {
        "etag",
        "extendedLocation",
        "id",
        "identity",
        "kind",
        "location",
        "managedBy",
        "name",
        "plan",
        "properties",
        "sku",
        "systemData",
        "tags",
        "type",
        "zones",
    },
)
