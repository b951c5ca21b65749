"""Azure roles that the backbone assigns, and the names of their assignments.

Role ids: learn.microsoft.com/azure/role-based-access-control/built-in-roles.
"""

from __future__ import annotations

import uuid
from enum import StrEnum


class Role(StrEnum):
    """A built-in role, by the id of its definition; one alone manages anything: access, on a condition."""

    KEY_VAULT_SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6"
    MONITORING_METRICS_PUBLISHER = "3913510d-42f4-4e42-8a64-420c390055eb"
    ROLE_BASED_ACCESS_CONTROL_ADMINISTRATOR = "f58310d9-a9f6-439a-9e8d-f62e7b41a168"
    SERVICE_BUS_DATA_RECEIVER = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
    SERVICE_BUS_DATA_SENDER = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
    STORAGE_BLOB_DATA_OWNER = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"
    STORAGE_QUEUE_DATA_CONTRIBUTOR = "974c5e8b-45b9-4653-ba55-5f855dd0fb88"
    STORAGE_TABLE_DATA_CONTRIBUTOR = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"


TOO_MUCH = {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
    "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
    "00482a5a-887f-4fb3-b363-3b7fe8e74483": "Key Vault Administrator",
    "b86a8fe4-44ce-4948-aee5-eccb2c155cd7": "Key Vault Secrets Officer",
    "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
    "f25e0fa2-a7c8-4377-a976-54943a77a395": "Key Vault Contributor",
    "8b54135c-b56d-4d72-a534-26097cfdc8d8": "Key Vault Data Access Administrator",
    "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba": "Key Vault Certificate User",
    "090c5cfd-751d-490a-894a-3ce6f1109419": "Azure Service Bus Data Owner",
    "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0": "Azure Service Bus Data Receiver",
}
"""Built-in roles that read secrets or messages, or give that right, and so are none for a portal
(learn.microsoft.com/azure/role-based-access-control/built-in-roles)."""

ASSIGNMENTS = uuid.UUID("f6d6b0a5-7f6c-5f0e-9d7b-3a8a6f6f4c51")
"""The UUID namespace of assignment names. Changing it would replace every role assignment."""


def definition_id(scope: str, role: str) -> str:
    """Resource id of a role's definition by its GUID, in the subscription of a scope.

    Raises:
        ValueError: The scope is in no subscription.
    """
    root, _, rest = scope.lstrip("/").partition("/")
    if root.casefold() != "subscriptions" or not rest:
        raise ValueError(f"{scope!r} is no scope in a subscription.")
    return f"/subscriptions/{rest.split('/')[0]}/providers/Microsoft.Authorization/roleDefinitions/{role}"


def assignment_name(scope: str, principal: str, role: str) -> str:
    """The name of the one assignment of a role to a principal at a scope.

    Computed, so that an interrupted deployment finds its own assignment again instead of making a second one, which
    Azure refuses (RoleAssignmentExists). Letter case means nothing in any of the three.
    """
    return str(uuid.uuid5(ASSIGNMENTS, f"{scope}|{principal}|{role}".casefold()))
