"""Storage accounts.

Source: learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope, timestamp
from sandbox.azure.constraint import Condition, matching
from sandbox.azure.identity import IDENTITY, IDENTITY_CONDITION, give_identity
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import Action, Claim, ResourceType
from sandbox.azure.shorthand import CREATED_AT, SUCCEEDED, always, flag, record, reported, text, texts
from sandbox.azure.storage import account_options as options
from sandbox.azure.storage import account_rules as rules
from sandbox.azure.storage.account_network import NETWORK_ACLS, connections
from sandbox.azure.storage.blob_service import add_blob_service
from sandbox.azure.storage.documents import API_VERSIONS
from sandbox.azure.storage.encryption import ENCRYPTION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

ACCOUNTS = "Microsoft.Storage/storageAccounts"
SKUS = (
    "Standard_LRS",
    "Standard_GRS",
    "Standard_RAGRS",
    "Standard_ZRS",
    "Premium_LRS",
    "Premium_ZRS",
    "Standard_GZRS",
    "Standard_RAGZRS",
)
KINDS = ("Storage", "StorageV2", "BlobStorage", "FileStorage", "BlockBlobStorage")
_KEYS = ("key1", "key2")
_ENDPOINTS: Mapping[str, tuple[str, ...]] = {
    "StorageV2": ("dfs", "web", "blob", "queue", "table", "file"),
    "Storage": ("blob", "queue", "table", "file"),
    "BlobStorage": ("dfs", "web", "blob", "table"),
    "BlockBlobStorage": ("dfs", "web", "blob"),
    "FileStorage": ("file",),
}
"""The services of each kind of account, which have an endpoint each."""


def _endpoints(account: Resource, _view: View) -> dict[str, str]:
    """The web endpoint's zone is the account's own; any number will do."""
    hosts = {service: service for service in _ENDPOINTS[account.body["kind"]]} | {"web": "z6.web"}
    return {
        service: f"https://{account.id.name}.{hosts[service]}.core.windows.net/"
        for service in _ENDPOINTS[account.body["kind"]]
    }


def _prepare(proposal: Proposal) -> None:
    give_identity(proposal)
    for key in _KEYS:
        proposal.private.setdefault(key, base64.b64encode(secrets.token_bytes(64)).decode())


def _furnish(proposal: Proposal) -> None:
    if proposal.existing is None and "blob" in _ENDPOINTS[proposal.body["kind"]]:
        add_blob_service(proposal)


def _list_keys(account: Resource, _body: Mapping[str, Any], _view: View) -> dict[str, Any]:
    made = timestamp.render(account.created_at)
    return {
        "keys": [
            {"creationTime": made, "keyName": key, "value": account.private[key], "permissions": "FULL"}
            for key in _KEYS
        ]
    }


def _key_times(account: Resource, _view: View) -> dict[str, str]:
    return dict.fromkeys(_KEYS, timestamp.render(account.created_at))


def _access_tier(proposal: Proposal) -> object:
    premium = proposal.body["sku"]["name"].startswith("Premium")
    return "Premium" if premium else "Hot"


_IDENTITY = replace(
    IDENTITY,
    keeps=True,
    properties={
        **IDENTITY.properties,
        "type": text("None", "SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned", required=True),
    },
)
_PROPERTIES = {
    "dnsEndpointType": text("Standard", "AzureDnsZone", keeps=True),
    "defaultToOAuthAuthentication": flag(keeps=True),
    "publicNetworkAccess": text("Enabled", "Disabled", "SecuredByPerimeter", default="Enabled", keeps=True),
    "keyCreationTime": reported(Kind.OBJECT, _key_times),
    "allowCrossTenantReplication": flag(default=False, keeps=True),
    "allowedCopyScope": text("PrivateLink", "AAD", keeps=True),
    "privateEndpointConnections": reported(Kind.ARRAY, connections),
    "isNfsV3Enabled": flag(keeps=True, fixed=rules.NFS_FIXED),
    "isLocalUserEnabled": flag(keeps=True),
    "isSftpEnabled": flag(keeps=True),
    "enableExtendedGroups": flag(keeps=True),
    "minimumTlsVersion": text("TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3", default="TLS1_0", keeps=True),
    "allowBlobPublicAccess": flag(default=False, keeps=True),
    "allowSharedKeyAccess": flag(keeps=True),
    "largeFileSharesState": text("Disabled", "Enabled", keeps=True),
    "isHnsEnabled": flag(keeps=True, fixed=rules.HNS_FIXED),
    "networkAcls": NETWORK_ACLS,
    "supportsHttpsTrafficOnly": flag(default=True, keeps=True),
    "encryption": ENCRYPTION,
    "accessTier": text("Hot", "Cool", "Premium", "Cold", default=_access_tier, keeps=True),
    "sasPolicy": options.SAS_POLICY,
    "keyPolicy": record({"keyExpirationPeriodInDays": Property(kind=Kind.INTEGER, required=True)}, keeps=True),
    "customDomain": record({"name": text(required=True), "useSubDomainName": flag(access=Access.WRITE_ONLY)}),
    "azureFilesIdentityBasedAuthentication": options.DIRECTORY,
    "routingPreference": record(
        {
            "routingChoice": text("MicrosoftRouting", "InternetRouting"),
            "publishMicrosoftEndpoints": flag(),
            "publishInternetEndpoints": flag(),
        },
        keeps=True,
    ),
    "immutableStorageWithVersioning": options.IMMUTABLE,
    "provisioningState": SUCCEEDED,
    "creationTime": CREATED_AT,
    "primaryEndpoints": reported(Kind.OBJECT, _endpoints),
    "primaryLocation": reported(Kind.STRING, lambda account, _: account.body["location"]),
    "statusOfPrimary": always("available"),
}

ACCOUNT = ResourceType(
    name=ACCOUNTS,
    answers_as=ACCOUNTS,
    api_versions=API_VERSIONS,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(matching(rules.NAME, "[a-z0-9]{3,24}"),),
    claim=Claim(rule=rules.NAME_TAKEN, of=lambda proposal: f"{proposal.name}.core.windows.net"),
    body={
        "sku": record(
            {
                "name": text(*SKUS, required=True),
                "tier": reported(Kind.STRING, lambda account, _: account.body["sku"]["name"].partition("_")[0]),
            },
            required=True,
        ),
        "kind": text(*KINDS, required=True),
        **envelope.ENVELOPE,
        "location": envelope.LOCATION,
        "extendedLocation": record(texts(("name", "type"))),
        "tags": envelope.TAGS,
        "identity": _IDENTITY,
        "properties": record(_PROPERTIES, default={}),
    },
    conditions=(
        envelope.LOCATED,
        envelope.SETTLED,
        Condition(rule=rules.KIND_FIXED, holds=rules.kind_may_become),
        Condition(rule=rules.PERFORMANCE_FIXED, holds=rules.performance_stays),
        Condition(rule=rules.KIND_SKU, holds=rules.kind_fits_sku, fields=rules.kind_and_sku),
        IDENTITY_CONDITION,
    ),
    prepare=_prepare,
    written=_furnish,
    actions={"listKeys": Action(run=_list_keys)},
)
