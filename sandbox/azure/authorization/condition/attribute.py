"""The attributes that conditions may name: where each is found, and what kind of value it has.

Sources: learn.microsoft.com/azure/role-based-access-control/conditions-authorization-actions-attributes,
…/azure/key-vault/general/rbac-abac and …/azure/storage/blobs/storage-auth-abac-attributes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Source(StrEnum):
    """Where an attribute is found. Azure's `Principal` and `Environment` are not simulated."""

    REQUEST = "Request"
    RESOURCE = "Resource"


class ValueKind(StrEnum):
    """What an attribute's value is, and so which operators compare it."""

    STRING = "String"
    GUID = "Guid"


@dataclass(frozen=True)
class Attribute:
    """An attribute as conditions name it, such as `@Resource[Microsoft.KeyVault/vaults:name]`."""

    source: Source
    name: str
    """The resource type and the attribute, in lower case: letter case is ignored."""


ASSIGNMENTS = "Microsoft.Authorization/roleAssignments"
ROLE_DEFINITION_ID = f"{ASSIGNMENTS}:RoleDefinitionId"
PRINCIPAL_ID = f"{ASSIGNMENTS}:PrincipalId"
PRINCIPAL_TYPE = f"{ASSIGNMENTS}:PrincipalType"
_EVERYWHERE = (Source.REQUEST, Source.RESOURCE)
_DECLARED = (
    (ROLE_DEFINITION_ID, ValueKind.GUID, _EVERYWHERE),
    (PRINCIPAL_ID, ValueKind.GUID, _EVERYWHERE),
    (PRINCIPAL_TYPE, ValueKind.STRING, _EVERYWHERE),
    ("Microsoft.KeyVault/vaults:name", ValueKind.STRING, (Source.RESOURCE,)),
    ("Microsoft.KeyVault/vaults/secrets:name", ValueKind.STRING, _EVERYWHERE),
    ("Microsoft.Storage/storageAccounts:name", ValueKind.STRING, (Source.RESOURCE,)),
    ("Microsoft.Storage/storageAccounts/blobServices/containers:name", ValueKind.STRING, (Source.RESOURCE,)),
    ("Microsoft.Storage/storageAccounts/queueServices/queues:name", ValueKind.STRING, (Source.RESOURCE,)),
)

KINDS = MappingProxyType(
    {Attribute(source, name.lower()): kind for name, kind, sources in _DECLARED for source in sources}
)
"""Every attribute with the kind of its value."""
REQUEST_NAMES = tuple(name for name, _, sources in _DECLARED if Source.REQUEST in sources)
"""The attributes that a request may have, as Azure spells them."""


def named(source: Source, name: str) -> Attribute:
    """The attribute of a name, whatever its letter case."""
    return Attribute(source, name.lower())
