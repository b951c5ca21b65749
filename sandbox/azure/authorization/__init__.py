"""Microsoft.Authorization: role definitions, role assignments, who may do what by them, and locks."""

from __future__ import annotations

from sandbox.azure.authorization.lock import LOCK
from sandbox.azure.authorization.role_assignment import ROLE_ASSIGNMENT
from sandbox.azure.authorization.role_definition import ROLE_DEFINITION

TYPES = (ROLE_DEFINITION, ROLE_ASSIGNMENT, LOCK)
"""The resource types of this provider that are simulated."""

__all__ = ["TYPES"]
