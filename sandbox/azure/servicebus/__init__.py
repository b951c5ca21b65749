"""Microsoft.ServiceBus: namespaces and everything in them."""

from __future__ import annotations

from sandbox.azure.servicebus.authorization_rule import AUTHORIZATION_RULES
from sandbox.azure.servicebus.filter_rule import RULE
from sandbox.azure.servicebus.namespace import NAMESPACE
from sandbox.azure.servicebus.network_rule_set import NETWORK_RULE_SET
from sandbox.azure.servicebus.private_endpoint_connection import PRIVATE_ENDPOINT_CONNECTION
from sandbox.azure.servicebus.queue import QUEUE
from sandbox.azure.servicebus.recovery.alias import ALIAS
from sandbox.azure.servicebus.recovery.alias_rule import ALIAS_RULE
from sandbox.azure.servicebus.recovery.secondary import in_pair
from sandbox.azure.servicebus.subscription import SUBSCRIPTION
from sandbox.azure.servicebus.topic import TOPIC
from sandbox.azure.servicebus.traffic import GATE

_INSIDE = (NETWORK_RULE_SET, QUEUE, TOPIC, SUBSCRIPTION, RULE, *AUTHORIZATION_RULES)
TYPES = (NAMESPACE, *map(in_pair, _INSIDE), PRIVATE_ENDPOINT_CONNECTION, ALIAS, ALIAS_RULE)
"""The resource types of this provider that are simulated."""

__all__ = ["GATE", "TYPES"]
