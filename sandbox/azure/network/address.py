"""Address ranges of networks and subnets, in CIDR notation.

Source: learn.microsoft.com/azure/virtual-network/virtual-networks-faq.
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Any

from sandbox.azure.constraint import Constraint
from sandbox.azure.network.documents import NETWORK_FAQ, network_rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sandbox.azure.proposal import Proposal

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

FORMAT = network_rule(
    "address-prefix-format",
    text="An address prefix is written in CIDR notation.",
    code="InvalidAddressPrefixFormat",
    message="Address prefix {value} of resource {id} is not formatted correctly. It should follow CIDR notation, for "
    "example 10.0.0.0/24.",
    source=NETWORK_FAQ,
)
NOTATION = network_rule(
    "address-prefix-notation",
    text="An address prefix has no bits beyond its length.",
    code="InvalidCIDRNotation",
    message="The address prefix {value} in resource {id} has an invalid CIDR notation. For the given prefix length, "
    "the address prefix should be {expected}.",
    source=NETWORK_FAQ,
)
SIZE = network_rule(
    "address-prefix-size",
    text="The smallest IPv4 range is /29, the largest /2.",
    code="InvalidAddressPrefixLength",
    message="The address prefix {value} of resource {id} is not valid: the supported prefix lengths are /2 to /29.",
    source=NETWORK_FAQ,
    wording="ours",
)
_LENGTHS = range(2, 30)
RESERVED_AT_START = 4
"""Azure keeps the first four addresses and the last one of each subnet."""
RESERVED = RESERVED_AT_START + 1


def parse(prefix: str) -> Network:
    """The range; `ValueError` for anything else."""
    return ipaddress.ip_network(prefix, strict=False)


def _is_range(value: str, _proposal: Proposal) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return "/" in value


def _is_exact(value: str, _proposal: Proposal) -> bool:
    return str(parse(value)) == str(value)


def _has_size(value: str, _proposal: Proposal) -> bool:
    found = parse(value)
    return found.version != 4 or found.prefixlen in _LENGTHS  # noqa: PLR2004 - the protocol's version


def _address(proposal: Proposal) -> Mapping[str, object]:
    return {"id": proposal.id.text}


PREFIX_CONSTRAINTS = (
    Constraint(rule=FORMAT, holds=_is_range, fields=_address),
    Constraint(rule=NOTATION, holds=_is_exact, fields=_address, about=lambda value: {"expected": parse(value)}),
    Constraint(rule=SIZE, holds=_has_size, fields=_address),
)
"""What holds for each address prefix."""


def prefixes(properties: Mapping[str, Any]) -> list[Network]:
    """The ranges of a subnet, whether it names one or several."""
    several = properties.get("addressPrefixes") or []
    one = properties.get("addressPrefix")
    return [parse(each) for each in (several or [one]) if each]


def within(inner: Network, outer: Iterable[Network]) -> bool:
    """Whether one of the ranges contains the inner one."""
    first, last = int(inner.network_address), int(inner.broadcast_address)
    same = [each for each in outer if each.version == inner.version]
    return any(int(each.network_address) <= first and last <= int(each.broadcast_address) for each in same)


def capacity(ranges: Iterable[Network]) -> int:
    """How many addresses of a subnet can be given away."""
    return sum(each.num_addresses - RESERVED for each in ranges if isinstance(each, ipaddress.IPv4Network))


def addresses(ranges: Iterable[Network]) -> Iterator[str]:
    """The addresses that can be given away, in order."""
    for each in ranges:
        if isinstance(each, ipaddress.IPv4Network):
            first = int(each.network_address) + RESERVED_AT_START
            yield from (str(ipaddress.IPv4Address(number)) for number in range(first, int(each.broadcast_address)))
