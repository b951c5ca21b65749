"""Stack files for tests: a smallest one, one that says everything, and how to change them."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from backbone.settings import Settings, SettingsError
from backbone.settings.classes import record
from backbone.settings.finding import Findings
from backbone.settings.reader import Reader
from backbone.settings.resolving import resolved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backbone.settings import Finding

LOCATION = {"azure-native:location": "westeurope"}

SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111"
GROUP = f"{SUBSCRIPTION}/resourceGroups/rg/providers"
ZONES = f"{GROUP}/Microsoft.Network/privateDnsZones/privatelink"
PRINCIPAL = "22222222-2222-2222-2222-222222222222"
PORTAL = "33333333-3333-3333-3333-333333333333"

_ENTITY = {
    "defaultMessageTimeToLive": "P14D",
    "autoDeleteOnIdle": "P7D",
    "maxSizeInMegabytes": 1024,
    "maxMessageSizeInKilobytes": 1024,
    "requiresDuplicateDetection": True,
    "duplicateDetectionHistoryTimeWindow": "PT10M",
    "enableBatchedOperations": True,
    "enableExpress": False,
    "enablePartitioning": False,
    "status": "Active",
    "userMetadata": "a note",
}
_RECEIVED = {
    "lockDuration": "PT1M",
    "maxDeliveryCount": 10,
    "requiresSession": False,
    "deadLetteringOnMessageExpiration": True,
    "forwardTo": "tracking",
    "forwardDeadLetteredMessagesTo": "tracking",
}
_KEPT = {"autoDeleteOnIdle": "P10675199DT2H48M5.4775807S"}
_ONLY_TOPICS = ("maxSizeInMegabytes", "maxMessageSizeInKilobytes", "requiresDuplicateDetection")
_ONLY_ENTITIES = (*_ONLY_TOPICS, "enableExpress", "enablePartitioning")
_EXPRESSION = {"sqlExpression": "entity = 'Shipment'", "requiresPreprocessing": True, "compatibilityLevel": 20}
_CORRELATED = ("contentType", "correlationId", "label", "messageId", "replyTo", "replyToSessionId", "sessionId", "to")
_RULES = {
    "created": {"sqlFilter": _EXPRESSION, "action": {**_EXPRESSION, "sqlExpression": "SET seen = 1"}},
    "closed": {
        "correlationFilter": {
            **dict.fromkeys(_CORRELATED, "Shipment"),
            "properties": {"kind": "order"},
            "requiresPreprocessing": True,
        }
    },
}
_SUBSCRIBED = {
    **{key: value for key, value in _ENTITY.items() if key not in _ONLY_ENTITIES},
    **_RECEIVED,
    **_KEPT,
    "deadLetteringOnFilterEvaluationExceptions": True,
    "isClientAffine": True,
    "clientAffineProperties": {"clientId": "client", "isDurable": True, "isShared": False},
    "rules": _RULES,
}
_PAIRING = {
    "location": "northeurope",
    "sku": "Standard",
    "transferQueues": 10,
    "failoverInterval": "PT10S",
    "syphon": True,
    "preserveSessionOrder": True,
}
_NAMESPACE = {
    "location": "westeurope",
    "sku": "Premium",
    "messagingUnits": 1,
    "partitions": 1,
    "queue": "tracking",
    "queues": {"inbox": {**_ENTITY, **_RECEIVED, **_KEPT}},
    "topics": {"orders": {**_ENTITY, "supportOrdering": True, "subscriptions": {"shipments": _SUBSCRIBED}}},
}
_PRINCIPALS = [{"id": PRINCIPAL, "type": "Group"}]

_EVERYTHING = {
    **LOCATION,
    "backbone:workload": "tracking",
    "backbone:tags": {"owner": "integration"},
    "backbone:protect": True,
    "backbone:namespace": {"alias": "main", **_NAMESPACE},
    "backbone:scaleUnits": {
        "shipments": {**_NAMESPACE, "resourceGroup": "rg-shipments", "pairedNamespace": _PAIRING},
    },
    "backbone:mappings": {"shipment-orders": "tracking@shipments"},
    "backbone:routes": {"ShipmentOrder": "tracking@shipments"},
    "backbone:subscriptions": {
        "billing": {"to": "orders@main", "receiver": {"id": PRINCIPAL, "type": "Group"}, "rules": _RULES},
    },
    "backbone:pairedNamespace": _PAIRING,
    "backbone:access": {
        "portal": PORTAL,
        "portalRoleDefinitionId": f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/{PRINCIPAL}",
        "callers": {"clientId": PRINCIPAL, "principals": [PRINCIPAL]},
        "receivers": {"tracking@main": _PRINCIPALS},
        "senders": {"tracking@main": _PRINCIPALS},
    },
    "backbone:network": {"addressSpace": "10.40.0.0/24", "privateEndpoints": ["vault"]},
    "backbone:existing": {
        "resourceGroup": "rg-platform",
        "suffix": "x7k2",
        "recoverVault": True,
        "integrationSubnetId": f"{GROUP}/Microsoft.Network/virtualNetworks/hub/subnets/functions",
        "privateEndpointSubnetId": f"{GROUP}/Microsoft.Network/virtualNetworks/hub/subnets/endpoints",
        "privateDnsZoneIds": {
            "vault": f"{ZONES}.vaultcore.azure.net",
            "serviceBus": f"{ZONES}.servicebus.windows.net",
            "blob": f"{ZONES}.blob.core.windows.net",
            "queue": f"{ZONES}.queue.core.windows.net",
            "table": f"{ZONES}.table.core.windows.net",
        },
        "logAnalyticsWorkspaceId": f"{GROUP}/Microsoft.OperationalInsights/workspaces/logs",
    },
    "backbone:alerts": {"emails": ["a@example.com"], "deadLetters": True, "throttling": True, "secretReads": True},
    "backbone:load": {
        "orders@main": {"messagesPerSecond": 20, "messageSizeInKilobytes": 4, "connections": 200, "copies": 1},
    },
    "backbone:prices": {
        "currency": "EUR",
        "standardBaseHour": 0.01,
        "standardOperations": 0.8,
        "standardConnections": 0.03,
        "premiumUnitHour": 0.9,
    },
}

EVERYTHING: dict[str, Any] = json.loads(json.dumps(_EVERYTHING))
"""A valid stack file that says every key there is; no two parts of it are the same object."""


def raw(config: Mapping[str, Any]) -> dict[str, str]:
    """A configuration as the engine hands it over."""
    return {key: value if isinstance(value, str) else json.dumps(value) for key, value in config.items()}


def merged(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The base with what the change says, mapping by mapping; what the change calls null is left out."""
    result: dict[str, Any] = copy.deepcopy(dict(base))
    for key, value in change.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merged(result[key], value)
        else:
            result[key] = value
    return result


def parse(config: Mapping[str, Any]) -> Settings:
    """The settings of a configuration with the location that tests use."""
    return Settings.parse(raw({**LOCATION, **config}))


def unchecked(config: Mapping[str, Any]) -> Settings:
    """The settings of parts that `parse` refuses because nothing deploys them yet."""
    noted = Findings()
    reader = Reader(noted)
    values: dict[str, Any] = {}
    config = {**LOCATION, **config}
    for member in record(Settings).members:
        key = member.key if ":" in member.key else f"backbone:{member.key}"
        values[member.name] = reader.member(member, config.get(key), (key,))
        if member.name == "location":
            reader.inherited = {"location": values["location"]}
        if member.name == "namespace":
            space = values["namespace"]
            reader.inherited = {"location": space.location, "sku": space.sku, "queue": space.queue}
    assert not noted
    return resolved(Settings(**values))


def findings(config: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What is wrong with a configuration; nothing, or everything that `parse` reports."""
    try:
        Settings.parse(raw(config))
    except SettingsError as error:
        return error.findings
    return ()


def errors(config: Mapping[str, Any]) -> list[str]:
    """The findings as sentences, without those about what is not supported yet."""
    return [str(finding) for finding in findings(config) if "not supported yet" not in finding.expected]
