"""The query that finds secrets read by somebody who should not."""

from __future__ import annotations

READS = ("SecretGet", "SecretBackup")
"""The operations of a vault that hand out a secret's value.

Source: learn.microsoft.com/azure/key-vault/general/logging.
"""

_CALLER = "http://schemas.microsoft.com/identity/claims/objectidentifier"


def query(reader: str) -> str:
    """Reads of secrets by anyone but the reader, in the Kusto language, over the vault's own audit table.

    Args:
        reader: Object id of the one principal that may read.
    """
    operations = ", ".join(f'"{operation}"' for operation in READS)
    return "\n".join(
        (
            "AZKVAuditLogs",
            f"| where OperationName in ({operations}) and HttpStatusCode == 200",
            f'| extend Caller = tostring(Identity.claim["{_CALLER}"])',
            f'| where Caller != "{reader}"',
            "| project TimeGenerated, Caller, CallerIpAddress, OperationName, RequestUri, _ResourceId",
        )
    )
