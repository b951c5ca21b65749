"""Azure subscriptions other than the stack's own."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

import pulumi

if TYPE_CHECKING:
    from backbone.settings.configuration import Configuration

PACKAGE = "azure-native"
VERSION = version("pulumi-azure-native")
"""Of the provider: what is called without naming it would be served by whichever is installed."""

SUBSCRIPTION = "subscriptionId"
PLAIN = frozenset({"environment", "location"})
"""What is no credential, nor part of one."""


def declare_azure_subscription(id: str, configured: Configuration) -> pulumi.ProviderResource:
    """Declare how a subscription is reached: as the stack's own is, whose configuration it does not inherit.

    Args:
        id: The subscription's id.
        configured: The stack's whole configuration.
    """
    prefix = f"{PACKAGE}:"
    given = {key.removeprefix(prefix): value for key, value in configured.raw.items() if key.startswith(prefix)}
    kept = {key: value if key in PLAIN else pulumi.Output.secret(value) for key, value in given.items()}
    return pulumi.ProviderResource(
        PACKAGE, f"subscription-{id}", {**kept, SUBSCRIPTION: id}, pulumi.ResourceOptions(version=VERSION)
    )
