"""Rules about private endpoints: where they stand and what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.network import use
from sandbox.azure.network.address import capacity, prefixes
from sandbox.azure.network.documents import PRIVATE_ENDPOINTS, REFERENCES, network_rule
from sandbox.azure.network.follower import is_open_to_endpoints
from sandbox.azure.network.service import GROUPS, groups_of
from sandbox.azure.resource_id import ResourceId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.network.address import Network
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource

KINDS = ("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")

SUBNET_REQUIRED = network_rule(
    "endpoint-subnet-required",
    text="A private endpoint stands in a subnet.",
    code="InvalidRequestFormat",
    message="Cannot parse the request: the private endpoint '{name}' has no subnet.",
    source=PRIVATE_ENDPOINTS,
    wording="ours",
)
ONE_LINK = network_rule(
    "endpoint-connection",
    text="A private endpoint has one connection, automatic or manual.",
    code="InvalidRequestFormat",
    message="The private endpoint '{name}' must have exactly one private link service connection.",
    source=PRIVATE_ENDPOINTS,
    wording="ours",
)
TARGET = network_rule(
    "endpoint-target",
    text="What a private endpoint leads to exists and takes private endpoints.",
    code="InvalidResourceReference",
    message="Resource {target} referenced by resource {id} was not found. Please make sure that the referenced "
    "resource exists, and that both resources are in the same region.",
    source=REFERENCES,
)
TARGET_TIER = network_rule(
    "endpoint-target-tier",
    text="Only a Premium namespace takes private endpoints.",
    code="BadRequest",
    message="Call to Microsoft.ServiceBus/namespaces failed. Error message: Private endpoints are supported in the "
    "'Premium' tier only. Resource id: {target}.",
    source="https://learn.microsoft.com/azure/service-bus-messaging/private-link-service",
    wording="ours",
)
GROUP = network_rule(
    "endpoint-group",
    text="A private endpoint leads to one of the groups that its target has.",
    code="BadRequest",
    message="Call to {type} failed. Error message: The group id '{group}' is invalid for the resource {target}. The "
    "valid group ids are: {groups}.",
    source=PRIVATE_ENDPOINTS,
    wording="ours",
)
REGION = network_rule(
    "endpoint-region",
    text="A private endpoint stands in the region of its network.",
    code="InvalidResourceReference",
    message="Resource {subnet} referenced by resource {id} was not found. Please make sure that the referenced "
    "resource exists, and that both resources are in the same region.",
    source=REFERENCES,
)
SUBNET_TAKEN = network_rule(
    "endpoint-delegated-subnet",
    text="A subnet that is delegated to a service takes no private endpoints.",
    code="SubnetWithExternalResourcesCannotBeUsedByOtherResources",
    message="Subnet {subnet} cannot be used as it contains external resources. The external resources in this subnet "
    "are {service}.",
    source="https://learn.microsoft.com/azure/azure-functions/functions-networking-options#subnets",
)
SUBNET_FULL = network_rule(
    "endpoint-subnet-full",
    text="A subnet has five addresses less than its range, and each host behind an endpoint takes one.",
    code="SubnetIsFull",
    message="Subnet {subnet_name} with address prefix {prefix} does not have enough capacity for {wanted} IP "
    "addresses.",
    source="https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq",
)
SUBNET_FIXED = network_rule(
    "endpoint-subnet-fixed",
    text="A private endpoint stays in its subnet.",
    code="CannotChangePrivateEndpointSubnet",
    message="The subnet of the private endpoint '{name}' cannot be changed.",
    source="https://github.com/pulumi/pulumi-azure-native/issues/3883",
    wording="ours",
)
_TIERED = "Microsoft.ServiceBus/namespaces"


def _link(proposal: Proposal) -> dict[str, Any]:
    """The properties of an endpoint's one connection; nothing where there is none or more than one."""
    found = [link for kind in KINDS for link in proposal.properties[kind]]
    properties: dict[str, Any] = found[0]["properties"] if len(found) == 1 else {}
    return properties


def _target(proposal: Proposal) -> Resource | None:
    try:
        return proposal.view.find(ResourceId.parse(_link(proposal)["privateLinkServiceId"]))
    except ValueError:
        return None


def _subnet(proposal: Proposal) -> Resource:
    found = proposal.view.find(ResourceId.parse(proposal.properties["subnet"]["id"]))
    if found is None:
        raise LookupError(proposal.id.text)
    return found


def has_subnet(proposal: Proposal) -> bool:
    """Whether an endpoint says where it stands."""
    return "subnet" in proposal.properties


def has_one_link(proposal: Proposal) -> bool:
    """Whether an endpoint leads to exactly one thing."""
    return bool(_link(proposal))


def target_exists(proposal: Proposal) -> bool:
    """Whether an endpoint leads to a resource of a type that takes endpoints."""
    target = _target(proposal)
    return target is not None and target.type in GROUPS


def target_takes_endpoints(proposal: Proposal) -> bool:
    """Whether the target's tier takes endpoints."""
    target = _target(proposal)
    return target is None or target.type != _TIERED or target.body["sku"]["name"] == "Premium"


def target_is_open(proposal: Proposal) -> bool:
    """Whether a new endpoint may lead to the target now."""
    target = _target(proposal)
    return target is None or proposal.existing is not None or is_open_to_endpoints(target, proposal.view)


def group_exists(proposal: Proposal) -> bool:
    """Whether an endpoint names one group of its target."""
    target, groups = _target(proposal), _link(proposal).get("groupIds", [])
    return target is not None and len(groups) == 1 and groups[0] in groups_of(target)


def link_facts(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of a connection."""
    target, link = _target(proposal), _link(proposal)
    return {
        "id": proposal.id.text,
        "target": link["privateLinkServiceId"],
        "type": target.type if target else "",
        "group": ", ".join(link.get("groupIds", [])),
        "groups": ", ".join(groups_of(target)) if target else "",
    }


def is_where_the_subnet_is(proposal: Proposal) -> bool:
    """Whether an endpoint is in its network's region."""
    network = proposal.view.find(_subnet(proposal).id.ancestor(1))
    return network is not None and network.body["location"] == proposal.body["location"]


def subnet_is_free(proposal: Proposal) -> bool:
    """Whether the subnet is not given to a service."""
    subnet = _subnet(proposal)
    return not subnet.properties["delegations"] and not use.is_linked(subnet, proposal.view)


def neighbours(proposal: Proposal) -> list[Resource]:
    """The other endpoints in the subnet."""
    found = use.endpoints_in(_subnet(proposal).id, proposal.view)
    return [each for each in found if each.id.key != proposal.id.key]


def subnet_ranges(proposal: Proposal) -> list[Network]:
    """The ranges of the endpoint's subnet."""
    return prefixes(_subnet(proposal).properties)


def host_count(proposal: Proposal) -> int:
    """How many addresses an endpoint needs."""
    target = _target(proposal)
    groups = groups_of(target) if target else {}
    return sum(len(groups[group].hosts) for group in _link(proposal)["groupIds"])


def has_room(proposal: Proposal) -> bool:
    """Whether the subnet has addresses left for an endpoint."""
    taken = sum(len(each.private["addresses"]) for each in neighbours(proposal))
    return taken + host_count(proposal) <= capacity(subnet_ranges(proposal))


def keeps_its_subnet(proposal: Proposal) -> bool:
    """Whether an endpoint stays in its subnet."""
    before = proposal.existing
    return before is None or ResourceId.parse(before.properties["subnet"]["id"]).key == _subnet(proposal).id.key


def place(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of the subnet."""
    subnet = _subnet(proposal)
    services = [each["properties"]["serviceName"] for each in subnet.properties["delegations"]]
    return {
        "id": proposal.id.text,
        "subnet": subnet.id.text,
        "subnet_name": subnet.id.name,
        "service": ", ".join(services) or use.user_of(subnet, proposal.view) or "",
        "prefix": ", ".join(str(each) for each in prefixes(subnet.properties)),
        "wanted": host_count(proposal),
    }
