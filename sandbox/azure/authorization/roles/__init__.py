"""Azure's built-in roles, a module for each subject."""

from __future__ import annotations

from sandbox.azure.authorization.roles import general, messaging, network, storage, vault

ROLES = (*general.ROLES, *vault.ROLES, *messaging.ROLES, *storage.ROLES, *network.ROLES)
"""The built-in roles that are simulated."""

__all__ = ["ROLES"]
