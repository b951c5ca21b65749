"""Cases of linked actions: who writes a resource needs rights on what the resource refers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.sandbox.world.case import Case, put
from tests.sandbox.world.role_cases import IDENTITIES, SOMEBODY, custom, definition
from tests.sandbox.world.scenery import GROUP, PREMIUM, STANDARD, SUBSCRIPTION, properties, queue
from tests.sandbox.world.vault_cases import VAULT, vault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sandbox.world.scenery import Scenery

MINE = f"{SUBSCRIPTION}/resourceGroups/mine"
"""The group where somebody is Contributor; all else belongs to the deployer."""
ELSEWHERE = "/subscriptions/99999999-9999-9999-9999-999999999999/resourceGroups/platform"
NETWORK = f"{GROUP}/providers/Microsoft.Network/virtualNetworks/hub"
SUBNET = f"{NETWORK}/subnets/endpoints"
LENT = f"{NETWORK}/subnets/functions"
APP_SUBNET = f"{NETWORK}/subnets/apps"
ZONE = f"{GROUP}/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net"
ACCOUNT = f"{GROUP}/providers/Microsoft.Storage/storageAccounts/theiraccount"
PLAN = f"{GROUP}/providers/Microsoft.Web/serverfarms/plan"
WORKSPACE = f"{GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs"
FAR_WORKSPACE = f"{ELSEWHERE}/providers/Microsoft.OperationalInsights/workspaces/logs"
TELLERS = f"{GROUP}/providers/Microsoft.Insights/actionGroups/tellers"
IDENTITY = f"{IDENTITIES}/function"
MY_BUS = f"{MINE}/providers/Microsoft.ServiceBus/namespaces/mine-premium"
MY_ENDPOINT = f"{MINE}/providers/Microsoft.Network/privateEndpoints/mine"
MY_NETWORK = f"{MINE}/providers/Microsoft.Network/virtualNetworks/mine"
MY_SUBNET = f"{MY_NETWORK}/subnets/endpoints"
MY_ZONE = f"{MINE}/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net"
MY_VAULT = f"{MINE}/providers/Microsoft.KeyVault/vaults/mine-vault"
_HERE = {"location": "westeurope"}
_PREMIUM = {**_HERE, "sku": {"name": "Premium", "capacity": 1}}


def endpoint(target: str, subnet: str, group: str, kind: str = "privateLinkServiceConnections") -> dict[str, Any]:
    """The body of a private endpoint."""
    link = {"name": "link", "properties": {"privateLinkServiceId": target, "groupIds": [group]}}
    return {**_HERE, **properties(subnet={"id": subnet}, **{kind: [link]})}


def firewall(**rules: object) -> dict[str, Any]:
    """The rules of a firewall that lets one subnet in."""
    return {"defaultAction": "Deny", "virtualNetworkRules": [rules]}


def _metric_alert(**more: object) -> dict[str, Any]:
    criterion = {
        "criterionType": "StaticThresholdCriterion",
        "name": "any",
        "metricName": "DeadletteredMessages",
        "operator": "GreaterThan",
        "threshold": 0,
        "timeAggregation": "Average",
    }
    criteria = {
        "odata.type": "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria",
        "allOf": [criterion],
    }
    base = {"severity": 2, "enabled": True, "evaluationFrequency": "PT5M", "windowSize": "PT5M", "criteria": criteria}
    return {"location": "global", **properties(**base, **more)}


def platform(scenery: Scenery) -> None:
    """Make what somebody may refer to, and the group that is somebody's own."""
    space = {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}
    lent, apps = (
        [{"name": "lent", "properties": {"serviceName": service}}]
        for service in ("Microsoft.App/environments", "Microsoft.Web/serverFarms")
    )
    for place, body in (
        (MINE, _HERE),
        (NETWORK, {**_HERE, **properties(**space)}),
        (SUBNET, properties(addressPrefix="10.0.1.0/26", serviceEndpoints=_SERVICES)),
        (LENT, properties(addressPrefix="10.0.2.0/26", delegations=lent)),
        (APP_SUBNET, properties(addressPrefix="10.0.3.0/26", delegations=apps)),
        (MY_NETWORK, {**_HERE, **properties(**space)}),
        (MY_SUBNET, properties(addressPrefix="10.0.1.0/26")),
        (ZONE, {"location": "global"}),
        (MY_ZONE, {"location": "global"}),
        (VAULT, vault()),
        (MY_VAULT, vault()),
        (ACCOUNT, {**_HERE, "sku": {"name": "Standard_LRS"}, "kind": "StorageV2"}),
        (PLAN, {**_HERE, "sku": {"name": "B1"}, "kind": "linux", **properties(reserved=True)}),
        (WORKSPACE, _HERE),
        (ELSEWHERE, _HERE),
        (FAR_WORKSPACE, _HERE),
        (TELLERS, {"location": "global", **properties(groupShortName="tellers", enabled=True)}),
        (IDENTITY, _HERE),
        (MY_BUS, _PREMIUM),
    ):
        scenery.put(place, body)
    scenery.put(MY_ENDPOINT, endpoint(MY_VAULT, MY_SUBNET, "vault"))
    scenery.world.grant(SOMEBODY, "Contributor", MINE)


_SERVICES = [{"service": each} for each in ("Microsoft.KeyVault", "Microsoft.Storage", "Microsoft.ServiceBus")]


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A write in somebody's own group that refers to what is another's, and what is missing there."""

    id: str
    body: Mapping[str, Any]
    action: str
    missing: tuple[tuple[str, str], ...]
    """Each linked action as Azure's message has it, and the resource on which it is needed."""


_PROVIDERS = f"{MINE}/providers"
_JOIN = "Microsoft.Network/virtualNetworks/subnets/join/action"
_JOIN_BY_SERVICE = "Microsoft.Network/virtualNetworks/subnets/joinViaServiceEndpoint/action"
_APPROVE = "PrivateEndpointConnectionsApproval/action"
REFERENCES = (
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Network/privateEndpoints/new",
        body=endpoint(MY_VAULT, SUBNET, "vault"),
        action="Microsoft.Network/privateEndpoints/write",
        missing=((_JOIN, SUBNET),),
    ),
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Network/privateEndpoints/new",
        body=endpoint(VAULT, MY_SUBNET, "vault"),
        action="Microsoft.Network/privateEndpoints/write",
        missing=((_APPROVE, VAULT),),
    ),
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Network/privateEndpoints/new",
        body=endpoint(PREMIUM, SUBNET, "namespace"),
        action="Microsoft.Network/privateEndpoints/write",
        missing=((_APPROVE, PREMIUM), (_JOIN, SUBNET)),
    ),
    Reference(
        id=f"{MY_ENDPOINT}/privateDnsZoneGroups/default",
        body=properties(privateDnsZoneConfigs=[{"name": "vault", "properties": {"privateDnsZoneId": ZONE}}]),
        action="Microsoft.Network/privateEndpoints/privateDnsZoneGroups/write",
        missing=(("Microsoft.Network/privateDnsZones/join/action", ZONE),),
    ),
    Reference(
        id=f"{MY_ZONE}/virtualNetworkLinks/hub",
        body={"location": "global", **properties(virtualNetwork={"id": NETWORK}, registrationEnabled=False)},
        action="Microsoft.Network/privateDnsZones/virtualNetworkLinks/write",
        missing=(("Microsoft.Network/virtualNetworks/join/action", NETWORK),),
    ),
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Web/sites/my-own-app",
        body={**_HERE, "kind": "app,linux", **properties(serverFarmId=PLAN, virtualNetworkSubnetId=APP_SUBNET)},
        action="Microsoft.Web/sites/write",
        missing=(("Microsoft.Web/serverfarms/join/action", PLAN), (_JOIN, APP_SUBNET)),
    ),
    Reference(
        id=f"{MY_BUS}/networkRuleSets/default",
        body=properties(defaultAction="Deny", virtualNetworkRules=[{"subnet": {"id": SUBNET}}]),
        action="Microsoft.ServiceBus/namespaces/networkRuleSets/write",
        missing=((_JOIN_BY_SERVICE, SUBNET),),
    ),
    Reference(
        id=MY_VAULT,
        body=vault(networkAcls=firewall(id=SUBNET)),
        action="Microsoft.KeyVault/vaults/write",
        missing=((_JOIN_BY_SERVICE, SUBNET),),
    ),
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Storage/storageAccounts/myaccount",
        body={
            **_HERE,
            "sku": {"name": "Standard_LRS"},
            "kind": "StorageV2",
            **properties(networkAcls=firewall(id=SUBNET)),
        },
        action="Microsoft.Storage/storageAccounts/write",
        missing=((_JOIN_BY_SERVICE, SUBNET),),
    ),
    Reference(
        id=MY_BUS,
        body={**_PREMIUM, "identity": {"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}}},
        action="Microsoft.ServiceBus/namespaces/write",
        missing=(("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", IDENTITY),),
    ),
    Reference(
        id=f"{MY_VAULT}/providers/Microsoft.Insights/diagnosticSettings/logs",
        body=properties(workspaceId=WORKSPACE, logs=[{"categoryGroup": "audit", "enabled": True}]),
        action="Microsoft.Insights/diagnosticSettings/write",
        missing=(("Microsoft.OperationalInsights/workspaces/sharedKeys/action", WORKSPACE),),
    ),
    Reference(
        id=f"{MY_VAULT}/providers/Microsoft.Insights/diagnosticSettings/logs",
        body=properties(storageAccountId=ACCOUNT, logs=[{"categoryGroup": "audit", "enabled": True}]),
        action="Microsoft.Insights/diagnosticSettings/write",
        missing=(("Microsoft.Storage/storageAccounts/listKeys/action", ACCOUNT),),
    ),
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Insights/components/app",
        body={
            **_HERE,
            "kind": "web",
            **properties(Application_Type="web", IngestionMode="LogAnalytics", WorkspaceResourceId=FAR_WORKSPACE),
        },
        action="Microsoft.Insights/components/write",
        missing=(("Microsoft.OperationalInsights/workspaces/sharedkeys/action", FAR_WORKSPACE),),
    ),
    Reference(
        id=f"{_PROVIDERS}/Microsoft.Insights/metricAlerts/dead-letters",
        body=_metric_alert(scopes=[STANDARD], actions=[{"actionGroupId": TELLERS}]),
        action="Microsoft.Insights/metricAlerts/write",
        missing=(("read", STANDARD), ("Microsoft.Insights/actionGroups/read", TELLERS)),
    ),
)


def message(reference: Reference) -> str:
    """Azure's words for what is missing."""
    actions = ",".join(action for action, _ in reference.missing)
    scopes = ",".join(scope for _, scope in reference.missing)
    return (
        f"The client '{SOMEBODY}' with object id '{SOMEBODY}' has permission to perform action '{reference.action}' on "
        f"scope '{reference.id}'; however, it does not have permission to perform action(s) '{actions}' on the linked "
        f"scope(s) '{scopes}' (respectively) or the linked scope(s) are invalid."
    )


def _role_writer(scenery: Scenery) -> None:
    scenery.world.grant(SOMEBODY, "User Access Administrator", GROUP)


_ELSEWHERE_TOO = custom(assignableScopes=[GROUP, SUBSCRIPTION])
CASES = (
    Case(
        rule="arm/linked-authorization",
        accepted=(put(queue("q")),),
        prepare=_role_writer,
        refused=put(definition(scope=GROUP), _ELSEWHERE_TOO).by(SOMEBODY),
        message=message(
            Reference(
                id=definition(scope=GROUP),
                body=_ELSEWHERE_TOO,
                action="Microsoft.Authorization/roleDefinitions/write",
                missing=(("Microsoft.Authorization/roleDefinitions/write", SUBSCRIPTION),),
            )
        ),
    ),
    *(
        Case(
            rule="arm/linked-authorization",
            accepted=(),
            prepare=platform,
            refused=put(each.id, each.body).by(SOMEBODY),
            message=message(each),
        )
        for each in REFERENCES
    ),
)
