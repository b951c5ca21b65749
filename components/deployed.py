"""What this stack has deployed so far, as the engine has recorded it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.runtime import invoke_async
from pulumi.runtime.sync_await import _sync_await

from backbone import mappings
from backbone.adoption import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

READ_RESOURCES = "pulumi:pulumi:readStackResourceOutputs"
"""The engine's own function; Pulumi's Node.js SDK offers it as `listResourceOutputs`."""

KEPT_IN_VAULT = "azure-native:keyvault:Secret"
VAULT = "azure-native:keyvault:Vault"
NETWORK = "azure-native:network:VirtualNetwork"
SUBNET = "azure-native:network:Subnet"
GROUP = "azure-native:resources:ResourceGroup"
SUBSCRIPTION = "azure-native:servicebus:Subscription"
NAMESPACE = "azure-native:servicebus:Namespace"
HOLDING_MESSAGES = frozenset(
    f"azure-native:servicebus:{kind}" for kind in ("Namespace", "Queue", "Topic", "Subscription")
)


@dataclass(frozen=True, kw_only=True)
class Deployed:
    """What is of interest in the stack's state when the program started.

    A program is not told what is in the state, but only with that can it tell a secret of its own from one that
    somebody else wrote, and say what happens to one that is no longer declared.

    Attributes:
        mappings: The mappings' secrets by QueueMappingId in lower case.
        vault_ids: Resource ids of the vaults.
        namespaces: The URNs of each namespace and of the entities that it holds, by alias.
        namespace_names: The aliases of the namespaces by their names in Azure, in lower case.
        network_id: Resource id of the virtual network; None where there is none.
        subnets: The logical names of the subnets.
        group: Name of the resource group; None where there is none.
        subscriptions: What Azure said of the topics' subscriptions, by logical name.
    """

    mappings: Mapping[str, Found]
    vault_ids: frozenset[str]
    namespaces: Mapping[str, tuple[str, ...]]
    namespace_names: Mapping[str, str]
    network_id: str | None
    subnets: frozenset[str]
    group: str | None
    subscriptions: Mapping[str, Mapping[str, Any]]

    @staticmethod
    @cache
    def read() -> Deployed:
        """Ask the engine, once, before anything is declared; a new stack has deployed nothing."""
        return _sync_await(_read())

    @property
    def entities(self) -> tuple[str, ...]:
        """The addresses of queues, topics and subscriptions, which are their logical names."""
        return tuple(name for urns in self.namespaces.values() for urn in urns if "@" in (name := _name(urn)))


async def _read() -> Deployed:
    stack = f"{pulumi.get_organization()}/{pulumi.get_project()}/{pulumi.get_stack()}"
    answer = await invoke_async(READ_RESOURCES, {"stackName": stack})
    recorded: Mapping[str, Any] = answer["outputs"]
    return Deployed(
        mappings=dict(_mappings(recorded)),
        vault_ids=frozenset(str(each["outputs"].get("id")) for each in _of(VAULT, recorded).values()),
        namespaces=_namespaces(recorded),
        namespace_names={
            str(each["outputs"].get("name")).lower(): _name(urn) for urn, each in _of(NAMESPACE, recorded).items()
        },
        network_id=next((str(each["outputs"].get("id")) for each in _of(NETWORK, recorded).values()), None),
        subnets=frozenset(map(_name, _of(SUBNET, recorded))),
        group=next((str(each["outputs"].get("name")) for each in _of(GROUP, recorded).values()), None),
        subscriptions={_name(urn): each["outputs"] for urn, each in _of(SUBSCRIPTION, recorded).items()},
    )


def _of(type: str, recorded: Mapping[str, Any]) -> Mapping[str, Any]:
    """The resources of a type, by URN."""
    return {urn: each for urn, each in recorded.items() if each["type"] == type}


def _mappings(recorded: Mapping[str, Any]) -> Iterator[tuple[str, Found]]:
    for urn, resource in recorded.items():
        mapping_id = mappings.id_of(_name(urn))
        if resource["type"] == KEPT_IN_VAULT and mapping_id is not None:
            yield mapping_id, _found(resource["outputs"])


def _namespaces(recorded: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """What holds messages, by the alias: logical names are addresses, and a namespace's is its alias."""
    found: dict[str, list[str]] = {}
    for urn, resource in recorded.items():
        if resource["type"] in HOLDING_MESSAGES:
            alias = _name(urn).rpartition("@")[2].partition("/")[0]
            found.setdefault(alias, []).append(urn)
    return {alias: tuple(sorted(urns)) for alias, urns in found.items()}


def _name(urn: str) -> str:
    """The logical name at the end of a URN."""
    return urn.rpartition("::")[2]


def _found(outputs: Mapping[str, Any]) -> Found:
    attributes = outputs.get("properties", {}).get("attributes", {})
    return Found(
        id=str(outputs.get("id")),
        target=outputs.get("tags", {}).get(mappings.TARGET),
        enabled=bool(attributes.get("enabled", True)),
        managed=True,
    )
