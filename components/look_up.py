"""Asks Azure about what may exist already, with the provider's own look-up functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.runtime import invoke_async

from backbone.looked import Looked
from components.azure_subscription import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping


async def look_up(
    function: str, arguments: Mapping[str, str | None], provider: pulumi.ProviderResource | None = None
) -> Looked:
    """What a function of azure-native brings; several can go on at once, unlike those of the SDK, which wait.

    Args:
        function: Its token, such as azure-native:keyvault:getVault.
        arguments: What it is asked with.
        provider: How the resource's subscription is reached; None for the stack's own.
    """
    options = pulumi.InvokeOptions(version=VERSION, provider=provider)
    try:
        resource: Mapping[str, Any] = await invoke_async(function, dict(arguments), options)
    except Exception as error:  # noqa: BLE001 - the SDK raises no narrower one
        return Looked(resource={}, error=str(error))
    return Looked(resource=resource)
