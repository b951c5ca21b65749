"""Blob containers.

Source: learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts/blobservices/containers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import envelope
from sandbox.azure.constraint import Condition, Constraint, matching
from sandbox.azure.property import Kind
from sandbox.azure.resource_type import ResourceType
from sandbox.azure.rule import Rule
from sandbox.azure.shorthand import UPDATED_AT, always, flag, mapping, record, reported, text
from sandbox.azure.storage.documents import ANONYMOUS_ACCESS, API_VERSIONS, CONTAINER_NAMES

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal
    from sandbox.azure.view import Resource, View

CONTAINERS = "Microsoft.Storage/storageAccounts/blobServices/containers"

NAME_LENGTH = Rule(
    id="storage/container-name-length",
    text="A container's name has 3 to 63 characters.",
    source=CONTAINER_NAMES,
    status=400,
    code="ContainerOperationFailure",
    message="The specified resource name length is not within the permissible limits.",
)
NAME = Rule(
    id="storage/container-name",
    text="A container's name has lower-case letters, digits and single hyphens, and starts and ends with a letter or "
    "digit.",
    source=CONTAINER_NAMES,
    status=400,
    code="ContainerOperationFailure",
    message="The specified resource name contains invalid characters.",
)
PUBLIC_ACCESS = Rule(
    id="storage/container-public-access",
    text="A container can be open to anybody only where its account allows that.",
    source=ANONYMOUS_ACCESS,
    status=409,
    code="PublicAccessNotPermitted",
    message="Public access is not permitted on this storage account.",
)
_LENGTHS = range(3, 64)
_SYSTEM = r"\$root|\$web|\$logs"
"""Containers with names of their own (naming-and-referencing-containers--blobs--and-metadata)."""


def _account_allows(proposal: Proposal) -> bool:
    if proposal.properties["publicAccess"] == "None":
        return True
    account = proposal.view.find(proposal.id.ancestor(1))
    return account is not None and bool(account.properties["allowBlobPublicAccess"])


def _etag(container: Resource, _view: View) -> str:
    return f'"0x{int(container.updated_at.timestamp() * 10_000_000):X}"'


def _immutability(container: Resource, _view: View) -> dict[str, Any]:
    asked: dict[str, Any] = container.properties.get("immutableStorageWithVersioning") or {}
    return {"enabled": bool(asked.get("enabled"))}


CONTAINER = ResourceType(
    name=CONTAINERS,
    answers_as=CONTAINERS,
    api_versions=API_VERSIONS,
    created_status=201,
    methods=frozenset({"GET", "HEAD", "PUT", "PATCH", "DELETE"}),
    naming=(
        Constraint(rule=NAME_LENGTH, holds=lambda name, _: len(name) in _LENGTHS),
        matching(NAME, rf"[a-z0-9]+(?:-[a-z0-9]+)*|{_SYSTEM}"),
    ),
    body={
        **envelope.ENVELOPE,
        "etag": reported(Kind.STRING, _etag),
        "properties": record(
            {
                "immutableStorageWithVersioning": record({"enabled": flag()}, computed=_immutability, keeps=True),
                "deleted": always(value=False),
                "remainingRetentionDays": always(0),
                "defaultEncryptionScope": text(default="$account-encryption-key", keeps=True),
                "denyEncryptionScopeOverride": flag(default=False, keeps=True),
                "enableNfsV3RootSquash": flag(keeps=True),
                "enableNfsV3AllSquash": flag(keeps=True),
                "publicAccess": text("Container", "Blob", "None", default="None"),
                "metadata": mapping(text(), keeps=True),
                "leaseStatus": always("Unlocked"),
                "leaseState": always("Available"),
                "lastModifiedTime": UPDATED_AT,
                "legalHold": reported(Kind.OBJECT, lambda _, __: {"hasLegalHold": False, "tags": []}),
                "hasImmutabilityPolicy": always(value=False),
                "hasLegalHold": always(value=False),
            },
            default={},
        ),
    },
    conditions=(Condition(rule=PUBLIC_ACCESS, holds=_account_allows),),
)
