"""The subnet through which an app sends.

Source: learn.microsoft.com/azure/azure-functions/functions-networking-options#subnets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.constraint import Condition
from sandbox.azure.network import use
from sandbox.azure.network.address import prefixes
from sandbox.azure.reference import found
from sandbox.azure.web.documents import NETWORKING, web_rule
from sandbox.azure.web.flex_settings import is_flex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.rule import Rule
    from sandbox.azure.view import Resource

SUBNET = web_rule(
    "integration-subnet",
    text="The subnet through which an app sends must exist.",
    status=404,
    code="NotFound",
    message="Cannot find the subnet '{subnet}' of the property virtualNetworkSubnetId.",
    source=NETWORKING,
)
REGION = web_rule(
    "integration-region",
    text="An app sends through a network of its own region.",
    message="The subnet '{subnet}' is not in the region '{region}' of the site.",
    source=NETWORKING,
)
DELEGATION = web_rule(
    "integration-delegation",
    text="The subnet is delegated to Microsoft.App/environments for a Flex Consumption app, to "
    "Microsoft.Web/serverFarms for any other.",
    code="SubnetMissingRequiredDelegation",
    message="Subnet {subnet} requires any of the following delegation(s) [{service}] to reference service association "
    "link {subnet}/serviceAssociationLinks/{link}.",
    source=NETWORKING,
    wording="azure",
)
SIZE = web_rule(
    "integration-size",
    text="The subnet of a Flex Consumption app is a /27 or larger, that of any other a /28.",
    message="The subnet '{subnet}' is too small: a prefix length of /{longest} or shorter is required.",
    source=NETWORKING,
)
NAME = web_rule(
    "integration-name",
    text="The name of a Flex Consumption app's subnet has no underscore.",
    message="The name of the subnet '{subnet}' contains an underscore, which is not supported for Flex Consumption "
    "sites.",
    source=NETWORKING,
)
OCCUPIED = web_rule(
    "integration-occupied",
    text="The subnet through which an app sends is used for nothing else.",
    message="The subnet '{subnet}' is already in use for other purposes, such as private or service endpoints.",
    source=NETWORKING,
)
REGISTRATION = web_rule(
    "integration-registration",
    text="A subscription whose Flex Consumption apps send through subnets is registered for Microsoft.App.",
    status=409,
    code="MissingSubscriptionRegistration",
    message="The subscription is not registered to use namespace 'Microsoft.App'. See https://aka.ms/rps-not-found for "
    "how to register subscriptions.",
    source="https://learn.microsoft.com/azure/azure-functions/flex-consumption-how-to#enable-virtual-network-integration",
    wording="azure",
)
_FLEX_LENGTH, _OTHER_LENGTH = 27, 28


def subnet_of(proposal: Proposal) -> Resource | None:
    """The subnet that an app names, if there is one."""
    wanted = proposal.properties.get("virtualNetworkSubnetId")
    return found(wanted, use.SUBNETS, proposal.view) if wanted else None


def _exists(proposal: Proposal) -> bool:
    return not proposal.properties.get("virtualNetworkSubnetId") or subnet_of(proposal) is not None


def _service(proposal: Proposal) -> str:
    return "Microsoft.App/environments" if is_flex(proposal) else "Microsoft.Web/serverFarms"


def _longest(proposal: Proposal) -> int:
    return _FLEX_LENGTH if is_flex(proposal) else _OTHER_LENGTH


def _is_here(subnet: Resource, proposal: Proposal) -> bool:
    network = proposal.view.find(subnet.id.ancestor(1))
    return network is not None and network.body["location"] == proposal.body["location"]


def _is_delegated(subnet: Resource, proposal: Proposal) -> bool:
    services = [each["properties"]["serviceName"].lower() for each in subnet.properties["delegations"]]
    return services == [_service(proposal).lower()]


def _is_large(subnet: Resource, proposal: Proposal) -> bool:
    return all(each.prefixlen <= _longest(proposal) for each in prefixes(subnet.properties))


def _is_named_well(subnet: Resource, proposal: Proposal) -> bool:
    return not is_flex(proposal) or "_" not in subnet.id.name


def _is_registered(_subnet: Resource, proposal: Proposal) -> bool:
    unregistered = proposal.view.unregistered(proposal.id.subscription)
    return not is_flex(proposal) or "microsoft.app" not in unregistered


def _is_free(subnet: Resource, proposal: Proposal) -> bool:
    return not any(use.endpoints_in(subnet.id, proposal.view))


def _facts(proposal: Proposal) -> Mapping[str, object]:
    return {
        "subnet": proposal.properties["virtualNetworkSubnetId"],
        "region": proposal.body["location"],
        "service": _service(proposal),
        "link": use.LINK if is_flex(proposal) else "AppServiceLink",
        "longest": _longest(proposal),
    }


def _about(rule: Rule, holds: Callable[[Resource, Proposal], bool]) -> Condition:
    """A rule about the subnet of an app that names one."""

    def check(proposal: Proposal) -> bool:
        subnet = subnet_of(proposal)
        return subnet is None or holds(subnet, proposal)

    return Condition(rule=rule, holds=check, fields=_facts)


CONDITIONS = (
    Condition(rule=SUBNET, holds=_exists, fields=_facts),
    _about(REGISTRATION, _is_registered),
    _about(REGION, _is_here),
    _about(NAME, _is_named_well),
    _about(SIZE, _is_large),
    _about(OCCUPIED, _is_free),
    _about(DELEGATION, _is_delegated),
)
