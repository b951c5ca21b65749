"""Permissions of roles: which actions their patterns allow.

Source: learn.microsoft.com/azure/role-based-access-control/role-definitions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True)
class Permission:
    """What a role allows: actions less those that it takes out, for management and for data."""

    actions: tuple[str, ...] = ()
    not_actions: tuple[str, ...] = ()
    data_actions: tuple[str, ...] = ()
    not_data_actions: tuple[str, ...] = ()
    condition: str | None = None
    """What an attribute-based condition narrows the permission to."""

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Permission:
        """A permission from its form in a role definition's body."""
        return cls(
            actions=tuple(body.get("actions", ())),
            not_actions=tuple(body.get("notActions", ())),
            data_actions=tuple(body.get("dataActions", ())),
            not_data_actions=tuple(body.get("notDataActions", ())),
            condition=body.get("condition"),
        )

    def body(self) -> dict[str, Any]:
        """The form in a role definition's body."""
        lists = {
            "actions": list(self.actions),
            "notActions": list(self.not_actions),
            "dataActions": list(self.data_actions),
            "notDataActions": list(self.not_data_actions),
        }
        return {**lists, "conditionVersion": "2.0", "condition": self.condition} if self.condition else lists

    def allows(self, action: str, *, data: bool) -> bool:
        """Whether the patterns allow an action."""
        wanted, excepted = (self.data_actions, self.not_data_actions) if data else (self.actions, self.not_actions)
        return matches(wanted, action) and not matches(excepted, action)


def matches(patterns: tuple[str, ...], action: str) -> bool:
    """Whether one of the patterns covers the action: `*` stands for any characters, letter case is ignored."""
    return any(_compiled(pattern).fullmatch(action) for pattern in patterns)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split("*"))), re.IGNORECASE)
