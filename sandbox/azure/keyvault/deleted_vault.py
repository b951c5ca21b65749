"""Soft-deleted vaults: what Azure remembers of a vault until it is recovered, purged, or its retention ends.

Source: learn.microsoft.com/azure/key-vault/general/soft-delete-overview.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sandbox.azure import timestamp
from sandbox.azure.keyvault.documents import API_VERSIONS, PURGE_REFUSED, RECOVERY, rule
from sandbox.azure.property import UNSET, Kind
from sandbox.azure.resource_id import ResourceId
from sandbox.azure.resource_type import Action, ResourceType
from sandbox.azure.shorthand import record, reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.azure.view import Resource, View

VAULTS = "Microsoft.KeyVault/vaults"
SECRETS = "Microsoft.KeyVault/vaults/secrets"
DELETED_SECRETS = "Microsoft.KeyVault/vaults/deletedSecrets"
"""Soft-deleted secrets, as they are known inside this package: Resource Manager does not show them."""
DELETED_VAULTS = "Microsoft.KeyVault/locations/deletedVaults"
_ANSWER = "Microsoft.KeyVault/deletedVaults"
_FORMERLY = "vaultId"
PURGE_AT = "purgeAt"
"""The private value that says when a soft-deleted secret is purged."""

PURGE_PROTECTED = rule(
    "purge-protected",
    text="A vault under purge protection can be purged by nobody before its retention ends.",
    status=405,
    code="MethodNotAllowed",
    message="Operation 'DeletedVaultPurge' is not allowed.",
    source=PURGE_REFUSED,
    wording="azure",
)
NOTHING_TO_RECOVER = rule(
    "vault-recover",
    text="A vault can be recovered only where it was: in the same resource group and region.",
    status=404,
    code="DeletedVaultNotFound",
    message="The specified deleted vault '{name}' does not exist.",
    source=RECOVERY,
)
DELETED_NOT_FOUND = rule(
    "deleted-vault-present",
    text="A soft-deleted vault that is read must exist.",
    status=404,
    code="DeletedVaultNotFound",
    message="The specified deleted vault '{name}' does not exist.",
    source=RECOVERY,
)


def claim_of(name: str) -> str:
    """The claim under which a vault's name is taken."""
    return f"vault|{name.lower()}"


def _id(vault: Resource) -> ResourceId:
    place = ("providers", "Microsoft.KeyVault", "locations", vault.body["location"], "deletedVaults", vault.id.name)
    return ResourceId(("subscriptions", vault.id.subscription, *place))


def _moved(each: Resource, old: ResourceId, new: ResourceId) -> ResourceId:
    return ResourceId((*new.segments, *each.id.segments[len(old.segments) :]))


def _contents(id: ResourceId, view: View) -> list[Resource]:
    return [each for kind in (SECRETS, DELETED_SECRETS) for each in view.under(id, kind)]


def retire(vault: Resource, view: View) -> None:
    """Soft-delete a vault with its secrets; its role assignments and settings are gone."""
    kept = _id(vault)
    until = view.now + timedelta(days=vault.properties["softDeleteRetentionInDays"])
    contents = _contents(vault.id, view)
    for place in (vault.id, kept):
        view.remove(place)
    private = {**vault.private, _FORMERLY: vault.id.segments}
    view.put(replace(vault, id=kept, type=DELETED_VAULTS, private=private, updated_at=view.now, expires_at=until))
    for each in contents:
        view.put(replace(each, id=_moved(each, vault.id, kept), expires_at=until))


def restore(id: ResourceId, given: Mapping[str, Any], view: View) -> Resource | None:
    """Recover a vault with its secrets if the request says so; what else there was is not brought back."""
    if given.get("properties", {}).get("createMode") != "recover":
        return None
    deleted = view.holder(claim_of(id.name))
    if deleted and deleted.type == VAULTS:
        return None  # a vault that stands has the name, and the claim says so
    if deleted is None or _vault_id(deleted).key != id.key or given.get("location") != deleted.body["location"]:
        raise NOTHING_TO_RECOVER.refusal(name=id.name)
    contents = _contents(deleted.id, view)
    view.remove(deleted.id)
    private = {name: value for name, value in deleted.private.items() if name != _FORMERLY}
    vault = replace(deleted, id=_vault_id(deleted), type=VAULTS, private=private, expires_at=None)
    view.put(vault)
    for each in contents:
        view.put(replace(each, id=_moved(each, deleted.id, vault.id), expires_at=purged_at(each)))
    return vault


def purged_at(secret: Resource) -> datetime | None:
    """When a soft-deleted secret of a vault that stands is purged; None for one that is not deleted."""
    moment = secret.private.get(PURGE_AT)
    return datetime.fromisoformat(moment) if moment else None


def _vault_id(deleted: Resource) -> ResourceId:
    return ResourceId(tuple(deleted.private[_FORMERLY]))


def _purge(deleted: Resource, _body: Mapping[str, Any], view: View) -> dict[str, Any]:
    if deleted.properties.get("enablePurgeProtection"):
        raise PURGE_PROTECTED.refusal()
    view.remove(deleted.id)
    return {}


def _listing(scope: ResourceId, view: View) -> Iterator[Resource]:
    yield from view.under(ResourceId(("subscriptions", scope.subscription)), DELETED_VAULTS)


def _purge_date(deleted: Resource, _view: View) -> str:
    return timestamp.render(deleted.expires_at or deleted.updated_at)


_BODY = {
    "properties": record(
        {
            "vaultId": reported(Kind.STRING, lambda deleted, _: _vault_id(deleted).text),
            "location": reported(Kind.STRING, lambda deleted, _: deleted.body["location"]),
            "deletionDate": reported(Kind.STRING, lambda deleted, _: timestamp.render(deleted.updated_at)),
            "scheduledPurgeDate": reported(Kind.STRING, _purge_date),
            "tags": reported(Kind.MAP, lambda deleted, _: deleted.body["tags"]),
            "purgeProtectionEnabled": reported(
                Kind.BOOLEAN, lambda deleted, _: deleted.properties.get("enablePurgeProtection", UNSET)
            ),
        }
    )
}

DELETED_VAULT = ResourceType(
    name=DELETED_VAULTS,
    answers_as=_ANSWER,
    api_versions=API_VERSIONS,
    in_group=False,
    is_listed=False,
    not_found=DELETED_NOT_FOUND,
    methods=frozenset({"GET", "HEAD"}),
    body=_BODY,
    actions={"purge": Action(run=_purge)},
    further_rules=(PURGE_PROTECTED,),
)
DELETED_VAULT_LIST = ResourceType(
    name=_ANSWER,
    answers_as=_ANSWER,
    api_versions=API_VERSIONS,
    in_group=False,
    is_listed=False,
    methods=frozenset(),
    listing=_listing,
    body=_BODY,
)
"""Soft-deleted vaults of a subscription: only the list of them is found under this name."""
