"""The blob service of a storage account, of which there is one, called `default`.

Source: learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts/blobservices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.azure import envelope
from sandbox.azure.constraint import between, one_of
from sandbox.azure.property import Access, Kind, Property
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.rule import Rule
from sandbox.azure.shorthand import flag, listing, record, text, whole
from sandbox.azure.storage.documents import API_VERSIONS, RETENTION, TEMPLATES
from sandbox.azure.view import Resource

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

BLOB_SERVICES = "Microsoft.Storage/storageAccounts/blobServices"
DEFAULT = "default"

SERVICE_NAME = Rule(
    id="storage/blob-service-name",
    text="The blob service of a storage account is called default.",
    source=f"{TEMPLATES}/blobservices",
    status=400,
    code="InvalidRequestPropertyValue",
    message="The value '{name}' is not allowed for property serviceName: the name of a blob service is 'default'.",
    wording="ours",
)
RETENTION_DAYS = Rule(
    id="storage/retention-days",
    text="Deleted blobs and containers are kept for 1 to 365 days.",
    source=RETENTION,
    status=400,
    code="InvalidRequestPropertyValue",
    message="The value '{value}' is not allowed for property days: it must be between 1 and 365.",
    wording="ours",
)

_RETENTION = record(
    {
        "enabled": flag(default=False),
        "days": whole(constraints=(between(RETENTION_DAYS, 1, 365),)),
        "allowPermanentDelete": flag(default=False),
    },
    default={},
)
_TEXTS = listing(text(), required=True)
_CORS_RULE = record(
    {
        "allowedOrigins": _TEXTS,
        "allowedMethods": _TEXTS,
        "maxAgeInSeconds": whole(required=True),
        "exposedHeaders": _TEXTS,
        "allowedHeaders": _TEXTS,
    }
)


def add_blob_service(account: Proposal) -> None:
    """Make the blob service that comes with a new account."""
    account.view.put(
        Resource(
            id=account.id.child("blobServices", DEFAULT),
            type=BLOB_SERVICES,
            api_version=API_VERSIONS[-1],
            body={
                "properties": {
                    "cors": {"corsRules": []},
                    "deleteRetentionPolicy": {"enabled": False, "allowPermanentDelete": False},
                }
            },
            created_at=account.now,
            updated_at=account.now,
        )
    )


BLOB_SERVICE = ResourceType(
    name=BLOB_SERVICES,
    answers_as="Microsoft.Storage/storageAccounts/blobServices",
    api_versions=API_VERSIONS,
    naming=(one_of(SERVICE_NAME, DEFAULT),),
    methods=frozenset({"GET", "HEAD", "PUT"}),
    body={
        **envelope.ENVELOPE,
        "properties": Property(
            kind=Kind.OBJECT,
            default={},
            properties={
                "cors": record({"corsRules": listing(_CORS_RULE, default=[])}, default={}),
                "defaultServiceVersion": text(keeps=True),
                "deleteRetentionPolicy": _RETENTION,
                "isVersioningEnabled": flag(keeps=True),
                "automaticSnapshotPolicyEnabled": flag(access=Access.IGNORED),
                "changeFeed": record({"enabled": flag(), "retentionInDays": whole()}, keeps=True),
                "containerDeleteRetentionPolicy": _RETENTION,
            },
        ),
    },
)
