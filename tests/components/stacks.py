"""Configurations that several tests deploy."""

from __future__ import annotations

from typing import Any

from tests.components.platform import EXISTING
from tests.components.theirs import FAR, NEAR

CLIENT = "55555555-5555-5555-5555-555555555555"
CALLER = "66666666-6666-6666-6666-666666666666"
RECEIVER = "77777777-7777-7777-7777-777777777777"
TEAM = "88888888-8888-8888-8888-888888888888"
PORTAL_PRINCIPAL = "99999999-9999-9999-9999-999999999999"
LOCATION = {"azure-native:location": "westeurope"}

DEV: dict[str, Any] = {**LOCATION, "backbone:protect": False}
"""The smallest useful stack, as Pulumi.dev.yaml has it."""

PREMIUM: dict[str, Any] = {
    **LOCATION,
    "backbone:protect": False,
    "backbone:namespace": {"sku": "Premium", "messagingUnits": 4, "partitions": 2},
}

PREPARED = {"compatibilityLevel": 20, "requiresPreprocessing": False}

EVERY_SETTING: dict[str, Any] = {
    **LOCATION,
    "backbone:workload": "orders",
    "backbone:tags": {"owner": "integration", "cost-centre": "4711"},
    "backbone:protect": True,
    "backbone:existing": {"suffix": "a1b2c3d4"},
    "backbone:access": {"callers": {"clientId": CLIENT, "principals": [CALLER]}},
    "backbone:network": {"addressSpace": "10.41.0.0/25", "privateEndpoints": ["vault", "storage"]},
    "backbone:alerts": {"emails": ["operations@example.com"], "deadLetters": False, "throttling": False},
    "backbone:namespace": {
        "alias": "core",
        "location": "northeurope",
        "sku": "Standard",
        "queue": "orders/incoming",
        "queues": {
            "orders/incoming": {"maxDeliveryCount": 20, "lockDuration": "PT2M"},
            "Inbox": {
                "autoDeleteOnIdle": "P30D",
                "deadLetteringOnMessageExpiration": True,
                "defaultMessageTimeToLive": "P14D",
                "duplicateDetectionHistoryTimeWindow": "PT20M",
                "enableBatchedOperations": False,
                "enablePartitioning": False,
                "lockDuration": "PT90S",
                "maxDeliveryCount": 5,
                "maxSizeInMegabytes": 2048,
                "requiresDuplicateDetection": True,
                "requiresSession": True,
                "status": "SendDisabled",
                "userMetadata": "from the web shop",
            },
            "audit": {"enableExpress": True, "enablePartitioning": True, "maxSizeInMegabytes": 3072},
            "triage/first": {"forwardTo": "inbox", "forwardDeadLetteredMessagesTo": "AUDIT"},
        },
        "topics": {
            "orders/created": {
                "autoDeleteOnIdle": "P30D",
                "defaultMessageTimeToLive": "P10D",
                "duplicateDetectionHistoryTimeWindow": "PT20M",
                "enableBatchedOperations": False,
                "enableExpress": False,
                "enablePartitioning": False,
                "maxSizeInMegabytes": 2048,
                "requiresDuplicateDetection": True,
                "status": "SendDisabled",
                "supportOrdering": False,
                "userMetadata": "from the web shop",
                "subscriptions": {
                    "shipments": {
                        "forwardTo": "triage/first",
                        "forwardDeadLetteredMessagesTo": "audit",
                        "rules": {
                            "created": {
                                "sqlFilter": {"sqlExpression": "entity = 'Shipment'", **PREPARED},
                                "action": {"sqlExpression": "SET seen = 1", **PREPARED},
                            },
                            "closed": {
                                "correlationFilter": {
                                    "label": "Shipment",
                                    "properties": {"kind": "closed"},
                                    "requiresPreprocessing": False,
                                }
                            },
                        },
                    },
                    "billing": {
                        "autoDeleteOnIdle": "P20D",
                        "deadLetteringOnFilterEvaluationExceptions": False,
                        "deadLetteringOnMessageExpiration": True,
                        "defaultMessageTimeToLive": "P5D",
                        "duplicateDetectionHistoryTimeWindow": "PT30M",
                        "enableBatchedOperations": False,
                        "lockDuration": "PT30S",
                        "maxDeliveryCount": 7,
                        "requiresSession": True,
                        "status": "ReceiveDisabled",
                        "userMetadata": "for billing",
                        "rules": {
                            "all": {
                                "correlationFilter": {
                                    "contentType": "application/json",
                                    "correlationId": "c",
                                    "label": "l",
                                    "messageId": "m",
                                    "replyTo": "r",
                                    "replyToSessionId": "rs",
                                    "sessionId": "s",
                                    "to": "t",
                                },
                            },
                        },
                    },
                    "archive": {},
                },
            },
            "sums": {"enablePartitioning": True, "maxSizeInMegabytes": 2048, "enableExpress": True},
        },
    },
}
"""Every setting that is deployed today, none at its default."""

PREMIUM_ENTITIES: dict[str, Any] = {
    **LOCATION,
    "backbone:namespace": {
        "sku": "Premium",
        "messagingUnits": 1,
        "queues": {
            "large": {"maxMessageSizeInKilobytes": 102400, "maxSizeInMegabytes": 81920},
            "inbox": {"forwardTo": "orders"},
        },
        "topics": {
            "orders": {
                "maxMessageSizeInKilobytes": 2048,
                "maxSizeInMegabytes": 40960,
                "supportOrdering": True,
                "subscriptions": {
                    "sessions": {"requiresSession": True},
                    "jms": {
                        "isClientAffine": True,
                        "clientAffineProperties": {"clientId": "web-shop", "isDurable": True, "isShared": True},
                    },
                    "large": {
                        "forwardTo": "large",
                        "rules": {"large": {"sqlFilter": "size > 1", "action": "SET seen = 1"}},
                    },
                },
            },
        },
    },
}
"""What only a Premium namespace has."""

ALL_PRIVATE: dict[str, Any] = {
    **LOCATION,
    "backbone:protect": False,
    "backbone:namespace": {"sku": "Premium"},
    "backbone:network": {"addressSpace": "10.41.0.0/26", "privateEndpoints": ["vault", "storage", "serviceBus"]},
}
"""Everything that can be reached through private endpoints is reached in no other way."""

UNITS: dict[str, Any] = {
    **LOCATION,
    "backbone:protect": False,
    "backbone:namespace": {"queues": {"returns": {"requiresSession": True}, "audit": {}}},
    "backbone:scaleUnits": {
        "shipments": {"location": "northeurope"},
        "billing": {"queue": "invoices", "queues": {"a/rchive": {}, "credits": {"requiresSession": True}}},
        "press": None,
    },
    "backbone:mappings": {"Returned": "Returns@MAIN", "credit": "credits@billing", "old": "disabled"},
    "backbone:routes": {
        "Archived": "a/rchive@billing",
        "Credit": "credits@billing",
        "Invoice": "Invoices@Billing",
        "Audit": "audit@main",
    },
    "backbone:access": {
        "receivers": {"tracking@Shipments": [RECEIVER], "invoices@billing": [{"id": TEAM, "type": "Group"}, RECEIVER]},
        "senders": {"audit@main": [RECEIVER]},
    },
}
"""Three scale units with mappings, routes, receivers and a sender."""

UNITS_APART: dict[str, Any] = {
    **LOCATION,
    "backbone:namespace": {"sku": "Premium", "messagingUnits": 4, "partitions": 2},
    "backbone:scaleUnits": {
        "shipments": {"location": "northeurope", "resourceGroup": "rg-shipments"},
        "billing": {"sku": "Standard", "resourceGroup": "rg-billing"},
        "orders": {"partitions": 1},
    },
    "backbone:routes": {"ShipmentOrder": "tracking@shipments"},
    "backbone:network": {"privateEndpoints": ["vault", "serviceBus"]},
}
"""Scale units in resource groups of their own, Premium ones behind private endpoints."""

PORTAL: dict[str, Any] = {
    **DEV,
    "backbone:scaleUnits": {"shipments": {"resourceGroup": "rg-shipments"}},
    "backbone:access": {"portal": PORTAL_PRINCIPAL},
}
"""A portal that adds queues, also in a scale unit with a resource group of its own."""

EXISTING_QUEUES: dict[str, Any] = {**DEV, "backbone:mappings": {"near": NEAR, "far": FAR, "Again": FAR}}
"""Mappings to queues of others, in this subscription and in another one."""

STACKS = {
    "dev": DEV,
    "premium": PREMIUM,
    "premium-entities": PREMIUM_ENTITIES,
    "every-setting": EVERY_SETTING,
    "all-private": ALL_PRIVATE,
    "existing": EXISTING,
    "existing-queues": EXISTING_QUEUES,
    "portal": PORTAL,
    "units": UNITS,
    "units-apart": UNITS_APART,
}
"""The stacks with a golden graph, by its name."""
