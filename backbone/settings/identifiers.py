"""Resource ids of one type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from backbone.arm_ids import GUID, ArmId
from backbone.settings.constraints import Constraint, RefusalError

ROLES = "Microsoft.Authorization/roleDefinitions"
"""The one type whose resources may belong to the tenant, and are named by a GUID."""

_SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True, kw_only=True)
class ResourceOf(Constraint):
    """The resource id of a resource of one type.

    Attributes:
        type: The resource type.
        service: How the resource's name begins, in lower case: a private DNS zone serves one service only, in every
            cloud under a name of its own.
    """

    type: str
    what: str = ""
    service: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", self.what or f"the resource id of a {self.type}")
        object.__setattr__(self, "example", self.example or _example(self.type))

    @classmethod
    def zone(cls, id: str, name: str) -> Self:
        """The constraint for the private DNS zone of one service, by the zone's name in the public cloud."""
        kind = "Microsoft.Network/privateDnsZones"
        service = ".".join(name.split(".")[:2]) + "."
        what = f"the resource id of the private DNS zone {name}"
        return cls(id=id, type=kind, service=service, what=what, example=_example(kind, name))

    def apply(self, value: Any) -> Any:
        """Refuse what is no resource id, or another resource's."""
        try:
            resource = ArmId.parse(value)
        except ValueError as error:
            raise RefusalError from error
        if not resource.is_of(self.type) or not resource.names[-1].casefold().startswith(self.service):
            raise RefusalError
        if self.type == ROLES:
            rightly = re.fullmatch(GUID, resource.names[-1]) is not None
        else:
            rightly = bool(resource.subscription and resource.resource_group)
        if not rightly:
            raise RefusalError
        return value

    def stand_in(self, text: str) -> Any:
        """The text itself."""
        return text

    def schema(self) -> dict[str, Any]:
        """That it is a path; the rest is beyond a readable pattern."""
        return {"pattern": "^/.+/.+"}


def _example(type: str, name: str = "name") -> str:
    if type == ROLES:
        return f"{_SUBSCRIPTION}/providers/{ROLES}/3f2504e0-4f89-41d3-9a0c-0305e82c3301"
    provider, *kinds = type.split("/")
    segments = "".join(f"/{kind}/name" for kind in kinds[:-1])
    return f"{_SUBSCRIPTION}/resourceGroups/rg/providers/{provider}{segments}/{kinds[-1]}/{name}"
