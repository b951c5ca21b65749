"""Queue mappings: the secrets that tell the function, and nobody else, where a QueueMappingId leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pulumi
from pulumi_azure_native import keyvault

from backbone import adoption, entities, mappings, removal, spelling
from backbone.arm_ids import ArmId
from components.access import let_function_send, let_function_send_to_existing
from components.mapping_lookup import MappingLookup

if TYPE_CHECKING:
    from collections.abc import Collection

    from pulumi_azure_native import managedidentity

    from backbone.adoption import Found
    from backbone.mappings import QueueMapping
    from backbone.settings import Settings
    from components.existing import ExistingQueues
    from components.namespaces import Namespaces
    from components.site import Site
    from components.vault import Vault

FIXED_NAME = (
    "backbone:existing.suffix fixes the vault's name. If Azure answers VaultAlreadyExists, a vault that was destroyed "
    "under this name is kept until its retention is over: backbone:existing.recoverVault: true brings it back with its "
    "mappings, another suffix makes a new one."
)
"""Said when a vault with a fixed name is about to be made: Azure's own refusal does not say what helps."""


@dataclass(frozen=True, kw_only=True)
class MappingsArgs:
    """What queue mappings are made of.

    Attributes:
        site: Where the vault is.
        settings: What the stack file says.
        vault: Where the secrets are put.
        namespaces: Whose queues they lead to.
        theirs: The queues of others that they lead to.
        sender: The identity that may send to each mapped queue and each route's target, and to nothing else.
    """

    site: Site
    settings: Settings
    vault: Vault
    namespaces: Namespaces
    theirs: ExistingQueues
    sender: managedidentity.UserAssignedIdentity


def declare_mappings(args: MappingsArgs) -> None:
    """Declare the secret of each mapping, and let the sender send to each mapped queue.

    A secret can be in the vault already: written by the portal, or left behind when its entry was removed or the vault
    destroyed. Such a one is imported, and the engine goes on with the update that makes it what the stack file says
    ("Mismatched state" in pulumi.com/docs/iac/guides/migration/import); as values cannot be read, there always is one.
    To find it the vault must be known, hence the secrets are declared as soon as it is. In a preview that does not know
    it they are declared all the same: nothing can be seen in a vault that is still to be made or recovered.

    Raises:
        pulumi.RunError: While the program runs, with all mappings that are refused; see `backbone.adoption`.
    """
    pulumi.Output.all(_declare(args))  # the program waits for whatever is an output


async def _declare(args: MappingsArgs) -> bool:
    """Declare secrets and grants, unless a mapping is refused; true when it is done."""
    declared, deployed = mappings.declared(args.settings), args.site.deployed
    if not deployed.vault_ids and args.settings.existing.suffix and not args.settings.existing.recover_vault:
        pulumi.log.info(FIXED_NAME)
    lookup = MappingLookup(
        deployed=deployed,
        resource_group=await args.site.resource_group.future(),
        vault_id=await args.vault.resource.id.future(),
        recovers=args.settings.existing.recover_vault or args.site.orphans.vault is not None,
    )
    found = await lookup.find(declared)
    removed = adoption.removed(declared, deployed.mappings)
    units = removal.removed_units(args.settings, deployed.mappings, deployed.namespaces)
    refusals = [
        *args.theirs.refusals,
        *spelling.refusals(args.settings, deployed.entities),
        *(_removal_refusal(each, units) for each in removed if args.site.protect),
        *[adoption.refusal(each, found[each.id], await _target(args, each, found[each.id])) for each in declared],
    ]
    if any(refusals):
        raise pulumi.RunError("\n".join(filter(None, refusals)))
    for alias in units:
        pulumi.log.warn(removal.notice(alias, deployed.namespaces[alias] if args.site.protect else ()))
    for mapping_id in removed:
        pulumi.log.warn(adoption.removal_notice(mapping_id))
    let_function_send(args.settings, args.namespaces, args.sender)
    let_function_send_to_existing(args.theirs, args.sender, parent=args.vault)
    for mapping in declared:
        _declare_secret(args, mapping, found[mapping.id])
    return True


def _removal_refusal(mapping_id: str, units: Collection[str]) -> str:
    """Why an id is not removed; a scale unit's goes with its unit."""
    return removal.refusal(mapping_id) if mapping_id in units else adoption.removal_refusal(mapping_id)


async def _target(args: MappingsArgs, mapping: QueueMapping, found: Found | None) -> str | None:
    """The queue's resource id, where it is to be compared; put together, as a preview does not know a new queue's."""
    if mapping.existing is not None:
        return mapping.existing
    if mapping.queue is None or found is None:
        return None
    subscription, namespace = ArmId.parse(found.id).subscription, args.namespaces[mapping.queue.alias]
    return await namespace.queue_id_in(subscription, mapping.queue.entity).future()


def _declare_secret(args: MappingsArgs, mapping: QueueMapping, found: Found | None) -> keyvault.Secret:
    """Declare the secret of a mapping.

    It is written through Resource Manager, which needs no right to read it. Deleting it would go through the vault's
    data plane, to which the deployer has no right: so it is kept when it is no longer declared.
    """
    value, target = _contents(args, mapping, found)
    return keyvault.Secret(
        mappings.resource_name(mapping.id),
        secret_name=mappings.secret_name(mapping.id),
        vault_name=args.vault.resource.name,
        resource_group_name=args.site.resource_group,
        properties=keyvault.SecretPropertiesArgs(
            value=pulumi.Output.secret(value),
            content_type=mappings.CONTENT_TYPE,
            attributes=keyvault.SecretAttributesArgs(enabled=not mapping.withdrawn),
        ),
        tags=target.apply(mappings.tags),
        opts=pulumi.ResourceOptions(
            parent=args.vault,
            protect=args.site.protect,
            retain_on_delete=True,
            delete_before_replace=True,
            import_=found.id if found is not None and not found.managed else None,
        ),
    )


def _contents(
    args: MappingsArgs, mapping: QueueMapping, found: Found | None
) -> tuple[pulumi.Output[str], pulumi.Output[str | None]]:
    """Value and target of a mapping; one that is withdrawn keeps the target that it had."""
    if mapping.existing is not None:
        theirs = args.theirs.found[mapping.id]
        value = mappings.value(host=theirs.host, queue=entities.wire_name(theirs.name))
        return pulumi.Output.from_input(value), pulumi.Output.from_input(theirs.id)
    if mapping.queue is None:
        kept = found.target if found is not None else None
        return pulumi.Output.from_input(mappings.disabled_value()), pulumi.Output.from_input(kept)
    namespace = args.namespaces[mapping.queue.alias]
    queue = namespace.queues[mapping.queue.entity]
    address = pulumi.Output.all(namespace.host, queue.name.apply(entities.wire_name)).apply(
        lambda known: mappings.value(host=known[0], queue=known[1])
    )
    return address, queue.id
