"""Options of storage accounts that consist of several values.

Source: learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts.
"""

from __future__ import annotations

from sandbox.azure.property import Kind, Property
from sandbox.azure.shorthand import flag, record, text, texts

SAS_POLICY = record(
    {"sasExpirationPeriod": text(required=True), "expirationAction": text("Log", "Block", default="Log")}, keeps=True
)
DIRECTORY = record(
    {
        "directoryServiceOptions": text("None", "AADDS", "AD", "AADKERB", required=True),
        "activeDirectoryProperties": record(
            {
                "domainName": text(required=True),
                "domainGuid": text(required=True),
                **texts(
                    (
                        "netBiosDomainName",
                        "forestName",
                        "domainSid",
                        "azureStorageSid",
                        "samAccountName",
                        "accountType",
                    )
                ),
            }
        ),
        "defaultSharePermission": text(),
    },
    keeps=True,
)
IMMUTABLE = record(
    {
        "enabled": flag(),
        "immutabilityPolicy": record(
            {
                "immutabilityPeriodSinceCreationInDays": Property(kind=Kind.INTEGER),
                "state": text("Unlocked", "Locked", "Disabled"),
                "allowProtectedAppendWrites": flag(),
            }
        ),
    },
    keeps=True,
)
