"""Built-in roles for Service Bus.

Source: learn.microsoft.com/azure/role-based-access-control/built-in-roles/integration.
"""

from __future__ import annotations

from sandbox.azure.authorization.roles.role import role

_MESSAGING_VISITOR = (
    "Microsoft.ServiceBus/*/queues/read",
    "Microsoft.ServiceBus/*/topics/read",
    "Microsoft.ServiceBus/*/topics/subscriptions/read",
)
ROLES = (
    role(
        "090c5cfd-751d-490a-894a-3ce6f1109419",
        "Azure Service Bus Data Owner",
        "Everything with Service Bus, messages included.",
        actions=("Microsoft.ServiceBus/*",),
        data_actions=("Microsoft.ServiceBus/*",),
    ),
    role(
        "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0",
        "Azure Service Bus Data Receiver",
        "Receives messages.",
        actions=_MESSAGING_VISITOR,
        data_actions=("Microsoft.ServiceBus/*/receive/action",),
    ),
    role(
        "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
        "Azure Service Bus Data Sender",
        "Sends messages.",
        actions=_MESSAGING_VISITOR,
        data_actions=("Microsoft.ServiceBus/*/send/action",),
    ),
)
"""The roles of this subject."""
