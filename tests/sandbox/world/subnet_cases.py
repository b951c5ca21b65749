"""Cases of the rules about virtual networks and their subnets."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, properties
from tests.sandbox.world.storage_cases import ACCOUNT
from tests.sandbox.world.storage_cases import MADE as STORE

PROVIDER = f"{GROUP}/providers/Microsoft.Network"
NETWORKS = f"{PROVIDER}/virtualNetworks"
NETWORK = f"{NETWORKS}/backbone"
SUBNET = f"{NETWORK}/subnets/endpoints"
INTEGRATION = f"{NETWORK}/subnets/integration"
ENDPOINT = f"{PROVIDER}/privateEndpoints/store"
SPACE = "10.40.0.0/24"
FLEX = "Microsoft.App/environments"


def network(*prefixes: str, location: str = "westeurope", **given: object) -> dict[str, Any]:
    """The body of a virtual network."""
    return {
        "location": location,
        "properties": {"addressSpace": {"addressPrefixes": list(prefixes) or [SPACE]}, **given},
    }


def subnet(prefix: str, *services: str) -> dict[str, Any]:
    """The body of a subnet that is delegated to services."""
    delegations = [{"name": f"to-{i}", "properties": {"serviceName": each}} for i, each in enumerate(services)]
    return properties(addressPrefix=prefix, delegations=delegations)


def endpoint(target: str, *groups: str, at: str = SUBNET, location: str = "westeurope") -> dict[str, Any]:
    """The body of a private endpoint."""
    link = {"name": "link", "properties": {"privateLinkServiceId": target, "groupIds": list(groups)}}
    return {"location": location, "properties": {"subnet": {"id": at}, "privateLinkServiceConnections": [link]}}


MADE = put(NETWORK, network())
"""A virtual network is made."""
WITH_SUBNETS = (MADE, put(SUBNET, subnet("10.40.0.32/27")), put(INTEGRATION, subnet("10.40.0.0/27", FLEX)))
"""A virtual network with the subnets of the package."""
WITH_ENDPOINT = (*WITH_SUBNETS, STORE, put(ENDPOINT, endpoint(ACCOUNT, "blob")))
"""A virtual network with a private endpoint in one of its subnets."""
_NAMES = ("-first", "last-", "a" * 81)
_NAME_RULE = (
    "Resource name {} is invalid. The name can be up to 80 characters long. It must begin with a word character, and "
    "it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'."
)
_DELETING = "and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See "


def _with_sizes(*lengths: int) -> tuple[Call, ...]:
    return tuple(put(f"{NETWORKS}/size-{each}", network(f"128.0.0.0/{each}")) for each in lengths)


CASES = (
    *(
        Case(
            rule="network/name",
            accepted=(put(f"{NETWORKS}/{'a' * 80}", network()), put(f"{NETWORKS}/a.b_c-d_", network())),
            refused=put(f"{NETWORKS}/{name}", network()),
            message=_NAME_RULE.format(name),
        )
        for name in _NAMES
    ),
    *(
        Case(
            rule="network/address-prefix-format",
            accepted=(MADE,),
            refused=put(NETWORK, network(prefix)),
            message=f"Address prefix {prefix} of resource {NETWORK} is not formatted correctly. It should follow CIDR "
            "notation, for example 10.0.0.0/24.",
        )
        for prefix in ("10.0.0.0", "ten", "10.0.0.0/33")
    ),
    Case(
        rule="network/address-prefix-notation",
        accepted=(MADE,),
        refused=put(NETWORK, network("10.40.0.1/24")),
        message=f"The address prefix 10.40.0.1/24 in resource {NETWORK} has an invalid CIDR notation. For the given "
        "prefix length, the address prefix should be 10.40.0.0/24.",
    ),
    *(
        Case(
            rule="network/address-prefix-size",
            accepted=_with_sizes(2, 29),
            refused=put(NETWORK, network(f"0.0.0.0/{length}")),
            message=f"The address prefix 0.0.0.0/{length} of resource {NETWORK} is not valid: the supported prefix "
            "lengths are /2 to /29.",
        )
        for length in (1, 30)
    ),
    *(
        Case(
            rule="network/flow-timeout",
            accepted=tuple(put(NETWORK, network(flowTimeoutInMinutes=minutes)) for minutes in (4, 30)),
            refused=put(NETWORK, network(flowTimeoutInMinutes=minutes)),
            message=f"The flow timeout {minutes} is invalid: it must be between 4 and 30 minutes.",
        )
        for minutes in (3, 31)
    ),
    Case(
        rule="network/address-space-required",
        accepted=(MADE,),
        refused=put(NETWORK, {"location": "westeurope"}),
        message="Cannot parse the request: the virtual network 'backbone' has no address space.",
    ),
    Case(
        rule="network/address-space-in-use",
        accepted=(*WITH_SUBNETS, put(NETWORK, network("10.40.0.0/25"))),
        refused=put(NETWORK, network("10.40.0.0/27")),
        message="IpPrefix 10.40.0.32/27 on virtual network backbone has active allocations and cannot be deleted.",
    ),
    Case(
        rule="network/subnet-prefix-required",
        accepted=(MADE, put(SUBNET, properties(addressPrefixes=["10.40.0.0/27"]))),
        refused=put(SUBNET, properties()),
        message="Cannot parse the request: the subnet 'endpoints' has no address prefix.",
    ),
    Case(
        rule="network/subnet-outside-network",
        accepted=(MADE, put(SUBNET, subnet("10.40.0.224/27"))),
        refused=put(INTEGRATION, subnet("10.40.1.0/27")),
        message="Subnet 'integration' is not valid because its IP address range is outside the IP address range of "
        "virtual network 'backbone'.",
    ),
    Case(
        rule="network/subnet-overlap",
        accepted=(MADE, put(SUBNET, subnet("10.40.0.32/27")), put(SUBNET, subnet("10.40.0.32/28"))),
        refused=put(INTEGRATION, subnet("10.40.0.0/26")),
        message="Subnet 'integration' is not valid because its IP address range overlaps with that of an existing "
        "subnet in virtual network 'backbone'.",
    ),
    Case(
        rule="network/subnet-overlap",
        accepted=(MADE,),
        refused=put(NETWORK, network(subnets=[{"name": each, **subnet("10.40.0.0/27")} for each in ("one", "two")])),
        message="Subnet 'two' is not valid because its IP address range overlaps with that of an existing subnet in "
        "virtual network 'backbone'.",
    ),
    Case(
        rule="network/subnet-in-use-fixed",
        accepted=(*WITH_ENDPOINT, put(SUBNET, subnet("10.40.0.32/27"))),
        refused=put(SUBNET, subnet("10.40.0.64/27")),
        message="Subnet endpoints is in use and cannot be updated.",
    ),
    Case(
        rule="network/subnet-delegation-count",
        accepted=(MADE, put(SUBNET, subnet("10.40.0.0/27", FLEX))),
        refused=put(SUBNET, subnet("10.40.0.0/27", FLEX, "Microsoft.Web/serverFarms")),
        message="Subnet endpoints cannot have more than one delegation.",
    ),
    Case(
        rule="network/subnet-delegation-service",
        accepted=(MADE, put(SUBNET, subnet("10.40.0.0/27", "microsoft.app/ENVIRONMENTS"))),
        refused=put(SUBNET, subnet("10.40.0.0/27", "Microsoft.App/something")),
        message="Invalid service name Microsoft.App/something provided on the delegation.",
    ),
)
