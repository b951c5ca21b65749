"""The function's app settings: everything it needs to know that is no secret."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from backbone import mappings

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIRING_VERSION = 1
"""Of the format of BACKBONE_PAIRING, which says no more than that while no namespace is paired."""


def of_backbone(vault_uri: str, routes: str) -> Mapping[str, str]:
    """What our own code reads.

    Args:
        vault_uri: The vault with the queue mappings.
        routes: Where each message type goes; see `backbone.routes`.
    """
    return {
        "BACKBONE_VAULT_URI": vault_uri,
        "BACKBONE_DEFAULT_MAPPING": mappings.DEFAULT_ID,
        "BACKBONE_ROUTES": routes,
        "BACKBONE_PAIRING": json.dumps({"version": PAIRING_VERSION}),
    }


def of_host(account: str, client_id: str, insights: str) -> Mapping[str, str]:
    """What the function's host reads, and the identity that it and our code run as.

    Sources, under learn.microsoft.com/azure/azure-functions:
    functions-reference#connecting-to-host-storage-with-an-identity and
    functions-app-settings#applicationinsights_authentication_string.

    Args:
        account: Name of the host's storage account.
        client_id: Client id of the function's identity.
        insights: Connection string of Application Insights, which names a place and holds no credential.
    """
    return {
        "AZURE_CLIENT_ID": client_id,
        "AzureWebJobsStorage__accountName": account,
        "AzureWebJobsStorage__credential": "managedidentity",
        "AzureWebJobsStorage__clientId": client_id,
        "APPLICATIONINSIGHTS_CONNECTION_STRING": insights,
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING": f"ClientId={client_id};Authorization=AAD",
    }
