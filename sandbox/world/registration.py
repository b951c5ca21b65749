"""Which resource providers a subscription is registered for.

Source: learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types. The simulated
subscription starts with every provider that is simulated; Resource Manager's own cannot be unregistered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import catalogue, manager
from sandbox.world.transaction import registration_of

if TYPE_CHECKING:
    from sandbox.world.transaction import Transaction

ALWAYS_REGISTERED = frozenset({"microsoft.authorization", "microsoft.resources"})


class UnknownProviderError(LookupError):
    """A provider that is not simulated, or one that is always registered."""


def require(provider: str, subscription: str, view: Transaction) -> None:
    """Raise Azure's 409 unless the subscription is registered for the provider."""
    if provider.lower() in view.unregistered(subscription):
        raise manager.NOT_REGISTERED.refusal(provider=provider)


def register(provider: str, subscription: str, view: Transaction) -> None:
    """Register a provider; one that is registered stays so."""
    _keep(subscription, view.unregistered(subscription) - {_known(provider)}, view)


def unregister(provider: str, subscription: str, view: Transaction) -> None:
    """Take a registration away."""
    known = _known(provider)
    if known in ALWAYS_REGISTERED:
        raise UnknownProviderError(f"{provider} is Resource Manager's own: it is always registered.")
    _keep(subscription, view.unregistered(subscription) | {known}, view)


def _known(provider: str) -> str:
    if provider.lower() not in catalogue.PROVIDERS:
        raise UnknownProviderError(
            f"{provider} is not simulated; the providers are {', '.join(sorted(catalogue.NAMESPACES))}."
        )
    return provider.lower()


def _keep(subscription: str, unregistered: set[str], view: Transaction) -> None:
    view.set(registration_of(subscription), sorted(unregistered))
