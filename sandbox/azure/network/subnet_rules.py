"""Rules about subnets: where they lie, and what their use forbids."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sandbox.azure.constraint import Constraint
from sandbox.azure.network import use
from sandbox.azure.network.address import parse, prefixes, within
from sandbox.azure.network.documents import DELEGATION, NETWORK_FAQ, SUBNET_IN_USE, SUBNETS, network_rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.network.address import Network
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

PREFIX_REQUIRED = network_rule(
    "subnet-prefix-required",
    text="A subnet has an address prefix.",
    code="InvalidRequestFormat",
    message="Cannot parse the request: the subnet '{name}' has no address prefix.",
    source=SUBNETS,
    wording="ours",
)
OUTSIDE = network_rule(
    "subnet-outside-network",
    text="A subnet's range lies in its network's address space.",
    code="NetcfgSubnetRangeOutsideVnet",
    message="Subnet '{name}' is not valid because its IP address range is outside the IP address range of virtual "
    "network '{network}'.",
    source=SUBNETS,
)
OVERLAP = network_rule(
    "subnet-overlap",
    text="The ranges of a network's subnets do not overlap.",
    code="NetcfgSubnetRangesOverlap",
    message="Subnet '{name}' is not valid because its IP address range overlaps with that of an existing subnet in "
    "virtual network '{network}'.",
    source=NETWORK_FAQ,
)
IN_USE = network_rule(
    "subnet-in-use",
    text="A subnet that something uses cannot be deleted; the link of a Flex Consumption app outlives the app.",
    code="InUseSubnetCannotBeDeleted",
    message="Subnet {name} is in use by {holder} and cannot be deleted. In order to delete the subnet, delete all the "
    "resources within the subnet. See aka.ms/deletesubnet.",
    source=SUBNET_IN_USE,
)
IN_USE_FIXED = network_rule(
    "subnet-in-use-fixed",
    text="The range of a subnet that something uses cannot change.",
    code="InUseSubnetCannotBeUpdated",
    message="Subnet {name} is in use and cannot be updated.",
    source=SUBNETS,
)
DELEGATION_FIXED = network_rule(
    "subnet-delegation-fixed",
    text="The delegation of a subnet that an app uses cannot change.",
    code="SubnetMissingRequiredDelegation",
    message="Subnet {id} requires any of the following delegation(s) [{service}] to reference service association link "
    "{id}/serviceAssociationLinks/{link}.",
    source=DELEGATION,
)
DELEGATION_COUNT = network_rule(
    "subnet-delegation-count",
    text="A subnet is delegated to one service.",
    code="SubnetDelegationsLimitExceeded",
    message="Subnet {name} cannot have more than one delegation.",
    source=DELEGATION,
    wording="ours",
)
UNKNOWN_SERVICE = network_rule(
    "subnet-delegation-service",
    text="A delegation names a service that takes subnets.",
    code="InvalidServiceNameOnDelegation",
    message="Invalid service name {value} provided on the delegation.",
    source=DELEGATION,
    wording="ours",
)
_SERVICES = frozenset(
    {
        "microsoft.apimanagement/service",
        "microsoft.app/environments",
        "microsoft.azurecosmosdb/clusters",
        "microsoft.batch/batchaccounts",
        "microsoft.containerinstance/containergroups",
        "microsoft.containerservice/managedclusters",
        "microsoft.databricks/workspaces",
        "microsoft.dbformysql/flexibleservers",
        "microsoft.dbforpostgresql/flexibleservers",
        "microsoft.devcenter/networkconnection",
        "microsoft.logic/integrationserviceenvironments",
        "microsoft.machinelearningservices/workspaces",
        "microsoft.netapp/volumes",
        "microsoft.network/dnsresolvers",
        "microsoft.sql/managedinstances",
        "microsoft.web/hostingenvironments",
        "microsoft.web/serverfarms",
    }
)
"""Services that take subnets (learn.microsoft.com/azure/virtual-network/subnet-delegation-overview)."""
KNOWN_SERVICE = Constraint(rule=UNKNOWN_SERVICE, holds=lambda value, _: value.lower() in _SERVICES)


def services(properties: Mapping[str, list[Mapping[str, Mapping[str, str]]]]) -> list[str]:
    """The services that a subnet is delegated to."""
    return [each["properties"]["serviceName"] for each in properties["delegations"]]


def held(subnet: Resource, view: View) -> Mapping[str, object] | None:
    """What messages say of the use of a subnet; None: nothing uses it."""
    user = use.user_of(subnet, view)
    return {"name": subnet.id.name, "holder": user} if user else None


def has_prefix(proposal: Proposal) -> bool:
    """Whether a subnet says where it lies."""
    return bool(prefixes(proposal.properties))


def lies_inside(proposal: Proposal) -> bool:
    """Whether all ranges of a subnet lie in the address space of its network."""
    space = [parse(each) for each in _network(proposal).properties["addressSpace"]["addressPrefixes"]]
    return all(within(each, space) for each in prefixes(proposal.properties))


def lies_apart(proposal: Proposal) -> bool:
    """Whether no other subnet, and no other range of the same one, overlaps."""
    own = prefixes(proposal.properties)
    network = proposal.id.ancestor(1)
    siblings = [each for each in proposal.view.under(network, use.SUBNETS) if each.id.key != proposal.id.key]
    pairs = [(mine, other) for each in siblings for other in prefixes(each.properties) for mine in own]
    return not any(map(_overlap, [*pairs, *combinations(own, 2)]))


def keeps_its_range(proposal: Proposal) -> bool:
    """Whether a subnet in use stays where it lies."""
    before = proposal.existing
    if before is None or prefixes(before.properties) == prefixes(proposal.properties):
        return True
    return use.user_of(before, proposal.view) is None


def keeps_its_delegation(proposal: Proposal) -> bool:
    """Whether a subnet that an app uses stays delegated to the app's service."""
    before = proposal.existing
    if before is None or services(before.properties) == services(proposal.properties):
        return True
    return not use.is_linked(before, proposal.view)


def has_one_delegation(proposal: Proposal) -> bool:
    """Whether a subnet is delegated once at the most."""
    return len(proposal.properties["delegations"]) <= 1


def delegation_change(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of a delegation."""
    before = proposal.existing
    service = ", ".join(services(before.properties)) if before else ""
    return {"id": proposal.id.text, "service": service, "link": use.LINK}


def network_name(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of a subnet's network."""
    return {"network": proposal.id.ancestor(1).name}


def _network(proposal: Proposal) -> Resource:
    network = proposal.view.find(proposal.id.ancestor(1))
    if network is None:
        raise LookupError(proposal.id.text)
    return network


def _overlap(pair: tuple[Network, Network]) -> bool:
    one, other = pair
    return one.version == other.version and one.overlaps(other)
