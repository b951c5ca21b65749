"""States of stacks, as the engine exports them."""

from __future__ import annotations

from typing import Any

STACK = "urn:pulumi:test::backbone"
SUBSCRIPTION = "00000000-0000-4000-8000-000000000001"
GROUP_ID = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg"
QUEUE = "azure-native:servicebus:Queue"
QUEUE_INPUTS = {"resourceGroupName": "rg", "namespaceName": "bus", "queueName": "orders"}
QUEUE_ID = f"{GROUP_ID}/providers/Microsoft.ServiceBus/namespaces/bus/queues/orders"
PROVIDER = f"{STACK}::pulumi:providers:azure-native::default::p1"

ROOT = {"urn": f"{STACK}::pulumi:pulumi:Stack::backbone-test", "type": "pulumi:pulumi:Stack", "custom": False}
GROUP = {
    "urn": f"{STACK}::azure-native:resources:ResourceGroup::rg",
    "type": "azure-native:resources:ResourceGroup",
    "custom": True,
    "id": GROUP_ID,
    "provider": PROVIDER,
    "inputs": {"resourceGroupName": "rg"},
}


def provider(**inputs: str) -> dict[str, Any]:
    """The provider of all resources here."""
    kind = "pulumi:providers:azure-native"
    return {"urn": f"{STACK}::{kind}::default", "type": kind, "custom": True, "id": "p1", "inputs": inputs}


def resource(type: str = QUEUE, name: str = "orders@main", **more: Any) -> dict[str, Any]:
    """A resource of a type, a queue unless another is named."""
    urn = f"{STACK}::backbone:index:Namespace${type}::{name}"
    return {"urn": urn, "type": type, "custom": True, "provider": PROVIDER, "inputs": QUEUE_INPUTS, **more}


def operation(kind: str, resource: dict[str, Any]) -> dict[str, Any]:
    """An operation that was begun."""
    return {"type": kind, "resource": resource}


def exported(*held: dict[str, Any], pending: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A whole state."""
    deployment: dict[str, Any] = {"manifest": {"version": "v3.259.0"}, "resources": list(held)}
    return {"version": 3, "deployment": deployment | ({"pending_operations": list(pending)} if pending else {})}
