"""Who calls the simulated Azure."""

from __future__ import annotations

from dataclasses import dataclass

DEPLOYER = "deployer"
"""The name of the principal on whose behalf the engine deploys."""
OWNER = "owner"
"""The name of the principal to whom the subscriptions belong, and who can give and take roles."""
DEFAULT_SUBSCRIPTION = "00000000-0000-4000-8000-000000000001"
DEFAULT_TENANT = "00000000-0000-4000-8000-000000000002"
OWNER_OBJECT = "00000000-0000-4000-8000-000000000005"
"""Ids of the simulated subscription, tenant and owner: well-formed GUIDs that no real one has."""


@dataclass(frozen=True, kw_only=True)
class Principal:
    """A security principal, and where it works: what `getClientConfig` tells."""

    name: str
    object_id: str
    client_id: str
    tenant_id: str
    subscription_id: str


def deployer(subscription: str, tenant: str) -> Principal:
    """The service principal that deploys."""
    return Principal(
        name=DEPLOYER,
        object_id="00000000-0000-4000-8000-000000000003",
        client_id="00000000-0000-4000-8000-000000000004",
        tenant_id=tenant,
        subscription_id=subscription,
    )
