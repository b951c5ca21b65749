"""The id that a resource has in Azure if it exists, from its type and inputs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from backbone.arm_ids import GUID
from backbone.recovery.arm_types import ARM_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNESCAPED = "$&+=:@"
"""What stays as it is in a path besides letters, digits and -._~ (azure-native escapes as Go's url.PathEscape)."""
_EXTENDED = ("scope", "resourceUri")
"""Inputs that are the id of the resource which a type extends."""
_SUBSCRIPTION = re.compile(rf"/subscriptions/({GUID})(?:/|$)")
_VERSION = re.compile(r"/v\d{8}\w*(?=:)")


class UnknownIdError(Exception):
    """The id cannot be told; the text is a sentence that says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Identifier:
    """Tells ids.

    Attributes:
        resources: The resources in the state: providers say which subscription they deploy to, and so do ids.
        given: Ids that the user looked up, by URN.
        subscription: The subscription to take where the state names none.
    """

    resources: Iterable[Mapping[str, Any]]
    given: Mapping[str, str] = field(default_factory=dict)
    subscription: str | None = None

    def id_of(self, resource: Mapping[str, Any]) -> str:
        """The id of a resource that is in the middle of being created.

        Raises:
            UnknownIdError: Its type is unknown here, an input is missing, or nothing names the subscription.
        """
        urn = str(resource["urn"])
        if urn in self.given:
            return self.given[urn]
        token = token_of(resource)
        if token not in ARM_TYPES:
            raise UnknownIdError(
                f"{urn} is of a type whose ids are not known here; look in Azure whether it is there, "
                f"and give its id with --id '{urn}' ID"
            )
        return re.sub(r"\{(\w+)\}", lambda found: self._segment(resource, found[1]), ARM_TYPES[token].path)

    def _segment(self, resource: Mapping[str, Any], name: str) -> str:
        if name == "subscriptionId":
            return self._subscription_of(resource)
        value = resource.get("inputs", {}).get(name)
        if not isinstance(value, str):
            raise UnknownIdError(f"{resource['urn']} has no {name} to be found by; give its id with --id URN ID")
        return value.strip("/") if name in _EXTENDED else quote(value, safe=_UNESCAPED)

    def _subscription_of(self, resource: Mapping[str, Any]) -> str:
        """The subscription that the resource's provider says, else that of what it has deployed, else the given one."""
        reference = str(resource.get("provider", ""))
        known = list(self.resources)
        for provider in known:
            if f"{provider['urn']}::{provider.get('id')}" == reference:
                named = provider.get("inputs", {}).get("subscriptionId")
                if isinstance(named, str) and named:
                    return named
        for other in known:
            found = _SUBSCRIPTION.match(str(other.get("id", "")))
            if found and other.get("provider") == reference and _is_in_its_providers_subscription(other):
                return found[1]
        if self.subscription:
            return self.subscription
        raise UnknownIdError("the state names no subscription yet; say which one with --subscription ID")


def _is_in_its_providers_subscription(resource: Mapping[str, Any]) -> bool:
    """Not for sure what extends another resource, such as a role assignment."""
    arm = ARM_TYPES.get(token_of(resource))
    return arm is not None and arm.path.startswith("/subscriptions/{subscriptionId}/")


def token_of(resource: Mapping[str, Any]) -> str:
    """The type's token without an API version, such as azure-native:servicebus:Queue."""
    return _VERSION.sub("", str(resource["type"]))
