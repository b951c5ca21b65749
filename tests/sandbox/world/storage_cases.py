"""Cases of the rules about storage accounts, their blob service and containers."""

from __future__ import annotations

from typing import Any

from tests.sandbox.world.case import Call, Case, put
from tests.sandbox.world.scenery import GROUP, SUBSCRIPTION, properties

ACCOUNTS = f"{GROUP}/providers/Microsoft.Storage/storageAccounts"
ACCOUNT = f"{ACCOUNTS}/backbonestore"
CONTAINER = f"{ACCOUNT}/blobServices/default/containers/deployments"
_OTHER = f"{ACCOUNTS}/otherstore"
_SERVICE = f"{ACCOUNT}/blobServices/default"
_OTHER_GROUP = f"{SUBSCRIPTION}/resourceGroups/other"
_ADDRESS = "networkAcls.ipRule[*].value({}). For more information, see - https://aka.ms/storagenetworkruleset"
_INVALID = "Values for request parameters are invalid: "


def account(sku: str = "Standard_LRS", kind: str = "StorageV2", **given: object) -> dict[str, Any]:
    """The body of a storage account."""
    return {"location": "westeurope", "sku": {"name": sku}, "kind": kind, "properties": given}


def _acls(**given: object) -> dict[str, Any]:
    return account(networkAcls={"defaultAction": "Deny", **given})


def _addresses(number: int) -> dict[str, Any]:
    return _acls(ipRules=[{"value": f"20.1.{each // 250}.{each % 250}"} for each in range(number)])


def _kept(days: int) -> dict[str, Any]:
    return properties(deleteRetentionPolicy={"enabled": True, "days": days})


MADE = put(ACCOUNT, account())
"""A storage account is made."""

CASES = (
    *(
        Case(
            rule="storage/account-name",
            accepted=(put(f"{ACCOUNTS}/{'a' * 24}", account()), put(f"{ACCOUNTS}/abc", account())),
            refused=put(f"{ACCOUNTS}/{name}", account()),
            message=f"{name} is not a valid storage account name. Storage account name must be between 3 and 24 "
            "characters in length and use numbers and lower-case letters only.",
        )
        for name in ("a" * 25, "ab", "Abcd", "a-b")
    ),
    Case(
        rule="storage/account-name-taken",
        accepted=(MADE, MADE, put(_OTHER_GROUP, {"location": "westeurope"})),
        refused=put(f"{_OTHER_GROUP}/providers/Microsoft.Storage/storageAccounts/backbonestore", account()),
        message="The storage account named backbonestore is already taken.",
    ),
    Case(
        rule="storage/account-kind-fixed",
        accepted=(put(ACCOUNT, account(kind="Storage")), MADE),
        refused=put(ACCOUNT, account(kind="BlobStorage")),
        message="The kind of the storage account 'backbonestore' cannot be changed, except from Storage or BlobStorage "
        "to StorageV2.",
    ),
    Case(
        rule="storage/account-performance-fixed",
        accepted=(MADE, put(ACCOUNT, account("Standard_GRS"))),
        refused=put(ACCOUNT, account("Premium_LRS")),
        message="Storage account type cannot be changed between standard and premium for the storage account "
        "'backbonestore'.",
    ),
    Case(
        rule="storage/account-kind-sku",
        accepted=(put(ACCOUNT, account("Premium_LRS", "BlockBlobStorage")),),
        refused=put(_OTHER, account("Standard_LRS", "BlockBlobStorage")),
        message=f"{_INVALID}kind 'BlockBlobStorage' is not available with sku.name 'Standard_LRS'.",
    ),
    Case(
        rule="storage/account-kind-sku",
        accepted=(put(ACCOUNT, account("Standard_GZRS")),),
        refused=put(_OTHER, account("Standard_GZRS", "BlobStorage")),
        message=f"{_INVALID}kind 'BlobStorage' is not available with sku.name 'Standard_GZRS'.",
    ),
    Case(
        rule="storage/account-hierarchical-namespace-fixed",
        accepted=(put(ACCOUNT, account(isHnsEnabled=True)), MADE),
        refused=put(ACCOUNT, account(isHnsEnabled=False)),
        message="The property 'isHnsEnabled' was specified in the input, but it cannot be updated.",
    ),
    Case(
        rule="storage/account-nfs-fixed",
        accepted=(put(ACCOUNT, account(isNfsV3Enabled=True)), MADE),
        refused=put(ACCOUNT, account(isNfsV3Enabled=False)),
        message="The property 'isNfsV3Enabled' was specified in the input, but it cannot be updated.",
    ),
    Case(
        rule="storage/infrastructure-encryption-fixed",
        accepted=(put(ACCOUNT, account(encryption={"requireInfrastructureEncryption": True})), MADE),
        refused=put(ACCOUNT, account(encryption={"requireInfrastructureEncryption": False})),
        message="The property 'encryption.requireInfrastructureEncryption' of the storage account 'backbonestore' "
        "cannot be updated.",
    ),
    *(
        Case(
            rule="storage/ip-rule",
            accepted=(put(ACCOUNT, _acls(ipRules=[{"value": "20.1.2.3"}, {"value": "20.1.2.4/30"}])),),
            refused=put(ACCOUNT, _acls(ipRules=[{"value": address}])),
            message=f"{_INVALID}{_ADDRESS.format(address)}",
        )
        for address in ("20.1.2.4/31", "10.0.0.1", "20.1.2.3/24", "nowhere")
    ),
    Case(
        rule="storage/network-rule-count",
        accepted=(put(ACCOUNT, _addresses(400)),),
        refused=put(ACCOUNT, _addresses(401)),
        message=f"{_INVALID}networkAcls has more than 400 rules of a kind.",
    ),
    Case(
        rule="storage/blob-service-name",
        accepted=(MADE, put(_SERVICE)),
        refused=put(f"{ACCOUNT}/blobServices/another"),
        message="The value 'another' is not allowed for property serviceName: the name of a blob service is 'default'.",
    ),
    *(
        Case(
            rule="storage/retention-days",
            accepted=(MADE, put(_SERVICE, _kept(1)), put(_SERVICE, _kept(365))),
            refused=put(_SERVICE, _kept(days)),
            message=f"The value '{days}' is not allowed for property days: it must be between 1 and 365.",
        )
        for days in (0, 366)
    ),
    *(
        Case(
            rule="storage/container-name-length",
            accepted=(MADE, *(put(f"{_SERVICE}/containers/{'a' * length}") for length in (3, 63))),
            refused=put(f"{_SERVICE}/containers/{'a' * length}"),
            message="The specified resource name length is not within the permissible limits.",
        )
        for length in (2, 64)
    ),
    *(
        Case(
            rule="storage/container-name",
            accepted=(MADE, put(CONTAINER), put(f"{_SERVICE}/containers/a-1"), put(f"{_SERVICE}/containers/$web")),
            refused=put(f"{_SERVICE}/containers/{name}"),
            message="The specified resource name contains invalid characters.",
        )
        for name in ("Upper", "two--hyphens", "-first", "last-", "$other")
    ),
    Case(
        rule="storage/container-public-access",
        accepted=(
            put(ACCOUNT, account(allowBlobPublicAccess=True)),
            put(CONTAINER, properties(publicAccess="Blob")),
            Call(method="PATCH", id=ACCOUNT, body=properties(allowBlobPublicAccess=False)),
            put(CONTAINER, properties(publicAccess="None")),
        ),
        refused=put(CONTAINER, properties(publicAccess="Container")),
        message="Public access is not permitted on this storage account.",
    ),
)
