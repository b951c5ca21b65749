"""Ranges of IP addresses."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any

from backbone.settings.constraints import Constraint, RefusalError

RESERVED = tuple(
    ipaddress.IPv4Network(network)
    for network in ("127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32")
)
"""Ranges that no virtual network may use (learn.microsoft.com/azure/virtual-network/virtual-networks-faq)."""


@dataclass(frozen=True, kw_only=True)
class AddressRange(Constraint):
    """The address space of a virtual network.

    Attributes:
        least: The least prefix length: the largest network that Azure makes.
        most: The greatest prefix length: the smallest network with room for the subnets.
    """

    least: int
    most: int
    what: str = ""
    example: Any = "10.40.0.0/24"

    def __post_init__(self) -> None:
        what = f"an IPv4 range in CIDR notation, /{self.most} or larger (an integration subnet of /{self.most + 1} and"
        object.__setattr__(self, "what", f"{what} a subnet for private endpoints must fit)")

    def apply(self, value: Any) -> Any:
        """Refuse what is no such range, too small, or not Azure's to use."""
        try:
            network = ipaddress.IPv4Network(value)
        except ValueError as error:
            raise RefusalError from error
        if "/" not in value or not self.least <= network.prefixlen <= self.most:
            raise RefusalError
        for reserved in RESERVED:
            if network.overlaps(reserved):
                raise RefusalError(f"Azure keeps {reserved} for itself.")
        return value

    def schema(self) -> dict[str, Any]:
        """The form only."""
        return {"pattern": r"^[0-9]{1,3}(\.[0-9]{1,3}){3}/[0-9]{1,2}$"}
