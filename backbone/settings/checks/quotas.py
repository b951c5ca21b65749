"""Rules about what a subscription and the stack's own network have room for."""

from __future__ import annotations

import dataclasses
from collections import Counter
from ipaddress import IPv4Network
from typing import TYPE_CHECKING

from backbone import grants, limits
from backbone.private_link import groups_of
from backbone.settings.checks.references import astray
from backbone.settings.checks.rule import NAMESPACE, UNITS, Check, Conflict, namespaces
from backbone.settings.domain import EndpointTarget
from backbone.settings.keys import LOCATION_KEY, PREFIX
from backbone.settings.sku import Sku
from backbone.subnets import Subnets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.tree import Settings


def a_region_holds_the_namespaces(settings: Settings) -> Iterator[Conflict]:
    """A subscription holds 1,000 namespaces in a region, secondaries included."""
    regions = Counter(placed.settings.location for placed in namespaces(settings))
    pairings = (settings.pairing_of(placed.settings.alias) for placed in namespaces(settings))
    regions.update(pairing.location for pairing in pairings if pairing is not None)
    for region, count in regions.items():
        if count > limits.NAMESPACES_PER_REGION:
            yield Conflict(
                path=UNITS,
                expected=f"at most {limits.NAMESPACES_PER_REGION} namespaces in {region}, which is all that a "
                "subscription holds in a region",
                found=str(count),
                given=((LOCATION_KEY,), (*NAMESPACE, "location")) if region == settings.namespace.location else (),
                message="Give some scale units another location, or put them into a stack of another subscription.",
            )


def a_subscription_holds_the_role_assignments(settings: Settings) -> Iterator[Conflict]:
    """A subscription holds 4,000 role assignments; one for each queue and principal, and more for a portal."""
    count = grants.count(_leading_somewhere(settings))
    if count > limits.ROLE_ASSIGNMENTS_PER_SUBSCRIPTION:
        yield Conflict(
            path=(PREFIX + "access",),
            expected=f"at most {limits.ROLE_ASSIGNMENTS_PER_SUBSCRIPTION} role assignments, which is all that an Azure "
            "subscription holds",
            found=str(count),
            message="Name groups of principals, or put some scale units into a stack of another subscription.",
        )


def the_subnet_holds_the_private_endpoints(settings: Settings) -> Iterator[Conflict]:
    """Each private endpoint takes an address of the subnet that the stack makes for them."""
    if settings.existing.private_endpoint_subnet_id is not None:
        return
    count = private_endpoints(settings)
    subnet = IPv4Network(Subnets.of(settings.network.address_space).endpoints)
    room = subnet.num_addresses - limits.RESERVED_SUBNET_ADDRESSES
    if count > room:
        yield Conflict(
            path=(PREFIX + "network", "privateEndpoints"),
            expected=f"at most {room} private endpoints in {subnet}, the subnet that the stack makes for them",
            found=str(count),
            message="Name larger subnets in backbone:existing, or leave serviceBus out.",
            given=((PREFIX + "network", "addressSpace"), (PREFIX + "existing", "privateEndpointSubnetId")),
        )


def private_endpoints(settings: Settings) -> int:
    """The private endpoints of a stack: one for each part of a service, and one for each Premium namespace."""
    targets = settings.network.private_endpoints
    premium = sum(placed.settings.sku is Sku.PREMIUM for placed in namespaces(settings))
    return sum(len(groups_of(target)) * (premium if target is EndpointTarget.SERVICE_BUS else 1) for target in targets)


def _leading_somewhere(settings: Settings) -> Settings:
    """The settings without what an address that leads nowhere would ask for: that is another rule's."""
    if not any(astray(settings)):
        return settings
    leads = settings.directory.find
    access = settings.access
    return dataclasses.replace(
        settings,
        mappings={
            name: each for name, each in settings.mappings.items() if each.address is None or leads(each.address)
        },
        routes={name: address for name, address in settings.routes.items() if leads(address)},
        subscriptions={
            name: each for name, each in settings.subscriptions.items() if leads(each.to.of_subscription(name))
        },
        access=dataclasses.replace(
            access,
            receivers={address: each for address, each in access.receivers.items() if leads(address)},
            senders={address: each for address, each in access.senders.items() if leads(address)},
        ),
    )


CHECKS: tuple[Check, ...] = (
    a_region_holds_the_namespaces,
    a_subscription_holds_the_role_assignments,
    the_subnet_holds_the_private_endpoints,
)
