"""Roles that are given on a condition: what the condition must be like, and which roles take one.

Sources: learn.microsoft.com/azure/role-based-access-control/conditions-faq, …/conditions-overview and
learn.microsoft.com/azure/key-vault/general/rbac-abac.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.azure.authorization import assignment_rules as rules
from sandbox.azure.authorization import condition
from sandbox.azure.authorization.role_definition import definition_of, permissions_of
from sandbox.azure.constraint import Condition, Constraint, one_of
from sandbox.azure.property import UNSET, Kind, Property

if TYPE_CHECKING:
    from sandbox.azure.proposal import Proposal

LONGEST = 8 * 1024
"""The size of a condition, in bytes, at most."""
_VERSION = "2.0"
_MANAGEMENT = ("Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleAssignments/delete")
_DATA = (
    "Microsoft.KeyVault/vaults/secrets/getSecret/action",
    "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
    "Microsoft.KeyVault/vaults/secrets/setSecret/action",
    "Microsoft.KeyVault/vaults/secrets/delete",
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete",
    "Microsoft.Storage/storageAccounts/queueServices/queues/messages/read",
    "Microsoft.Storage/storageAccounts/queueServices/queues/messages/write",
    "Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete",
)
"""Actions that support conditions: a role that allows one of them takes a condition."""


def _is_condition(text: str, _proposal: Proposal) -> bool:
    try:
        return not text or bool(condition.parse(text))
    except condition.MalformedConditionError:
        return False


def _default_version(proposal: Proposal) -> Any:
    return _VERSION if proposal.given_properties.get("condition") else UNSET


def _takes_conditions(proposal: Proposal) -> bool:
    """Whether an assignment's role allows something that supports conditions, if there is a condition."""
    if not proposal.properties.get("condition"):
        return True
    definition = definition_of(proposal.properties["roleDefinitionId"], proposal.view)
    return any(
        permission.allows(action, data=actions is _DATA)
        for permission in (permissions_of(definition) if definition else ())
        for actions in (_MANAGEMENT, _DATA)
        for action in actions
    )


def drop_empty(properties: dict[str, Any]) -> None:
    """An empty condition is none."""
    if not properties.get("condition"):
        properties.pop("condition", None)
        properties.pop("conditionVersion", None)


PROPERTIES = {
    "condition": Property(
        kind=Kind.STRING,
        constraints=(
            Constraint(rule=rules.CONDITION_LENGTH, holds=lambda text, _: len(text.encode()) <= LONGEST),
            Constraint(rule=rules.CONDITION_FORM, holds=_is_condition),
        ),
    ),
    "conditionVersion": Property(
        kind=Kind.STRING, default=_default_version, constraints=(one_of(rules.CONDITION_VERSION, _VERSION),)
    ),
}
"""The condition of a role assignment."""
TAKEN_BY_ROLE = Condition(rule=rules.CONDITION_ROLE, holds=_takes_conditions)
"""Only roles with actions that support conditions are given on one."""
