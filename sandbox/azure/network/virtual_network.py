"""Virtual networks.

Source: learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from sandbox.azure import answer, envelope, etag
from sandbox.azure.constraint import Condition, Constraint, Hold
from sandbox.azure.decision import decide
from sandbox.azure.network import subnet_rules
from sandbox.azure.network.address import PREFIX_CONSTRAINTS, parse, prefixes, within
from sandbox.azure.network.documents import API_VERSIONS, NETWORKS, network_rule
from sandbox.azure.network.names import NAMING
from sandbox.azure.network.subnet import BODY, REFERENCE, SUBNET, SUBNETS
from sandbox.azure.property import Access, Kind
from sandbox.azure.proposal import Proposal
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.shorthand import SUCCEEDED, flag, listing, record, reported, text, texts, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.view import Resource, View

NETWORKS_TYPE = "Microsoft.Network/virtualNetworks"

SPACE_IN_USE = network_rule(
    "address-space-in-use",
    text="A range that subnets lie in cannot leave the address space.",
    code="InUsePrefixCannotBeDeleted",
    message="IpPrefix {prefix} on virtual network {name} has active allocations and cannot be deleted.",
    source=NETWORKS,
)
SPACE_REQUIRED = network_rule(
    "address-space-required",
    text="A virtual network has an address space.",
    code="InvalidRequestFormat",
    message="Cannot parse the request: the virtual network '{name}' has no address space.",
    source=NETWORKS,
    wording="ours",
)
FLOW_TIMEOUT = network_rule(
    "flow-timeout",
    text="The timeout of flows is 4 to 30 minutes.",
    code="InvalidFlowTimeout",
    message="The flow timeout {value} is invalid: it must be between 4 and 30 minutes.",
    source="https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks",
    wording="ours",
)
_FLOW_MINUTES = range(4, 31)


def _leaving(proposal: Proposal) -> list[str]:
    """The ranges that subnets of the network lie in and that the new address space does not have."""
    space = [parse(each) for each in proposal.properties["addressSpace"]["addressPrefixes"]]
    if "subnets" in proposal.given_properties:
        return []
    subnets = proposal.view.under(proposal.id, SUBNETS)
    return [str(each) for subnet in subnets for each in prefixes(subnet.properties) if not within(each, space)]


def _subnets(network: Resource, view: View) -> list[dict[str, Any]]:
    return [answer.render(each, SUBNET, view) for each in view.under(network.id, SUBNETS)]


def _held(network: Resource, view: View) -> Mapping[str, object] | None:
    users = (subnet_rules.held(subnet, view) for subnet in view.under(network.id, SUBNETS))
    return next((user for user in users if user), None)


def _prepare(proposal: Proposal) -> None:
    proposal.private.setdefault("guid", str(uuid.uuid4()))
    proposal.properties.pop("subnets", None)


def _write_subnets(proposal: Proposal) -> None:
    """Bring the subnets to the list that the request names; one that names none leaves them as they are."""
    wanted = proposal.given_properties.get("subnets")
    if wanted is None:
        return
    kept = {proposal.id.child("subnets", each["name"]).key: each for each in wanted}
    for subnet in list(proposal.view.under(proposal.id, SUBNETS)):
        if subnet.id.key not in kept:
            for hold in SUBNET.holds:
                hold.check(subnet, proposal.view)
            proposal.view.remove(subnet.id)
    for each in wanted:
        _write_subnet(proposal, each)


def _write_subnet(network: Proposal, wanted: Mapping[str, Any]) -> None:
    place = network.id.child("subnets", wanted["name"])
    existing = network.view.find(place)
    decide(
        Proposal(
            id=existing.id if existing else place,
            type=SUBNET,
            given={"properties": wanted["properties"]},
            existing=existing,
            view=network.view,
            now=network.now,
            private=dict(existing.private) if existing else {},
        ),
        SUBNET.api_versions[-1],
    )


_INLINE_SUBNET = record(
    {
        **BODY,
        "name": text(required=True),
        "etag": text(access=Access.IGNORED),
    }
)
VIRTUAL_NETWORK = ResourceType(
    name=NETWORKS_TYPE,
    answers_as=NETWORKS_TYPE,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "DELETE"}),
    naming=NAMING,
    created_status=201,
    body={
        **envelope.ENVELOPE,
        "etag": etag.WEAK,
        "location": envelope.LOCATION,
        "extendedLocation": record(texts(("name", "type"))),
        "tags": envelope.TAGS,
        "properties": record(
            {
                "provisioningState": SUCCEEDED,
                "resourceGuid": reported(Kind.STRING, lambda network, _: network.private["guid"]),
                "addressSpace": record(
                    {"addressPrefixes": listing(text(constraints=PREFIX_CONSTRAINTS), default=[])}, default={}
                ),
                "dhcpOptions": record({"dnsServers": listing(text(), default=[])}),
                "subnets": listing(_INLINE_SUBNET, computed=_subnets),
                "virtualNetworkPeerings": listing(record({"id": text()}), default=[]),
                "enableDdosProtection": flag(default=False),
                "enableVmProtection": flag(),
                "ddosProtectionPlan": REFERENCE,
                "bgpCommunities": record(
                    {
                        "virtualNetworkCommunity": text(required=True),
                        "regionalCommunity": text(access=Access.IGNORED),
                    }
                ),
                "encryption": record(
                    {
                        "enabled": flag(required=True),
                        "enforcement": text("DropUnencrypted", "AllowUnencrypted", default="AllowUnencrypted"),
                    }
                ),
                "flowTimeoutInMinutes": whole(
                    constraints=(Constraint(rule=FLOW_TIMEOUT, holds=lambda value, _: value in _FLOW_MINUTES),)
                ),
                "privateEndpointVNetPolicies": text("Disabled", "Basic", default="Disabled"),
            },
            default={},
        ),
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(
            rule=SPACE_REQUIRED, holds=lambda proposal: bool(proposal.properties["addressSpace"]["addressPrefixes"])
        ),
        Condition(
            rule=SPACE_IN_USE,
            holds=lambda proposal: not _leaving(proposal),
            fields=lambda proposal: {"prefix": _leaving(proposal)[0]},
        ),
    ),
    holds=(Hold(rule=subnet_rules.IN_USE, by=_held),),
    prepare=_prepare,
    written=_write_subnets,
)
