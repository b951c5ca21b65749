"""What a stack file says about the virtual network."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import domain
from backbone.settings.domain import EndpointTarget
from backbone.settings.field import Setting
from backbone.settings.gathering import Distinct

ENDPOINTS_DISTINCT = Distinct(id="private-endpoints-distinct", what="each of the private endpoints once")


@dataclass(frozen=True, kw_only=True)
class NetworkSettings:
    """The network in which the function reaches what is closed to the public."""

    address_space: Annotated[domain.AddressSpace, Setting("Address range of the virtual network.")] = "10.40.0.0/24"
    private_endpoints: Annotated[
        tuple[domain.Endpoint, ...],
        ENDPOINTS_DISTINCT,
        Setting("What is reached through private endpoints; `serviceBus` on Premium namespaces only."),
    ] = (EndpointTarget.VAULT,)
