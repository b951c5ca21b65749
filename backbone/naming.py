"""Physical names: what Azure calls the things that the settings describe."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from backbone import limits

RESOURCE_GROUP = "backbone"
"""Logical name of the resource group that a stack makes, and how its physical name begins.

Changing it would replace the group and everything in it."""

RANDOM_DIGITS = 8
"""Hexadecimal digits that the engine's auto-naming appends."""

HASH_DIGITS = 4
"""Hexadecimal digits that stand for what a cut took away."""


def namespace_name(workload: str, alias: str, suffix: str) -> str:
    """The globally unique name of the namespace behind an alias: `<workload>-<alias>-<suffix>`."""
    return _joined(f"{workload}-{alias}", suffix, most=limits.NAMESPACE_NAME[-1])


def secondary_namespace_name(workload: str, alias: str, suffix: str) -> str:
    """The globally unique name of the namespace that is paired with the one behind an alias."""
    return _joined(f"{workload}-{alias}", f"pair-{suffix}", most=limits.NAMESPACE_NAME[-1])


def vault_name(workload: str, suffix: str) -> str:
    """The globally unique name of the vault: `<workload>-<suffix>`."""
    return _joined(workload, suffix, most=limits.VAULT_NAME[-1])


def storage_account_name(workload: str, suffix: str) -> str:
    """The globally unique name of the function host's storage account: workload and suffix, without hyphens."""
    return _joined(workload.replace("-", ""), suffix, most=limits.STORAGE_ACCOUNT_NAME[-1], hyphen="")


def function_app_name(workload: str, suffix: str) -> str:
    """The globally unique name of the function app: `<workload>-<suffix>`."""
    return _joined(workload, suffix, most=limits.FUNCTION_APP_NAME[-1])


def identity_name(workload: str, suffix: str) -> str:
    """The name of the function's identity, which stands for it wherever Azure lists principals."""
    return _joined(f"{workload}-function", suffix, most=limits.IDENTITY_NAME[-1])


def alert_name(name: str, suffix: str) -> str:
    """The name of an alert rule: `<name>-<suffix>`, because another installation may share the resource group."""
    return f"{name}-{suffix}"


def suffix_of(resource_group_name: str) -> str:
    """The random end of an auto-named resource group's name, which ends every globally unique name.

    Raises:
        ValueError: The name does not end in the eight hexadecimal digits that auto-naming appends.
    """
    found = re.search(rf"[0-9a-f]{{{RANDOM_DIGITS}}}\Z", resource_group_name)
    if found is None:
        raise ValueError(
            f"The resource group's name {resource_group_name!r} does not end in the eight hexadecimal digits of "
            "Pulumi's auto-naming; set `backbone:existing.suffix` to say how globally unique names are to end."
        )
    return found[0]


def host_of(endpoint: str) -> str:
    """The host name in an endpoint that Azure returns, such as https://name.servicebus.windows.net:443/.

    Raises:
        ValueError: The endpoint names no host.
    """
    host = urlsplit(endpoint).hostname
    if not host:
        raise ValueError(f"Azure returned {endpoint!r} as the namespace's endpoint, which names no host.")
    return host


def _joined(stem: str, ending: str, *, most: int, hyphen: str = "-") -> str:
    """Join stem and ending in at most `most` characters; where the stem must change, a hash keeps names apart.

    Two hyphens in a row are avoided as well: not every resource type admits them.
    """
    room = most - len(ending) - len(hyphen)
    plain = re.sub(r"-{2,}", "-", stem).strip("-")
    if plain != stem or len(plain) > room:
        digest = hashlib.sha256(f"{stem}-{ending}".encode()).hexdigest()[:HASH_DIGITS]
        plain = f"{plain[: room - HASH_DIGITS - len(hyphen)].rstrip('-')}{hyphen}{digest}"
    return f"{plain}{hyphen}{ending}"
