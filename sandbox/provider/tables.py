"""The tables of all resource types, put together."""

from collections.abc import Mapping

from sandbox.provider import arm, arm_locks, arm_monitor, arm_network, arm_storage, arm_web
from sandbox.provider.arm import ArmType, Limits, Place

TYPES: Mapping[str, ArmType] = {
    **arm.TYPES,
    **arm_locks.TYPES,
    **arm_storage.TYPES,
    **arm_network.TYPES,
    **arm_web.TYPES,
    **arm_monitor.TYPES,
}
"""The rows by token."""
ACTIONS: Mapping[str, tuple[str, str]] = {
    **arm.ACTIONS,
    **arm_storage.ACTIONS,
    **arm_web.ACTIONS,
    **arm_monitor.ACTIONS,
}
"""Functions that are POST requests: the resource type that they are sent to, and the rest of the request's path."""
NESTED_RENAMES: Mapping[str, Mapping[str, Place]] = {
    **arm.NESTED_RENAMES,
    **arm_storage.NESTED_RENAMES,
    **arm_network.NESTED_RENAMES,
    **arm_monitor.NESTED_RENAMES,
}
"""Properties of nested SDK classes that stand elsewhere in Resource Manager's body."""
FLATTENED = arm_storage.FLATTENED | arm_network.FLATTENED | arm_web.FLATTENED
"""Nested SDK classes that are resources: what is not part of the envelope stands under `properties`."""
PARAMETER_LIMITS: Mapping[str, Limits] = {
    **arm.PARAMETER_LIMITS,
    **arm_locks.PARAMETER_LIMITS,
    **arm_storage.PARAMETER_LIMITS,
    **arm_network.PARAMETER_LIMITS,
    **arm_web.PARAMETER_LIMITS,
    **arm_monitor.PARAMETER_LIMITS,
}
"""The bounds of path parameters by name, or by type and name where types differ."""
