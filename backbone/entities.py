"""Names of queues and topics on the wire and in Resource Manager."""

from __future__ import annotations


def arm_name(wire_name: str) -> str:
    """The name in Resource Manager, whose ids have no room for a `/`: Service Bus shows it as `~` there."""
    return wire_name.replace("/", "~")


def wire_name(arm_name: str) -> str:
    """The name that clients use, with the `/` that Resource Manager shows as `~`."""
    return arm_name.replace("~", "/")
