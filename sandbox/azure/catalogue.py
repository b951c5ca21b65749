"""Everything that is simulated: the resource types of all providers, and the rules that they enforce."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from sandbox.azure import (
    authorization,
    insights,
    keyvault,
    managedidentity,
    manager,
    network,
    operationalinsights,
    servicebus,
    storage,
    web,
)
from sandbox.azure.resources import RESOURCE_GROUP

if TYPE_CHECKING:
    from sandbox.azure.resource_id import ResourceId
    from sandbox.azure.resource_type import ResourceType
    from sandbox.azure.rule import Rule

TYPES = (
    RESOURCE_GROUP,
    *servicebus.TYPES,
    *managedidentity.TYPES,
    *authorization.TYPES,
    *keyvault.TYPES,
    *storage.TYPES,
    *network.TYPES,
    *operationalinsights.TYPES,
    *insights.TYPES,
    *web.TYPES,
)
"""The resource types of every provider."""

BY_NAME = MappingProxyType({each.name.lower(): each for each in TYPES if not each.named})
"""The resource types by their names in lower case."""

_BY_RESOURCE = MappingProxyType({(each.name.lower(), each.named.lower()): each for each in TYPES if each.named})

NAMESPACES = frozenset({*(each.provider for each in TYPES), "Microsoft.App"})
"""The namespaces of the providers. Microsoft.App has no type here, but Flex Consumption apps join networks as its."""

PROVIDERS = frozenset(each.lower() for each in NAMESPACES)
"""The namespaces of the providers, in lower case."""


GATES = MappingProxyType({"microsoft.servicebus": servicebus.GATE})
"""What providers ask of every call, by their namespaces in lower case; most ask nothing."""


def described(id: ResourceId) -> ResourceType | None:
    """The type of a resource or collection; None if there is no such type."""
    type_name = id.type.lower()
    of_this_name = None if id.is_collection else _BY_RESOURCE.get((type_name, id.name.lower()))
    return of_this_name or BY_NAME.get(type_name)


def rules() -> dict[str, Rule]:
    """Every rule by its id; `ValueError` if two different rules have one id."""
    found = {rule.id: rule for rule in (*manager.RULES, *(rule for gate in GATES.values() for rule in gate.rules))}
    for each in TYPES:
        for rule in each.rules():
            if found.setdefault(rule.id, rule) is not rule:
                raise ValueError(rule.id)
    return found
