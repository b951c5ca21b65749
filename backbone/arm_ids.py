"""Resource ids of Azure Resource Manager."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
"""The form of a subscription's, principal's or role's id."""

_ID = re.compile(
    rf"(?:/subscriptions/(?P<subscription>{GUID})(?:/resourceGroups/(?P<group>[\w.()-]*[\w()-]))?)?"
    r"/providers/(?P<provider>[A-Za-z0-9.]+)(?P<segments>(?:/[A-Za-z0-9]+/[^/\s?#%&\\]+)+)",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, kw_only=True)
class ArmId:
    """A resource id, taken apart.

    Attributes:
        subscription: The subscription's id; empty where the resource belongs to the tenant.
        resource_group: The group's name; empty where the resource belongs to the subscription or tenant.
        type: The full resource type, such as Microsoft.ServiceBus/namespaces/queues, as written.
        names: The resource's name and its parents', outermost first.
    """

    subscription: str
    resource_group: str
    type: str
    names: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a resource id.

        Raises:
            ValueError: The text is no resource id.
        """
        found = _ID.fullmatch(text)
        if found is None:
            raise ValueError(
                f"{text!r} is no resource id such as /subscriptions/<id>/resourceGroups/<name>/providers/…"
            )
        segments = found["segments"].strip("/").split("/")
        return cls(
            subscription=found["subscription"] or "",
            resource_group=found["group"] or "",
            type="/".join((found["provider"], *segments[::2])),
            names=tuple(segments[1::2]),
        )

    def is_of(self, type: str) -> bool:
        """Whether the resource has this type; letter case is ignored, as Resource Manager does."""
        return self.type.casefold() == type.casefold()
