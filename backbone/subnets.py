"""How the address space of the virtual network is divided."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network
from itertools import islice

from backbone import limits


@dataclass(frozen=True, kw_only=True)
class Subnets:
    """The two subnets of the virtual network, as address ranges.

    Attributes:
        integration: Where the function's instances live; used for nothing else.
        endpoints: Where the private endpoints live.
    """

    integration: str
    endpoints: str

    @staticmethod
    def of(address_space: str) -> Subnets:
        """Take the first two subnets of at most a /26 each: the function's, then the private endpoints'.

        What is left over stays free for the user.
        """
        space = IPv4Network(address_space)
        length = min(max(space.prefixlen + 1, limits.INTEGRATION_SUBNET_PREFIX - 1), limits.INTEGRATION_SUBNET_PREFIX)
        integration, endpoints = islice(space.subnets(new_prefix=length), 2)
        return Subnets(integration=str(integration), endpoints=str(endpoints))
