"""Access rules as they are seen under an alias: those of the namespace that it leads to.

Source: learn.microsoft.com/rest/api/servicebus/controlplane-stable/disaster-recovery-configs/list-keys.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sandbox.azure.resource_type import ResourceType
from sandbox.azure.servicebus.authorization_rule import LIST_KEYS, NAMESPACE_RULES, RULE_BODY
from sandbox.azure.servicebus.documents import API_VERSIONS
from sandbox.azure.servicebus.recovery.pairing import ALIASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.view import Resource, View

_NAME = f"{ALIASES}/authorizationRules"


def _under(alias: ResourceId, rule: Resource) -> Resource:
    return replace(rule, id=alias.child("authorizationRules", rule.id.name), type=_NAME)


def _supplied(id: ResourceId, view: View) -> Resource | None:
    rule = view.find(id.ancestor(1).child("AuthorizationRules", id.name))
    return _under(id.ancestor(2), rule) if rule else None


def _listing(alias: ResourceId, view: View) -> Iterator[Resource]:
    return (_under(alias, rule) for rule in view.under(alias.ancestor(1), NAMESPACE_RULES))


ALIAS_RULE = ResourceType(
    name=_NAME,
    answers_as="Microsoft.ServiceBus/namespaces/disasterrecoveryconfigs/authorizationrules",
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD"}),
    body=RULE_BODY,
    supplied=_supplied,
    listing=_listing,
    actions={"listKeys": LIST_KEYS},
)
