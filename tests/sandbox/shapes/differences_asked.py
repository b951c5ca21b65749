"""Where requests differ: what the SDK sends and what a table takes."""

from __future__ import annotations

from tests.sandbox.shapes.comparison import Fault
from tests.sandbox.shapes.declared import because

NETWORK_RESOURCES = ("networkSecurityGroup", "routeTable", "serviceEndpointPolicies")
FORMER = (
    "applicationGatewayIPConfigurations",
    "ipAllocations",
    "ipamPoolPrefixAllocations",
    "resourceNavigationLinks",
    "serviceGateway",
)
IN_SUBNET = tuple(f"properties.{name}.*" for name in NETWORK_RESOURCES)
IN_NETWORK = tuple(f"properties.subnets.properties.{name}.*" for name in NETWORK_RESOURCES)
UNKNOWN = (
    *because(
        "resources that another one refers to are referred to by id; their own properties are not taken in its body",
        Fault.UNKNOWN,
        {
            "network:Subnet": IN_SUBNET,
            "network:VirtualNetwork": IN_NETWORK,
            "network:PrivateEndpoint": "properties.subnet.*",
        },
    ),
    *because(
        "peerings are not simulated", Fault.UNKNOWN, {"network:VirtualNetwork": "properties.virtualNetworkPeerings.*"}
    ),
    *because(
        "address management, application gateways and service gateways are not simulated",
        Fault.UNKNOWN,
        {
            "network:VirtualNetwork": (
                "properties.addressSpace.ipamPoolPrefixAllocations",
                "ipAllocations",
                *(f"properties.subnets.{name}" for name in FORMER),
            ),
            "network:Subnet": FORMER[:3],
        },
    ),
    *because(
        "managed instances of App Service (a preview) are not simulated",
        Fault.UNKNOWN,
        {"web:AppServicePlan": ("network", "planDefaultIdentity", "registryAdapters", "storageMounts")},
    ),
    *because(
        "file shares of the provisioned v2 billing model are not simulated",
        Fault.VALUES,
        {"storage:StorageAccount": "sku.name"},
    ),
    *because(
        "an alert judges its count with the four operators of numbers; dimension operators are their own property",
        Fault.VALUES,
        {"monitor:ScheduledQueryRule": "properties.criteria.allOf.operator"},
    ),
)
"""What the SDK can send and the simulated Azure refuses."""

STRICTER = (
    *because(
        "an element without it means nothing, and Azure says so though its schema does not",
        Fault.REQUIRED,
        {
            "servicebus:Namespace": (
                "properties.geoDataReplication.locations.*",
                "properties.encryption.keyVaultProperties.*",
            ),
            "servicebus:NamespaceNetworkRuleSet": (
                "properties.virtualNetworkRules.subnet",
                "properties.ipRules.ipMask",
            ),
            "network:VirtualNetwork": ("properties.subnets.*", "properties.ddosProtectionPlan.id"),
            "network:Subnet": (
                *(f"properties.{name}.id" for name in (*NETWORK_RESOURCES, "natGateway")),
                "properties.serviceEndpoints.*",
                "properties.delegations.*",
            ),
            "network:PrivateEndpoint": (
                "properties.*rivateLinkServiceConnections.*",
                "properties.subnet.id",
                "properties.applicationSecurityGroups.id",
                "properties.ipConfigurations.*",
            ),
            "network:PrivateDnsZoneGroup": "properties.privateDnsZoneConfigs.*",
            "privatedns:VirtualNetworkLink": "properties.virtualNetwork.id",
        },
    ),
    *because("a secret without a value is not created", Fault.REQUIRED, {"keyvault:Secret": "properties.value"}),
    *because("a plan has a size", Fault.REQUIRED, {"web:AppServicePlan": "sku.name"}),
    *because(
        "Azure requires it; the SDK's class fills in its default, true",
        Fault.REQUIRED,
        {"monitor:ActionGroup": "properties.enabled"},
    ),
)
"""What the simulated Azure requires and the SDK does not."""

LAXER = (
    *because(
        "one identity serves all types here, and what it leaves out is None",
        Fault.REQUIRED,
        {
            "operationalinsights:Workspace": "identity.type",
            "monitor:ActionGroup": "identity.type",
            "monitor:ScheduledQueryRule": "identity.type",
        },
    ),
    *because(
        "Azure reads both identities with a space between, and the SDK's class for this type without",
        Fault.VALUES,
        {"monitor:ActionGroup": "identity.type"},
    ),
    *because(
        "which of them is required depends on the kind of criterion: the rule insights/metric-alert-threshold says so",
        Fault.REQUIRED,
        {"monitor:MetricAlert": "properties.criteria.*"},
    ),
    *because(
        "an open enumeration: the value is kept as it is and not checked",
        Fault.FREE,
        {
            "storage:StorageAccount": (
                "extendedLocation.type",
                "properties.networkAcls.virtualNetworkRules.state",
                "properties.azureFilesIdentityBasedAuthentication.*",
            ),
            "network:*": "extendedLocation.type",
            "monitor:ActionGroup": "properties.incidentReceivers.incidentManagementService",
            "web:WebApp": "properties.siteConfig.*",
        },
    ),
    *because(
        "a list in one text, or a list of permissions: a rule checks it instead of the table",
        Fault.FREE,
        {
            "storage:StorageAccount": "properties.networkAcls.bypass",
            "keyvault:Vault": "properties.accessPolicies.permissions.*",
        },
    ),
    *because(
        "Azure reports whether a receiver has confirmed its address; a request that repeats it is taken",
        Fault.SURPLUS,
        {"monitor:ActionGroup": ("properties.emailReceivers.status", "properties.smsReceivers.status")},
    ),
    *because(
        "cloning is not simulated: what a request says of it is taken as it is",
        Fault.KIND,
        {"web:WebApp": "*.cloningInfo"},
    ),
)
"""What the simulated Azure takes and the SDK could refuse."""

COMPUTED = (
    *because(
        "computed from other resources; what a program says of it is ignored",
        Fault.COMPUTED,
        {
            "servicebus:Namespace": ("properties.zoneRedundant", "properties.privateEndpointConnections"),
            "network:PrivateEndpoint": "properties.customDnsConfigs",
            "network:VirtualNetwork": ("properties.subnets.properties.*",),
            "web:WebApp": ("properties.hostNameSslStates", "properties.customDomainVerificationId"),
        },
    ),
    *because(
        "there is one compatibility level, 20", Fault.COMPUTED, {"servicebus:*Rule": "properties.*.compatibilityLevel"}
    ),
    *because(
        "the state of an operation, which only Azure knows",
        Fault.COMPUTED,
        {"servicebus:PrivateEndpointConnection": "properties.provisioningState"},
    ),
    *because("follows from the id", Fault.COMPUTED, {"authorization:RoleAssignment": "properties.scope"}),
    *because(
        "whatever is written is a custom role", Fault.COMPUTED, {"authorization:RoleDefinition": "properties.type"}
    ),
)
"""What the SDK can send and the simulated Azure computes."""
