"""Rules about storage accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure.rule import Rule
from sandbox.azure.storage.documents import ERRORS, NAMESPACE_UPGRADE, OVERVIEW, REDUNDANCY, UPGRADE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal

NAME = Rule(
    id="storage/account-name",
    text="A storage account's name has 3 to 24 lower-case letters and digits.",
    source=ERRORS,
    status=400,
    code="AccountNameInvalid",
    message="{name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in "
    "length and use numbers and lower-case letters only.",
)
NAME_TAKEN = Rule(
    id="storage/account-name-taken",
    text="A storage account's name is part of its host names: it is taken if anybody has it.",
    source=ERRORS,
    status=409,
    code="StorageAccountAlreadyTaken",
    message="The storage account named {name} is already taken.",
)
KIND_FIXED = Rule(
    id="storage/account-kind-fixed",
    text="The kind of a storage account can only be upgraded, from Storage or BlobStorage to StorageV2.",
    source=UPGRADE,
    status=409,
    code="StorageAccountKindNotSupportedForUpdate",
    message="The kind of the storage account '{name}' cannot be changed, except from Storage or BlobStorage to "
    "StorageV2.",
    wording="ours",
)
PERFORMANCE_FIXED = Rule(
    id="storage/account-performance-fixed",
    text="A storage account stays standard or premium.",
    source=REDUNDANCY,
    status=409,
    code="StorageAccountTypeConversionNotAllowed",
    message="Storage account type cannot be changed between standard and premium for the storage account '{name}'.",
    wording="ours",
)
KIND_SKU = Rule(
    id="storage/account-kind-sku",
    text="BlockBlobStorage and FileStorage are premium, BlobStorage and Storage v1 are not zone-redundant premium.",
    source=OVERVIEW,
    status=400,
    code="InvalidValuesForRequestParameters",
    message="Values for request parameters are invalid: kind '{kind}' is not available with sku.name '{sku}'.",
    wording="ours",
)
HNS_FIXED = Rule(
    id="storage/account-hierarchical-namespace-fixed",
    text="A hierarchical namespace is decided when an account is created.",
    source=NAMESPACE_UPGRADE,
    status=409,
    code="PropertyIsHnsEnabledUpdateNotAllowed",
    message="The property 'isHnsEnabled' was specified in the input, but it cannot be updated.",
    wording="ours",
)
NFS_FIXED = Rule(
    id="storage/account-nfs-fixed",
    text="NFS 3.0 is decided when an account is created.",
    source="https://learn.microsoft.com/azure/storage/blobs/network-file-system-protocol-known-issues",
    status=409,
    code="PropertyIsNfsV3EnabledUpdateNotAllowed",
    message="The property 'isNfsV3Enabled' was specified in the input, but it cannot be updated.",
    wording="ours",
)

_PREMIUM_KINDS = ("BlockBlobStorage", "FileStorage")
_UPGRADABLE = ("Storage", "BlobStorage")


def kind_may_become(proposal: Proposal) -> bool:
    """Whether the kind stays or is upgraded."""
    if proposal.existing is None:
        return True
    before, after = proposal.existing.body["kind"], proposal.body["kind"]
    return before == after or (before in _UPGRADABLE and after == "StorageV2")


def performance_stays(proposal: Proposal) -> bool:
    """Whether a premium account stays premium, and a standard one standard."""
    return proposal.existing is None or _tier(proposal.existing.body) == _tier(proposal.body)


def kind_fits_sku(proposal: Proposal) -> bool:
    """Whether the kind exists in the wanted performance and redundancy."""
    kind, sku = proposal.body["kind"], proposal.body["sku"]["name"]
    if kind in _PREMIUM_KINDS:
        return _tier(proposal.body) == "Premium"
    return kind == "StorageV2" or sku not in {"Premium_ZRS", "Standard_GZRS", "Standard_RAGZRS"}


def kind_and_sku(proposal: Proposal) -> Mapping[str, object]:
    """What messages say of both."""
    return {"kind": proposal.body["kind"], "sku": proposal.body["sku"]["name"]}


def _tier(body: Mapping[str, Mapping[str, str]]) -> str:
    return body["sku"]["name"].partition("_")[0]
