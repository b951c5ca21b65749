"""Rules about existing networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backbone.settings.checks.rule import Check, Conflict
from backbone.settings.keys import PREFIX
from backbone.settings.masking import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backbone.settings.tree import Settings


def the_integration_subnet_serves_nothing_else(settings: Settings) -> Iterator[Conflict]:
    """A subnet that is delegated to the function holds no private endpoints."""
    integration = settings.existing.integration_subnet_id
    endpoints = settings.existing.private_endpoint_subnet_id
    if integration is not None and endpoints is not None and integration.casefold() == endpoints.casefold():
        yield Conflict(
            path=(PREFIX + "existing", "privateEndpointSubnetId"),
            expected="another subnet than integrationSubnetId, which the function keeps to itself",
            found=shown(endpoints),
            given=((PREFIX + "existing", "integrationSubnetId"),),
        )


def existing_subnets_come_together(settings: Settings) -> Iterator[Conflict]:
    """The function and the private endpoints must see each other, and no network of ours reaches an existing one."""
    names = {"integrationSubnetId": "integration_subnet_id", "privateEndpointSubnetId": "private_endpoint_subnet_id"}
    missing = [key for key, name in names.items() if getattr(settings.existing, name) is None]
    if len(missing) == 1:
        (other,) = names.keys() - set(missing)
        yield Conflict(
            path=(PREFIX + "existing", missing[0]),
            expected=f"the resource id of a subnet, because {other} is given: the two must see each other",
            found="nothing",
        )


CHECKS: tuple[Check, ...] = (existing_subnets_come_together, the_integration_subnet_serves_nothing_else)
