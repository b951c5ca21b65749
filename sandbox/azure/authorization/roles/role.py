"""The form of a built-in role, and what most of them have in common."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.azure.authorization.permission import Permission


@dataclass(frozen=True, kw_only=True)
class BuiltInRole:
    """A role that every tenant has."""

    id: str
    name: str
    description: str
    permission: Permission


VISITOR = (
    "Microsoft.Authorization/*/read",
    "Microsoft.Insights/alertRules/*",
    "Microsoft.Resources/deployments/*",
    "Microsoft.Resources/subscriptions/resourceGroups/read",
    "Microsoft.Support/*",
)
"""What most built-in roles allow besides their subject."""


def role(
    id: str,
    name: str,
    description: str,
    *,
    actions: tuple[str, ...] = (),
    not_actions: tuple[str, ...] = (),
    data_actions: tuple[str, ...] = (),
    condition: str | None = None,
) -> BuiltInRole:
    """A built-in role."""
    permission = Permission(actions=actions, not_actions=not_actions, data_actions=data_actions, condition=condition)
    return BuiltInRole(id=id, name=name, description=description, permission=permission)
