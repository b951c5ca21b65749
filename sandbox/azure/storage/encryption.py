"""Encryption of a storage account at rest.

Source: learn.microsoft.com/azure/storage/common/storage-service-encryption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure import timestamp
from sandbox.azure.property import Kind, Property
from sandbox.azure.rule import Rule
from sandbox.azure.shorthand import flag, record, text, texts

if TYPE_CHECKING:
    from sandbox.azure.view import Resource, View

INFRASTRUCTURE_FIXED = Rule(
    id="storage/infrastructure-encryption-fixed",
    text="Infrastructure encryption is decided when an account is created.",
    source="https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable",
    status=409,
    code="InfrastructureEncryptionUpdateNotAllowed",
    message="The property 'encryption.requireInfrastructureEncryption' of the storage account '{name}' cannot be "
    "updated.",
    wording="ours",
)
_ALWAYS_ENCRYPTED = ("file", "blob")
"""Queues and tables are reported only where their key type was chosen."""


def _services(account: Resource, _view: View) -> dict[str, Any]:
    asked = account.properties["encryption"].get("services", {})
    made = timestamp.render(account.created_at)
    return {
        service: {"keyType": asked.get(service, {}).get("keyType", "Account"), "enabled": True, "lastEnabledTime": made}
        for service in (*_ALWAYS_ENCRYPTED, *(each for each in asked if each not in _ALWAYS_ENCRYPTED))
    }


_SERVICE = record({"enabled": flag(), "keyType": text("Service", "Account")})
ENCRYPTION = record(
    {
        "requireInfrastructureEncryption": flag(keeps=True, fixed=INFRASTRUCTURE_FIXED),
        "keyvaultproperties": record(texts(("keyname", "keyversion", "keyvaulturi"))),
        "identity": record(texts(("userAssignedIdentity", "federatedIdentityClientId"))),
        "services": Property(
            kind=Kind.OBJECT,
            properties=dict.fromkeys(("file", "blob", "queue", "table"), _SERVICE),
            keeps=True,
            computed=_services,
        ),
        "keySource": text("Microsoft.Storage", "Microsoft.Keyvault", default="Microsoft.Storage"),
    },
    default={},
    keeps=True,
)
"""What encrypts an account's data."""
