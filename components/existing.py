"""Queues that the stack did not make, looked up before anything is declared: they are read and never changed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pulumi
from pulumi.runtime import is_dry_run
from pulumi.runtime.sync_await import _sync_await
from pulumi_azure_native import authorization

from backbone import existing_queues
from backbone.arm_ids import ArmId
from backbone.settings import engine
from components.azure_subscription import declare_azure_subscription
from components.deployed import Deployed
from components.look_up import look_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backbone.existing_queues import FoundQueue, WantedQueue
    from backbone.looked import Looked
    from backbone.settings import Settings

LOOK_UPS = {"queues": "azure-native:servicebus:getQueue", "namespaces": "azure-native:servicebus:getNamespace"}
PARAMETERS = ("resourceGroupName", "namespaceName", "queueName")


@dataclass(frozen=True, kw_only=True)
class ExistingQueues:
    """What Azure says about the existing queues that mappings lead to.

    Attributes:
        found: The queues by QueueMappingId, as written.
        providers: How the subscriptions are reached that are not the stack's own, by id in lower case.
        refusals: Why some mappings may not be deployed; in a preview, which tells them with all others.
    """

    found: Mapping[str, FoundQueue] = field(default_factory=dict)
    providers: Mapping[str, pulumi.ProviderResource] = field(default_factory=dict)
    refusals: tuple[str, ...] = ()

    @staticmethod
    def find(settings: Settings, environment: Mapping[str, str]) -> ExistingQueues:
        """Look every existing queue up, all at once, each namespace once.

        Args:
            settings: What the stack file says.
            environment: The program's, which holds how azure-native is configured.

        Raises:
            pulumi.RunError: In an update, with all mappings that are refused. Nothing has been declared by then. A
                preview changes nothing, so it goes on and finds what else is to be refused.
        """
        wanted = existing_queues.wanted(settings)
        if not wanted:
            return ExistingQueues()
        providers = _declare_subscriptions(wanted, environment)
        own, looked = Deployed.read().namespace_names, _sync_await(_ask(wanted, providers))
        found: dict[str, FoundQueue] = {}
        refusals = []
        for each in wanted:
            queue, namespace = looked[each.id.lower()], looked[each.namespace_id.lower()]
            if refusal := existing_queues.refusal(each, queue, namespace, own):
                refusals.append(refusal)
            else:
                found[each.mapping_id] = existing_queues.found(queue, namespace)
        if refusals and not is_dry_run():
            raise pulumi.RunError("\n".join(refusals))
        return ExistingQueues(found=found, providers=providers, refusals=tuple(refusals))

    def provider(self, queue: FoundQueue) -> pulumi.ProviderResource | None:
        """How the queue's subscription is reached; None for the stack's own."""
        return self.providers.get(ArmId.parse(queue.id).subscription.lower())


def _declare_subscriptions(
    wanted: Iterable[WantedQueue], environment: Mapping[str, str]
) -> Mapping[str, pulumi.ProviderResource]:
    own = authorization.get_client_config().subscription_id.lower()
    configured = engine.read(environment)
    foreign = {each.subscription for each in wanted} - {own}
    return {each: declare_azure_subscription(each, configured) for each in sorted(foreign)}


async def _ask(wanted: Iterable[WantedQueue], providers: Mapping[str, pulumi.ProviderResource]) -> Mapping[str, Looked]:
    """Each queue and namespace by its id in lower case."""
    ids = {written.lower(): written for each in wanted for written in (each.id, each.namespace_id)}
    looked = await asyncio.gather(*(_look_up(written, providers) for written in ids.values()))
    return dict(zip(ids, looked, strict=True))


async def _look_up(id: str, providers: Mapping[str, pulumi.ProviderResource]) -> Looked:
    parsed = ArmId.parse(id)
    arguments = dict(zip(PARAMETERS, (parsed.resource_group, *parsed.names), strict=False))
    return await look_up(
        LOOK_UPS[parsed.type.rpartition("/")[2]], arguments, providers.get(parsed.subscription.lower())
    )
