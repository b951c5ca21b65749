"""Which namespaces are paired, and which of them is which.

An alias is kept under both namespaces of its pair, as Azure shows it; what its owner wrote stands under the primary.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sandbox.azure.resource_id import ResourceId
from sandbox.azure.servicebus.tier import NAMESPACES

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View

ALIASES = "Microsoft.ServiceBus/namespaces/disasterRecoveryConfigs"
ROLE = "role"
"""The private value that says which end of a pair an alias is kept at."""
PARTNER = "partnerNamespace"


class Role(StrEnum):
    """What a namespace is to its alias."""

    PRIMARY = "Primary"
    ALONE = "PrimaryNotReplicating"
    """Once paired; the alias still leads to this namespace."""
    SECONDARY = "Secondary"


def role(alias: Resource) -> Role:
    """The role of the namespace that an alias is kept under."""
    return Role(alias.private[ROLE])


def pair_of(namespace: ResourceId, view: View) -> Resource | None:
    """The alias under which a namespace is paired at present."""
    return next((each for each in view.under(namespace, ALIASES) if role(each) is not Role.ALONE), None)


def is_secondary(namespace: ResourceId, view: View) -> bool:
    """Whether a namespace only follows another one."""
    pair = pair_of(namespace, view)
    return pair is not None and role(pair) is Role.SECONDARY


def partner_id(alias: Resource) -> ResourceId | None:
    """The namespace at the other end of a pair, by its id."""
    try:
        return ResourceId.parse(alias.properties.get(PARTNER, ""))
    except ValueError:
        return None


def counterpart(alias: Resource, view: View) -> Resource | None:
    """The same alias at the other end of its pair."""
    other = partner_id(alias)
    return view.find(other.child("disasterRecoveryConfigs", alias.id.name)) if other else None


def follower_of(namespace: ResourceId, view: View) -> ResourceId | None:
    """The secondary of a namespace, if it is the primary of a pair."""
    pair = pair_of(namespace, view)
    return partner_id(pair) if pair and role(pair) is Role.PRIMARY else None


def namespace_in(id: ResourceId, view: View) -> Resource | None:
    """The namespace of that id, if it is one."""
    found = view.find(id)
    return found if found and found.type == NAMESPACES else None


def host(name: str) -> str:
    """The host name of a namespace or alias: nobody else can have it."""
    return f"{name.lower()}.servicebus.windows.net"
