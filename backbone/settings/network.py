"""What a stack file says about the virtual network."""

from dataclasses import dataclass
from typing import Annotated

from backbone.settings import domain
from backbone.settings.domain import EndpointTarget
from backbone.settings.field import Setting
from backbone.settings.gathering import Distinct, Including

ENDPOINTS_DISTINCT = Distinct(id="private-endpoints-distinct", what="each of the private endpoints once")
VAULT_INCLUDED = Including(
    id="private-endpoints-vault",
    what="vault in the list, because it has no public access and the function reaches it in no other way",
    value=EndpointTarget.VAULT.value,
    example=[EndpointTarget.VAULT.value],
)


@dataclass(frozen=True, kw_only=True)
class NetworkSettings:
    """The network in which the function reaches what is closed to the public."""

    address_space: Annotated[domain.AddressSpace, Setting("Address range of the virtual network.")] = "10.40.0.0/24"
    private_endpoints: Annotated[
        tuple[domain.Endpoint, ...],
        ENDPOINTS_DISTINCT,
        VAULT_INCLUDED,
        Setting(
            "What is reached through private endpoints: `vault` always, as it has no public access; `serviceBus` on "
            "Premium namespaces only."
        ),
    ] = (EndpointTarget.VAULT,)
