"""Links of private DNS zones to virtual networks.

Source: learn.microsoft.com/azure/templates/microsoft.network/privatednszones/virtualnetworklinks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import envelope, etag, linked_actions
from sandbox.azure.constraint import Condition
from sandbox.azure.network.connection import EVERYWHERE
from sandbox.azure.network.documents import DNS_API_VERSIONS, DNS_LINKS, network_rule
from sandbox.azure.network.names import LINK_NAMING
from sandbox.azure.network.private_dns_zone import LINKS, LOCATION
from sandbox.azure.network.virtual_network import NETWORKS_TYPE
from sandbox.azure.reference import refers_to
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, always, flag, record, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

OVERLAPPING = network_rule(
    "dns-link-overlapping",
    text="A network is linked to one zone of a name.",
    code="BadRequest",
    message="A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link "
    "virtual network with '{zone}' and '{other}' zones.",
    source=DNS_LINKS,
)
REGISTRATION = network_rule(
    "dns-link-registration",
    text="A network registers its machines in one zone.",
    code="BadRequest",
    message="A virtual network can only be linked to 1 private zone(s) with auto registration enabled; conflicting "
    "private zone is '{other}'.",
    source=DNS_LINKS,
)
NETWORK_FIXED = network_rule(
    "dns-link-network-fixed",
    text="A link stays with its network.",
    code="BadRequest",
    message="The virtual network of the virtual network link '{name}' cannot be changed.",
    source=DNS_LINKS,
    wording="ours",
)
NETWORK_REQUIRED = network_rule(
    "dns-link-network-required",
    text="A link names a network.",
    code="BadRequest",
    message="The virtual network link '{name}' names no virtual network.",
    source=DNS_LINKS,
    wording="ours",
)
RESOLUTION_POLICY = network_rule(
    "dns-link-resolution-policy",
    text="Falling back to the internet is for zones of private links only.",
    code="BadRequest",
    message="The resolution policy 'NxDomainRedirect' is supported for private link zones only; '{zone}' is none.",
    source="https://learn.microsoft.com/azure/dns/private-dns-fallback",
    wording="ours",
)


def _network(body: Mapping[str, Mapping[str, str]]) -> ResourceId | None:
    found = body.get("virtualNetwork")
    return ResourceId.parse(found["id"]) if found else None


def _siblings(proposal: Proposal) -> list[Resource]:
    """The other links of the same network."""
    wanted = _network(proposal.properties)
    links = proposal.view.under(EVERYWHERE, LINKS)
    same = [each for each in links if wanted and (_network(each.properties) or wanted).key == wanted.key]
    return [each for each in same if each.id.key != proposal.id.key]


def _overlapping(proposal: Proposal) -> Resource | None:
    zone = proposal.id.names[0].lower()
    return next((each for each in _siblings(proposal) if each.id.names[0].lower() == zone), None)


def _registering(proposal: Proposal) -> Resource | None:
    if not proposal.properties["registrationEnabled"]:
        return None
    return next((each for each in _siblings(proposal) if each.properties["registrationEnabled"]), None)


def _stays(proposal: Proposal) -> bool:
    before, after = proposal.existing, _network(proposal.properties)
    network = _network(before.properties) if before else after
    return network is not None and after is not None and network.key == after.key


def _policy_fits(proposal: Proposal) -> bool:
    return proposal.properties["resolutionPolicy"] == "Default" or _is_private_link(proposal)


def _is_private_link(proposal: Proposal) -> bool:
    return proposal.id.names[0].lower().startswith("privatelink.")


def _zones(other: Resource | None, proposal: Proposal) -> Mapping[str, object]:
    return {"zone": proposal.id.names[0], "other": other.id.names[0] if other else ""}


_NETWORK = text(required=True, constraints=(refers_to(NETWORKS_TYPE),), link=linked_actions.JOIN_NETWORK)

NETWORK_LINK = ResourceType(
    name=LINKS,
    answers_as=LINKS,
    api_versions=DNS_API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=LINK_NAMING,
    created_status=201,
    body={
        **envelope.ENVELOPE,
        "etag": etag.PLAIN,
        "location": LOCATION,
        "tags": envelope.TAGS,
        "properties": record(
            {
                "virtualNetwork": record({"id": _NETWORK}),
                "registrationEnabled": flag(default=False),
                "resolutionPolicy": text("Default", "NxDomainRedirect", default="Default"),
                "virtualNetworkLinkState": always("Completed"),
                "provisioningState": SUCCEEDED,
            },
            default={},
        ),
    },
    conditions=(
        envelope.LOCATED,
        Condition(rule=NETWORK_REQUIRED, holds=lambda proposal: "virtualNetwork" in proposal.properties),
        Condition(rule=NETWORK_FIXED, holds=_stays),
        Condition(
            rule=OVERLAPPING,
            holds=lambda proposal: _overlapping(proposal) is None,
            fields=lambda proposal: _zones(_overlapping(proposal), proposal),
        ),
        Condition(
            rule=REGISTRATION,
            holds=lambda proposal: _registering(proposal) is None,
            fields=lambda proposal: _zones(_registering(proposal), proposal),
        ),
        Condition(rule=RESOLUTION_POLICY, holds=_policy_fits, fields=lambda proposal: _zones(None, proposal)),
    ),
)
